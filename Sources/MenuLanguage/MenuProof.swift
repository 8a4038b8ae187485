// SPDX-License-Identifier: Apache-2.0
public import GSM

/// That every screen of a menu fits its network, with the numbers.
public struct MenuProof: Hashable, Sendable {
    /// The menu's name.
    public let menu: String
    /// How many screens, questions and endings were measured.
    public let screens: Int
    /// The languages of the texts, as `en`.
    public let languages: [String]
    /// How many lines of text were measured, labels of options included.
    public let texts: Int
    /// The name of the network whose limits hold.
    public let network: String
    /// Every screen at its largest, the fullest first.
    public let largest: [ScreenProof]

    /// Makes a proof from its parts.
    public init(
        menu: String,
        screens: Int,
        languages: [String],
        texts: Int,
        network: String,
        largest: [ScreenProof]
    ) {
        self.menu = menu
        self.screens = screens
        self.languages = languages
        self.texts = texts
        self.network = network
        self.largest = largest
    }
}

/// The largest that one screen can become.
public struct ScreenProof: Hashable, Sendable {
    /// The state's name, as `send.amount`.
    public let name: String
    /// The language, as `en`.
    public let language: String
    /// The alphabet it travels in.
    public let alphabet: Alphabet
    /// Septets or UCS-2 units at most, the longest error line included.
    public let units: Int
    /// Septets or UCS-2 units that the network takes.
    public let limit: Int
    /// The most pages it can have; 1 for a screen without a list.
    public let pages: Int
    /// The values that were counted at their longest, as `me.name 20`.
    public let assumed: [String]

    /// Makes a screen's proof from its parts.
    public init(
        name: String,
        language: String,
        alphabet: Alphabet,
        units: Int,
        limit: Int,
        pages: Int,
        assumed: [String]
    ) {
        self.name = name
        self.language = language
        self.alphabet = alphabet
        self.units = units
        self.limit = limit
        self.pages = pages
        self.assumed = assumed
    }
}
