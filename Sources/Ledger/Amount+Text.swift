// SPDX-License-Identifier: Apache-2.0

extension Amount {
    /// Reads an amount as people type it: `1234`, `1,234.5`, `1 234.50`.
    ///
    /// Commas and spaces may group the whole part by threes and nowhere else; the decimals may not
    /// be more than the currency has. No sign, no exponent, no other digits than 0 to 9.
    /// Nil for anything else, and for what 64 bits cannot hold.
    public init?(parsing text: some StringProtocol, currency: Currency) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = Self.digits(ofGrouped: first) else { return nil }
        var decimals: [UInt8] = []
        if parts.count == 2 {
            decimals = Array(parts[1].utf8)
            guard !decimals.isEmpty, decimals.count <= currency.minorDigits else { return nil }
        }
        let padding = repeatElement(UInt8(ascii: "0"), count: currency.minorDigits - decimals.count)
        var units: Int64 = 0
        for byte in whole + decimals + padding {
            guard (48...57).contains(byte) else { return nil }
            let (tens, overflow) = units.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int64(byte - 48))
            guard !overflow, !carry else { return nil }
            units = sum
        }
        self.init(minorUnits: units, currency: currency)
    }

    /// The number as it is printed: `1,234.50`, with all decimals of the currency.
    public var formatted: String { formatted(grouping: ",", decimals: currency.minorDigits) }

    /// The number with a chosen mark between thousands and at most so many decimals.
    ///
    /// Decimals are dropped only where they are zero: money is never rounded for a screen.
    public func formatted(grouping: String, decimals: Int) -> String {
        var digits = Array(String(minorUnits.magnitude).utf8)
        let minor = currency.minorDigits
        if digits.count <= minor {
            digits.insert(contentsOf: repeatElement(48, count: minor + 1 - digits.count), at: 0)
        }
        var fraction = Array(digits.suffix(minor))
        while fraction.count > max(0, decimals), fraction.last == 48 { fraction.removeLast() }
        let whole = digits.dropLast(minor)
        var text = minorUnits < 0 ? "-" : ""
        for (index, byte) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += grouping }
            text.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return fraction.isEmpty ? text : text + "." + String(decoding: fraction, as: UTF8.self)
    }

    private static func digits(ofGrouped text: some StringProtocol) -> [UInt8]? {
        let marks: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: " ")]
        let groups = text.utf8.split(
            omittingEmptySubsequences: false,
            whereSeparator: marks.contains
        )
        guard let first = groups.first, !first.isEmpty else { return nil }
        if groups.count > 1 {
            guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        return groups.flatMap { Array($0) }
    }
}

extension Amount: CustomStringConvertible {
    /// The currency and the number: `KES 1,234.50`.
    public var description: String { "\(currency.code) \(formatted)" }
}
