// SPDX-License-Identifier: Apache-2.0

/// How much of one currency is given for another: an exact fraction, never a floating number.
public struct ExchangeRate: Hashable, Sendable {
    /// The currency that is given away.
    public let source: Currency
    /// The currency that is received.
    public let target: Currency
    /// Whole units of the target for ``denominator`` whole units of the source; more than 0.
    public let numerator: Int64
    /// Whole units of the source; more than 0.
    public let denominator: Int64

    /// Makes a rate of so many whole target units for so many whole source units.
    ///
    /// Nil when one of them is not more than 0 or the currencies are the same.
    public init?(
        from source: Currency,
        to target: Currency,
        numerator: Int64,
        denominator: Int64 = 1
    ) {
        guard numerator > 0, denominator > 0, source != target else { return nil }
        self.source = source
        self.target = target
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Reads how many whole target units one whole source unit is worth, such as `129.35`.
    ///
    /// Digits with at most one point and at most ``decimalsMax`` decimals; nil for anything else,
    /// for nothing, and for what 64 bits cannot hold.
    public init?(from source: Currency, to target: Currency, decimal text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.joined()
        let decimals = parts.count == 2 ? parts[1].utf8.count : 0
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
            decimals <= Self.decimalsMax, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let numerator = Int64(digits)
        else { return nil }
        let denominator = (0..<decimals).reduce(1 as Int64) { power, _ in power * 10 }
        self.init(from: source, to: target, numerator: numerator, denominator: denominator)
    }

    /// Decimals in the text of a rate.
    public static let decimalsMax = 12

    /// What an amount of the source is worth, rounded down to whole minor units of the target.
    ///
    /// - Throws: ``ConversionRefusal``: `otherCurrency`, `amountNotPositive`, `worthNothing` when
    ///   less than one minor unit would come out, `tooLarge` when 64 bits cannot hold it.
    public func converting(_ amount: Amount) throws(ConversionRefusal) -> Amount {
        guard amount.currency == source else { throw .otherCurrency }
        guard amount.isPositive else { throw .amountNotPositive }
        // 63 bits by ten bits at most, twice; the amount comes in when what they share is gone
        let above = Int128(numerator) * Int128(target.minorUnitsPerUnit)
        let below = Int128(denominator) * Int128(source.minorUnitsPerUnit)
        let divisor = Self.commonDivisor(above, below)
        let (product, overflow) = Int128(amount.minorUnits)
            .multipliedReportingOverflow(by: above / divisor)
        guard !overflow, let units = Int64(exactly: product / (below / divisor)) else {
            throw .tooLarge
        }
        guard units > 0 else { throw .worthNothing }
        return Amount(minorUnits: units, currency: target)
    }

    private static func commonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}

/// Why an amount cannot be converted, in the order of the checks.
public enum ConversionRefusal: String, CaseIterable, Error, Hashable, Sendable {
    /// The amount is not of the currency the rate gives away.
    case otherCurrency
    /// The amount is nothing or less.
    case amountNotPositive
    /// The result, or a step on the way to it, is too large to be held.
    case tooLarge
    /// Less than one minor unit would come out.
    case worthNothing
}
