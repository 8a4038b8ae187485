// SPDX-License-Identifier: Apache-2.0

/// An amount of money: whole minor units of one currency, never a fraction.
public struct Amount: Hashable, Sendable {
    /// Minor units: cents of KES, whole francs of XOF; may be negative for a balance.
    public var minorUnits: Int64
    /// The currency the units are counted in.
    public var currency: Currency

    /// Makes an amount of so many minor units.
    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Nothing, in a currency.
    public static func zero(_ currency: Currency) -> Amount {
        Amount(minorUnits: 0, currency: currency)
    }

    /// Whether the amount is more than nothing.
    public var isPositive: Bool { minorUnits > 0 }

    /// The sum of two amounts of one currency.
    ///
    /// - Throws: ``AmountOverflow`` when the currencies differ or 64 bits cannot hold the sum.
    public func adding(_ other: Amount) throws(AmountOverflow) -> Amount {
        try combined(other, minorUnits.addingReportingOverflow)
    }

    /// The difference of two amounts of one currency; may be negative.
    ///
    /// - Throws: ``AmountOverflow`` when the currencies differ or 64 bits cannot hold it.
    public func subtracting(_ other: Amount) throws(AmountOverflow) -> Amount {
        try combined(other, minorUnits.subtractingReportingOverflow)
    }

    /// The amount so many times.
    ///
    /// - Throws: ``AmountOverflow`` when 64 bits cannot hold it.
    public func multiplied(by factor: Int64) throws(AmountOverflow) -> Amount {
        let (product, overflow) = minorUnits.multipliedReportingOverflow(by: factor)
        guard !overflow else { throw .tooLarge }
        return Amount(minorUnits: product, currency: currency)
    }

    private func combined(
        _ other: Amount,
        _ operation: (Int64) -> (partialValue: Int64, overflow: Bool)
    ) throws(AmountOverflow) -> Amount {
        guard currency == other.currency else { throw .otherCurrency }
        let (value, overflow) = operation(other.minorUnits)
        guard !overflow else { throw .tooLarge }
        return Amount(minorUnits: value, currency: currency)
    }
}

/// Why two amounts could not be combined.
public enum AmountOverflow: Error, Hashable, Sendable {
    /// The result does not fit 64 bits of minor units.
    case tooLarge
    /// The amounts are of different currencies.
    case otherCurrency
}
