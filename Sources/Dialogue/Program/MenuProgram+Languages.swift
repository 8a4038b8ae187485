// SPDX-License-Identifier: Apache-2.0

extension MenuProgram {
    /// The position of a language: the same code, else the bare language (`pt-BR` is served by
    /// `pt`), else the first of that language; nil when the program does not speak it.
    ///
    /// - Parameter code: A BCP 47 code; case and `_` for `-` make no difference.
    public func languageIndex(of code: String) -> LanguageIndex? {
        LanguageCode.position(of: code, among: languages).map { LanguageIndex($0) }
    }
}
