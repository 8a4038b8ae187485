// SPDX-License-Identifier: Apache-2.0

extension MenuProgram {
    /// Finds the language that serves a code best, as `pt` serves `pt-BR`.
    ///
    /// - Parameter code: A BCP 47 code; case and `_` for `-` make no difference.
    /// - Returns: The position of the same code, else of the bare language, else of the first one
    ///   of that language; nil when the program does not speak it.
    public func languageIndex(of code: String) -> LanguageIndex? {
        LanguageCode.position(of: code, among: languages).map { LanguageIndex($0) }
    }
}
