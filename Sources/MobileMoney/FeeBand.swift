// SPDX-License-Identifier: Apache-2.0

/// One line of a tariff sheet: amounts up to a bound cost so much.
public struct FeeBand: Hashable, Sendable {
    /// The greatest amount of the band, in minor units.
    public let upTo: Int64
    /// The fee, or the commission.
    public let price: Price

    /// What an amount costs.
    public enum Price: Hashable, Sendable {
        /// So many minor units, whatever the amount.
        case flat(Int64)
        /// A part of the amount, in minor units not below `least` nor above `most`.
        case part(Percentage, least: Int64, most: Int64)
    }

    /// Makes a band with a price.
    public init(upTo: Int64, price: Price) {
        self.upTo = upTo
        self.price = price
    }

    /// Makes a band that costs the same for every amount, in minor units.
    public init(upTo: Int64, fee: Int64) {
        self.init(upTo: upTo, price: .flat(fee))
    }
}

extension FeeBand.Price {
    /// The price of an amount, in minor units; both 0 or more.
    func units(for amount: Int64, _ rounding: Rounding) -> Int64 {
        switch self {
        case .flat(let units): units
        case .part(let part, let least, let most):
            max(least, min(most, part.part(of: amount, rounding)))
        }
    }
}

extension [FeeBand] {
    /// The price of an amount by the first band that reaches it, else by the last; 0 without bands.
    func units(for amount: Int64, _ rounding: Rounding) -> Int64 {
        guard let band = first(where: { amount <= $0.upTo }) ?? last else { return 0 }
        return band.price.units(for: amount, rounding)
    }

    /// The highest price of all bands, in minor units.
    func highest(_ rounding: Rounding) -> Int64 {
        map { $0.price.units(for: $0.upTo, rounding) }.max() ?? 0
    }
}

extension Int64 {
    /// The difference, held at the ends of 64 bits.
    func saturatingSubtract(_ other: Int64) -> Int64 {
        let (value, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other > 0 ? .min : .max) : value
    }

    /// The sum, held at the ends of 64 bits.
    func saturatingAdd(_ other: Int64) -> Int64 {
        let (value, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : value
    }
}
