// SPDX-License-Identifier: Apache-2.0

/// One line of a tariff sheet: amounts up to a bound cost so much.
public struct FeeBand: Hashable, Sendable {
    /// The greatest amount of the band, in minor units.
    public let upTo: Int64
    /// The fee, or the commission, in minor units.
    public let fee: Int64

    /// Makes a band.
    ///
    /// - Parameters:
    ///   - upTo: the greatest amount of the band, in minor units.
    ///   - fee: what it costs, in minor units.
    public init(upTo: Int64, fee: Int64) {
        self.upTo = upTo
        self.fee = fee
    }
}

/// What one kind of payment may be and what it costs.
///
/// The bands stand in ascending order and the last one ends at ``most``, so that every amount
/// from ``least`` to ``most`` has exactly one fee.
public struct Charge: Hashable, Sendable {
    /// The least amount that can be paid, in minor units.
    public let least: Int64
    /// The greatest amount that can be paid at once, in minor units.
    public let most: Int64
    /// The bands in ascending order; none when the payment is free.
    public let bands: [FeeBand]

    /// Makes a charge; ``Tariff`` checks what it reads before it does.
    public init(least: Int64, most: Int64, bands: [FeeBand]) {
        self.least = least
        self.most = most
        self.bands = bands
    }

    /// The fee for an amount, in minor units; an amount above the last band costs as that one.
    public func fee(for amount: Int64) -> Int64 {
        (bands.first { amount <= $0.upTo } ?? bands.last)?.fee ?? 0
    }

    /// The highest fee of all bands, in minor units.
    public var highestFee: Int64 { bands.map(\.fee).max() ?? 0 }

    /// The greatest amount not above `cap` that a balance pays together with its fee.
    ///
    /// - Returns: minor units; 0 when not even ``least`` can be paid.
    public func greatest(payableFrom balance: Int64, cap: Int64) -> Int64 {
        let top = min(most, cap)
        var lower = 0 as Int64
        var best = 0 as Int64
        for band in bands.isEmpty ? [FeeBand(upTo: most, fee: 0)] : bands {
            let amount = min(band.upTo, top, balance.saturatingSubtract(band.fee))
            if amount > lower { best = max(best, amount) }
            lower = band.upTo
        }
        return best >= least ? best : 0
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
