// SPDX-License-Identifier: Apache-2.0

/// A decimal number as written, such as `-507.00` or `1,493`, kept exactly.
public struct DecimalText: Hashable, Sendable {
    /// The number without its point: `-50700`.
    public let units: Int64
    /// How many digits stand behind the point, 0 to 9.
    public let decimals: Int

    /// Reads a number; nil for anything but digits, commas by threes, a sign and one point.
    public init?(_ text: some StringProtocol) {
        var octets = Array(text.utf8)[...]
        let isNegative = octets.first == UInt8(ascii: "-")
        if isNegative { octets = octets.dropFirst() }
        let parts = octets.split(
            separator: UInt8(ascii: "."),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let decimals = parts.count == 2 ? parts[1].count : 0
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || 1...9 ~= decimals
        else { return nil }
        let groups = whole.split(
            separator: UInt8(ascii: ","),
            omittingEmptySubsequences: false
        )
        guard groups.count == 1 || groups[0].count <= 3 && !groups[0].isEmpty,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        var units: Int64 = 0
        for octet in groups.joined() + (parts.count == 2 ? Array(parts[1]) : []) {
            guard 48...57 ~= octet else { return nil }
            let (tens, overflow) = units.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int64(octet - 48))
            guard !overflow, !carry else { return nil }
            units = sum
        }
        self.units = isNegative ? -units : units
        self.decimals = decimals
    }

    /// Whether it is the same number, whatever zeros end its decimals.
    public func equals(_ money: LedgerMoney) -> Bool {
        let digits = max(decimals, money.minorDigits)
        guard let left = Self.scaled(units, by: digits - decimals),
            let right = Self.scaled(money.minorUnits, by: digits - money.minorDigits)
        else { return false }
        return left == right
    }

    private static func scaled(_ number: Int64, by digits: Int) -> Int64? {
        var number = number
        for _ in 0..<max(0, digits) {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            number = product
        }
        return number
    }
}

extension LedgerMoney {
    /// The amount as a transcript writes it: `-507.00`, without marks between thousands.
    public var written: String {
        let digits = String(minorUnits.magnitude)
        let decimals = min(max(0, minorDigits), 18)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = minorUnits < 0 ? "-" : ""
        guard decimals > 0 else { return sign + padded }
        return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }
}
