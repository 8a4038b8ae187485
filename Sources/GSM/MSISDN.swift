// SPDX-License-Identifier: Apache-2.0

/// A subscriber's number in E.164, kept in eight octets and never printed in full by accident.
///
/// Descriptions, mirrors and string interpolation show ``masked``; ask for ``e164``, ``local`` or
/// ``national(in:)`` by name where the number itself must be seen.
public struct MSISDN: Hashable, Sendable {
    /// Country code and national number as one decimal number, such as 254712000001.
    public let digits: UInt64

    /// The bounds of what is taken for a number.
    public enum Limits {
        /// Fewest digits of a number, country code included.
        public static let digitsMin = 7
        /// Most digits of a number, country code included (E.164 clause 6.1).
        public static let digitsMax = 15
        /// Most scalars of typed input that are looked at, separators included.
        public static let typedScalarsMax = 40
    }

    /// Takes the digits of an E.164 number, `nil` unless there are 7 to 15 of them.
    public init?(digits: UInt64) {
        guard digits >= 1_000_000, digits < 1_000_000_000_000_000 else { return nil }
        self.digits = digits
    }

    /// Takes `+` and 7 to 15 digits exactly, of any country; nothing else is tolerated.
    public init?(e164: String) {
        var octets = e164.utf8[...]
        guard octets.popFirst() == UInt8(ascii: "+"), octets.first != UInt8(ascii: "0"),
            Limits.digitsMin...Limits.digitsMax ~= octets.count
        else { return nil }
        var number: UInt64 = 0
        for octet in octets {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= octet else { return nil }
            number = number * 10 + UInt64(octet - UInt8(ascii: "0"))
        }
        self.init(digits: number)
    }

    /// The number in full, such as `+254712000001`.
    public var e164: String { "+\(digits)" }

    /// The country of the number, `nil` when it is not a valid mobile number of a known one.
    public var country: Country? {
        Country.allCases.first { $0.nationalNumber(of: digits) != nil }
    }

    /// The number as its owner dials it at home, ungrouped, such as `0712000001`.
    ///
    /// A number of no known country gives ``e164``.
    public var local: String {
        country.map { local(in: $0) } ?? e164
    }

    /// The number as a reader in `country` writes it, grouped, such as `0712 000 001`.
    ///
    /// A number from abroad is written with `+`, its country code and the same groups; one of no
    /// known country as ``e164``.
    public func national(in country: Country) -> String {
        guard let home = self.country else { return e164 }
        let groups = Self.grouped(local(in: home), by: home.digitGroups)
        if home == country { return groups }
        let trunk = home.writesTrunkPrefix ? home.trunkPrefix.count : 0
        return "+\(home.callingCode) \(groups.dropFirst(trunk))"
    }

    /// Enough of the number to recognise it and too little to dial it, such as `+2547****001`.
    public var masked: String {
        let text = String(digits)
        let head = text.count >= 10 ? text.prefix(4) : ""
        return "+\(head)****\(text.suffix(3))"
    }

    private static func grouped(_ text: String, by groups: [Int]) -> String {
        var rest = text.utf8[...]
        var grouped = ""
        for count in groups + [rest.count] where !rest.isEmpty {
            if !grouped.isEmpty { grouped += " " }
            grouped += Substring(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return grouped
    }

    /// The number as it is dialled in its own country.
    private func local(in home: Country) -> String {
        guard let national = home.nationalNumber(of: digits) else { return e164 }
        return (home.writesTrunkPrefix ? home.trunkPrefix : "") + String(national)
    }
}

extension MSISDN: Comparable {
    /// Orders by number value.
    public static func < (left: MSISDN, right: MSISDN) -> Bool {
        left.digits < right.digits
    }
}

extension MSISDN: CustomStringConvertible {
    /// The masked number.
    public var description: String { masked }
}

extension MSISDN: CustomDebugStringConvertible {
    /// The masked number.
    public var debugDescription: String { masked }
}

extension MSISDN: CustomReflectable {
    /// A mirror that holds the masked number only.
    public var customMirror: Mirror {
        Mirror(self, children: ["masked": masked], displayStyle: .struct)
    }
}
