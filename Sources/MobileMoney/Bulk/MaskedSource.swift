// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Hides phone numbers in a source text, so that a mistake can be shown with its line.
enum MaskedSource {
    /// The file with all but the first four and last three digits of the given stretches as `*`.
    ///
    /// Offsets and columns stay as they are.
    static func of(_ file: SourceFile, hiding stretches: [Range<Int>]) -> SourceFile {
        var bytes = Array(file.text.utf8)
        for stretch in stretches {
            let digits = stretch.clamped(to: bytes.indices).filter { 48...57 ~= bytes[$0] }
            for index in digits.dropFirst(4).dropLast(3) { bytes[index] = UInt8(ascii: "*") }
        }
        return SourceFile(path: file.path, text: String(decoding: bytes, as: UTF8.self))
    }
}
