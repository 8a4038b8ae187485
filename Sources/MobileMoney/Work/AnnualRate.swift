// SPDX-License-Identifier: Apache-2.0

/// Interest for a year as an exact decimal: 0 % to 100 % in steps of a ten-thousandth percent.
public struct AnnualRate: Hashable, Sendable {
    /// Millionths of the sum a year: 45,000 for 4.5 %.
    public let millionths: Int64

    /// Most digits behind the point of a percentage.
    public static let decimalsMax = 4
    /// Days of a year, also of a leap year.
    public static let daysPerYear: Int64 = 365

    /// Makes a rate of so many millionths; nil unless there are 0 to 1,000,000.
    public init?(millionths: Int64) {
        guard 0...1_000_000 ~= millionths else { return nil }
        self.millionths = millionths
    }

    /// Reads `4`, `4.5` or `4.5%`; nil for anything else and for more than 100.
    public init?(parsing text: some StringProtocol) {
        let bare = text.hasSuffix("%") ? text.dropLast() : text.dropLast(0)
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].utf8.count <= 3,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } })
        else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= Self.decimalsMax else { return nil }
        let padding = String(repeating: "0", count: Self.decimalsMax - decimals.utf8.count)
        guard let millionths = Int64(parts[0] + decimals + padding) else { return nil }
        self.init(millionths: millionths)
    }

    /// What a balance of minor units earns in a day, in millionths of a minor unit, rounded down;
    /// less than nothing earns nothing.
    public func microUnits(ofDayOn balance: Int64) -> Int64 {
        let product = Int128(max(0, balance)) * Int128(millionths)
        return Int64(clamping: product / Int128(Self.daysPerYear))
    }
}
