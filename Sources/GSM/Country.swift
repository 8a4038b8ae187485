// SPDX-License-Identifier: Apache-2.0

/// The countries whose numbers are understood, named by their ISO 3166-1 code.
public enum Country: String, Hashable, Sendable, CaseIterable {
    /// Kenya, +254.
    case kenya = "KE"
    /// Ghana, +233.
    case ghana = "GH"
    /// Tanzania, +255.
    case tanzania = "TZ"
    /// Uganda, +256.
    case uganda = "UG"
    /// Nigeria, +234.
    case nigeria = "NG"
    /// China, +86.
    case china = "CN"
    /// India, +91.
    case india = "IN"
    /// Bangladesh, +880.
    case bangladesh = "BD"

    /// The E.164 country code without `+`, such as `254`.
    public var callingCode: String {
        switch self {
        case .kenya: "254"
        case .ghana: "233"
        case .tanzania: "255"
        case .uganda: "256"
        case .nigeria: "234"
        case .china: "86"
        case .india: "91"
        case .bangladesh: "880"
        }
    }

    /// What may be typed before a national number when dialling within the country.
    public var trunkPrefix: String { "0" }

    /// Whether people write mobile numbers with the trunk prefix; in China they do not.
    public var writesTrunkPrefix: Bool { self != .china }

    /// What is dialled before a country code to call abroad, in the order of preference.
    public var iddPrefixes: [String] {
        switch self {
        case .kenya: ["000"]
        case .tanzania: ["000", "005", "006"]
        case .uganda: ["000", "005", "007"]
        case .nigeria: ["009"]
        case .ghana, .china, .india, .bangladesh: ["00"]
        }
    }

    /// Digits of a national number without trunk prefix.
    public var nationalLength: Int {
        switch self {
        case .kenya, .ghana, .tanzania, .uganda: 9
        case .nigeria, .india, .bangladesh: 10
        case .china: 11
        }
    }

    /// The first four digits that national mobile numbers may begin with.
    public var mobileLeadingDigits: [ClosedRange<Int>] {
        switch self {
        case .kenya: Self.kenyanMobile
        case .ghana: Self.ghanaianMobile
        case .tanzania: Self.tanzanianMobile
        case .uganda: Self.ugandanMobile
        case .nigeria: Self.nigerianMobile
        case .china: Self.chineseMobile
        case .india: Self.indianMobile
        case .bangladesh: Self.bangladeshiMobile
        }
    }

    /// How many digits stand together when a number is written for a reader, trunk included.
    public var digitGroups: [Int] {
        switch self {
        case .kenya, .tanzania, .uganda: [4, 3, 3]
        case .ghana: [3, 3, 4]
        case .nigeria: [4, 3, 4]
        case .china: [3, 4, 4]
        case .india: [6, 5]
        case .bangladesh: [5, 6]
        }
    }

    /// The ISO 4217 code of the currency, such as `KES`.
    public var currencyCode: String {
        switch self {
        case .kenya: "KES"
        case .ghana: "GHS"
        case .tanzania: "TZS"
        case .uganda: "UGX"
        case .nigeria: "NGN"
        case .china: "CNY"
        case .india: "INR"
        case .bangladesh: "BDT"
        }
    }

    /// Digits after the decimal point of an amount (ISO 4217): 0 in Uganda, 2 elsewhere.
    public var currencyMinorDigits: Int { self == .uganda ? 0 : 2 }

    private static let kenyanMobile = [
        7000...7999, 1000...1089, 1100...1219, 1240...1249, 1300...1309, 1350...1469, 1800...1899,
    ]
    private static let ghanaianMobile = [
        2000...2099, 2300...2499, 2560...2579, 2600...2999, 5000...5099, 5300...5799, 5910...5999,
    ]
    private static let tanzanianMobile = [6000...6399, 6500...6999, 7000...7999]
    private static let ugandanMobile = [
        7000...7199, 7200...7219, 7240...7249, 7260...7279, 7280...7280, 7300...7329, 7340...7340,
        7360...7379, 7400...7899, 7900...7959, 7980...7999,
    ]
    private static let nigerianMobile = [
        7010...7099, 7100...7299, 8010...8099, 8100...8189, 8190...8191, 9010...9099, 9100...9169,
    ]
    private static let chineseMobile = [
        1300...1399, 1450...1459, 1470...1479, 1500...1539, 1550...1599, 1610...1610, 1620...1629,
        1650...1679, 1700...1739, 1740...1740, 1750...1789, 1800...1899, 1900...1939, 1950...1999,
    ]
    private static let indianMobile = [6000...9999, 1600...1601]
    private static let bangladeshiMobile = [1100...1199, 1300...1999, 6400...6499]
}
