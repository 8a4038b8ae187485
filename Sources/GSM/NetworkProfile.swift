// SPDX-License-Identifier: Apache-2.0

/// What an operator or aggregator allows on a USSD dialogue: sizes and times.
///
/// There is no universal timeout and no universal screen size; a profile makes both explicit.
/// A figure that an operator does not publish is the one of ``standard``, and says so below.
public struct NetworkProfile: Hashable, Sendable {
    /// The name it is chosen by, such as `ke-at`.
    public let name: String
    /// Most septets of a GSM-7 screen.
    public let menuSeptetsMax: Int
    /// Most UTF-16 code units of a UCS-2 screen.
    public let menuUCS2UnitsMax: Int
    /// Most characters that a subscriber can answer with.
    public let inputCharactersMax: Int
    /// Seconds the network waits for the subscriber's answer.
    public let idleSeconds: Int
    /// Seconds a dialogue may last in all.
    public let sessionSeconds: Int
    /// Seconds the application has to answer one turn.
    public let applicationSeconds: Int
    /// The languages whose national tables its short messages may be written in.
    ///
    /// None unless the operator says so. USSD strings have no header to name a table (TS 23.038
    /// clause 5).
    public let nationalLanguages: [NationalLanguage]

    /// Makes a profile; an operator's own figures go here.
    public init(
        name: String,
        menuSeptetsMax: Int,
        menuUCS2UnitsMax: Int,
        inputCharactersMax: Int,
        idleSeconds: Int,
        sessionSeconds: Int,
        applicationSeconds: Int,
        nationalLanguages: [NationalLanguage] = []
    ) {
        self.name = name
        self.menuSeptetsMax = menuSeptetsMax
        self.menuUCS2UnitsMax = menuUCS2UnitsMax
        self.inputCharactersMax = inputCharactersMax
        self.idleSeconds = idleSeconds
        self.sessionSeconds = sessionSeconds
        self.applicationSeconds = applicationSeconds
        self.nationalLanguages = nationalLanguages
    }

    /// The default: the largest USSD string, and times that most gateways keep.
    public static let standard = NetworkProfile(
        name: "standard",
        menuSeptetsMax: 182,
        menuUCS2UnitsMax: 80,
        inputCharactersMax: 160,
        idleSeconds: 60,
        sessionSeconds: 180,
        applicationSeconds: 10
    )

    /// What 3GPP itself allows.
    ///
    /// Ten minutes for everything (TS 29.002 clause 17.6.4), and every national language table in
    /// short messages (TS 23.038 clause 6.2.1.2).
    public static let strict3GPP = NetworkProfile(
        name: "3gpp",
        menuSeptetsMax: 182,
        menuUCS2UnitsMax: 80,
        inputCharactersMax: 160,
        idleSeconds: 600,
        sessionSeconds: 600,
        applicationSeconds: 600,
        nationalLanguages: NationalLanguage.allCases
    )

    /// Safaricom Kenya through Africa's Talking: screens of 160 characters, input of 80.
    ///
    /// The UCS-2 limit is not published; 70 units are the 140 octets that 160 septets take.
    public static let kenyaAfricasTalking = NetworkProfile(
        name: "ke-at",
        menuSeptetsMax: 160,
        menuUCS2UnitsMax: 70,
        inputCharactersMax: 80,
        idleSeconds: 30,
        sessionSeconds: 180,
        applicationSeconds: 10
    )

    /// Airtel Kenya through Africa's Talking: input of 90 characters.
    ///
    /// The published 184 characters a screen are cut to the 182 septets that a USSD string holds.
    public static let kenyaAirtelAfricasTalking = NetworkProfile(
        name: "ke-at-airtel",
        menuSeptetsMax: 182,
        menuUCS2UnitsMax: 80,
        inputCharactersMax: 90,
        idleSeconds: 60,
        sessionSeconds: 180,
        applicationSeconds: 10
    )

    /// Clickatell in South Africa; the application's time is not published.
    public static let southAfricaClickatell = NetworkProfile(
        name: "za-clickatell",
        menuSeptetsMax: 182,
        menuUCS2UnitsMax: 80,
        inputCharactersMax: 160,
        idleSeconds: 20,
        sessionSeconds: 120,
        applicationSeconds: 10
    )

    /// Hubtel in Ghana; the length of a session is not published.
    public static let ghanaHubtel = NetworkProfile(
        name: "gh-hubtel",
        menuSeptetsMax: 182,
        menuUCS2UnitsMax: 80,
        inputCharactersMax: 160,
        idleSeconds: 120,
        sessionSeconds: 180,
        applicationSeconds: 7
    )

    /// HollaTags in Nigeria: 160 characters and 20 seconds for the whole session.
    ///
    /// The UCS-2 limit is not published; 70 units are the 140 octets that 160 septets take. The
    /// waiting time is not published either and cannot be longer than the session.
    public static let nigeriaHollaTags = NetworkProfile(
        name: "ng-hollatags",
        menuSeptetsMax: 160,
        menuUCS2UnitsMax: 70,
        inputCharactersMax: 160,
        idleSeconds: 20,
        sessionSeconds: 20,
        applicationSeconds: 10
    )

    /// Every profile that can be chosen by name, the default first.
    public static let all = [
        standard, strict3GPP, kenyaAfricasTalking, kenyaAirtelAfricasTalking,
        southAfricaClickatell, ghanaHubtel, nigeriaHollaTags,
    ]

    /// Finds a profile by its exact name.
    public static func named(_ name: String) -> NetworkProfile? {
        all.first { $0.name == name }
    }

    /// The most units of a screen in this alphabet.
    public func menuUnitsMax(in alphabet: Alphabet) -> Int {
        switch alphabet {
        case .gsm7: menuSeptetsMax
        case .ucs2: menuUCS2UnitsMax
        }
    }

    /// Whether a screen of this size fits.
    public func fits(_ size: TextSize) -> Bool {
        size.units <= menuUnitsMax(in: size.alphabet)
    }
}
