// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A menu as it speaks one language.
struct LanguageDraft: Sendable {
    /// The language's code.
    let code: String
    /// How it writes amounts.
    let numbers: NumberStyle
    /// How it writes days and times.
    let dates: DateStyle
    /// The same states in the same order, with texts of the language.
    let draft: DraftMenu
    /// The file of its translations; nil for the language that the menu is written in.
    let path: String?

    /// A draft as a language speaks it.
    init(_ code: String, _ draft: DraftMenu, path: String? = nil) {
        self.code = code
        self.draft = draft
        self.path = path
        numbers = NumberStyle.of(language: code)
        dates = DateStyle.of(language: code, country: draft.settings.country.rawValue)
    }
}
