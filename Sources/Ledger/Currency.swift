// SPDX-License-Identifier: Apache-2.0

/// A currency of ISO 4217: its three letters and the digits of its minor unit.
///
/// Only currencies whose minor unit is a power of ten are in the table; MGA and MRU divide by
/// five and would print wrongly as decimals, so they are left out.
public struct Currency: Hashable, Sendable {
    private let letters: UInt32
    private let digits: UInt8

    /// Finds a currency by its ISO 4217 letters, such as `KES`; nil when there is none.
    public init?(_ code: String) {
        var letters: UInt32 = 0
        for byte in code.utf8 {
            guard letters < 1 << 16 else { return nil }
            letters = letters << 8 | UInt32(byte)
        }
        guard let found = Self.table[letters] else { return nil }
        self = found
    }

    /// The digits after the decimal point: 0 for UGX, 2 for KES, 3 for KWD.
    public var minorDigits: Int { Int(digits) }

    /// Minor units in one major unit: 10 to the power of `minorDigits`.
    public var minorUnitsPerUnit: Int64 {
        (0..<digits).reduce(1) { power, _ in power * 10 }
    }

    /// The three letters of ISO 4217, upper case.
    public var code: String {
        String(
            decoding: [
                UInt8(letters >> 16 & 255), UInt8(letters >> 8 & 255), UInt8(letters & 255),
            ],
            as: UTF8.self
        )
    }

    /// The letters as one number, for hashing and storing; stable for ever.
    package var packed: UInt32 { letters }

    private init(_ code: StaticString, digits: UInt8) {
        letters = code.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
        self.digits = digits
    }
}

extension Currency {
    /// No currency (ISO 4217 `XXX`): the amount of a transfer that takes its amount from a hold.
    public static let none = Currency("XXX", digits: 0)
    /// Kenyan shilling.
    public static let kes = Currency("KES", digits: 2)
    /// Tanzanian shilling.
    public static let tzs = Currency("TZS", digits: 2)
    /// Uganda shilling, without a minor unit.
    public static let ugx = Currency("UGX", digits: 0)
    /// Rwanda franc, without a minor unit.
    public static let rwf = Currency("RWF", digits: 0)
    /// Ghana cedi.
    public static let ghs = Currency("GHS", digits: 2)
    /// Nigerian naira.
    public static let ngn = Currency("NGN", digits: 2)
    /// Bangladeshi taka.
    public static let bdt = Currency("BDT", digits: 2)
    /// Indian rupee.
    public static let inr = Currency("INR", digits: 2)
    /// Chinese yuan renminbi.
    public static let cny = Currency("CNY", digits: 2)
    /// CFA franc of the West African union, without a minor unit.
    public static let xof = Currency("XOF", digits: 0)
    /// CFA franc of the Central African union, without a minor unit.
    public static let xaf = Currency("XAF", digits: 0)
    /// United States dollar.
    public static let usd = Currency("USD", digits: 2)

    /// Every currency the ledger can hold, `XXX` left out.
    public static let all: [Currency] = [
        kes, tzs, ugx, rwf, ghs, ngn, bdt, inr, cny, xof, xaf, usd,
        Currency("BIF", digits: 0), Currency("BOB", digits: 2), Currency("BWP", digits: 2),
        Currency("CDF", digits: 2), Currency("CLP", digits: 0), Currency("COP", digits: 2),
        Currency("EGP", digits: 2), Currency("ETB", digits: 2), Currency("EUR", digits: 2),
        Currency("GBP", digits: 2), Currency("GMD", digits: 2), Currency("GNF", digits: 0),
        Currency("HTG", digits: 2), Currency("IDR", digits: 2), Currency("JPY", digits: 0),
        Currency("KHR", digits: 2), Currency("KRW", digits: 0), Currency("KWD", digits: 3),
        Currency("LKR", digits: 2), Currency("LRD", digits: 2), Currency("MMK", digits: 2),
        Currency("MWK", digits: 2), Currency("MXN", digits: 2), Currency("MZN", digits: 2),
        Currency("NPR", digits: 2), Currency("PEN", digits: 2), Currency("PHP", digits: 2),
        Currency("PKR", digits: 2), Currency("SLE", digits: 2), Currency("SOS", digits: 2),
        Currency("SSP", digits: 2), Currency("THB", digits: 2), Currency("TND", digits: 3),
        Currency("VND", digits: 0), Currency("ZAR", digits: 2), Currency("ZMW", digits: 2),
    ]
}

extension Currency {
    private static let table = Dictionary(
        uniqueKeysWithValues: (all + [none]).map { ($0.letters, $0) }
    )
}

extension Currency: CustomStringConvertible {
    /// The ISO 4217 letters.
    public var description: String { code }
}
