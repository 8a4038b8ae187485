// SPDX-License-Identifier: Apache-2.0

/// The position of a language in ``MenuProgram/languages``; 0 is the one the menu is written in.
public typealias LanguageIndex = UInt8

/// One more language of a program: the same states in the same order, with other texts.
public struct ProgramLanguage: Sendable {
    /// Its BCP 47 code: `sw`, `pt-BR`.
    public let code: String
    /// The states; one that is missing at the end is shown in the language of the menu.
    public let states: [State]
    /// What an option list says to a key that is not on it, unless it says so itself.
    public let wrongChoice: Body
    /// The word drawn after the key for more.
    public let moreLabel: String
    /// How amounts are written.
    public let numbers: NumberStyle

    /// Makes a language.
    public init(
        code: String,
        states: [State],
        wrongChoice: Body,
        moreLabel: String,
        numbers: NumberStyle
    ) {
        self.code = code
        self.states = states
        self.wrongChoice = wrongChoice
        self.moreLabel = moreLabel
        self.numbers = numbers
    }
}
