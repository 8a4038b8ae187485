// SPDX-License-Identifier: Apache-2.0
public import SourceText

extension Transcript {
    /// A file with every PIN of this transcript's phones overwritten by `*`, places unchanged, so
    /// that a mistake in it, or a change of it, can be shown.
    ///
    /// - Parameter file: the transcript's own file, one laid out anew, or a part that it includes.
    /// - Returns: the file as it may be seen.
    public func hidingSecrets(in file: SourceFile) -> SourceFile {
        Mask(header.phones).overwriting(file)
    }
}
