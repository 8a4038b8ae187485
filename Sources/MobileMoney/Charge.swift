// SPDX-License-Identifier: Apache-2.0

/// What one kind of payment may be, what it costs, who pays that, and what agents earn.
///
/// The bands stand in ascending order and the last one ends at ``most``, so that every amount
/// from ``least`` to ``most`` has exactly one fee. All amounts are minor units.
public struct Charge: Hashable, Sendable {
    /// The least amount that can be paid.
    public let least: Int64
    /// The greatest amount that can be paid at once.
    public let most: Int64
    /// The bands in ascending order; none when the payment is free.
    public let bands: [FeeBand]
    /// Other bands once the month's payments of this kind have come so far, in ascending order.
    public var steps: [VolumeStep] = []
    /// What is free of the fee.
    public var free = FreeQuota()
    /// The part of fee and of tax on the fee that the sender pays; the receiver pays the rest.
    public var senderShare = Percentage.whole
    /// The tax on the fee.
    public var feeTax: Tax?
    /// The tax on the amount.
    public var amountTax: Tax?
    /// What the agent earns, by amount; none for nothing.
    public var commission: [FeeBand] = []
    /// How parts of amounts become whole minor units.
    public var rounding = Rounding.halfUp

    /// Other bands for a customer who pays much in a month.
    public struct VolumeStep: Hashable, Sendable {
        /// The bands hold once the month's total, the new payment included, is above this.
        public let above: Int64
        /// The bands, as those of ``Charge``.
        public let bands: [FeeBand]

        /// Makes a step.
        public init(above: Int64, bands: [FeeBand]) {
            self.above = above
            self.bands = bands
        }
    }

    /// What is free of the fee; what is nil or 0 frees nothing.
    ///
    /// Every payment of the kind uses the quotas up, also one that its band makes free.
    public struct FreeQuota: Hashable, Sendable {
        /// The first so many payments of a local month.
        public var monthCount = 0
        /// The first so many minor units of a local month; above it only the rest is charged.
        public var monthAmount: Int64 = 0
        /// The first so many minor units ever; above it only the rest is charged.
        public var lifeAmount: Int64 = 0

        /// Makes a quota that frees nothing.
        public init() {}
    }

    /// A tax and how it is taken.
    public struct Tax: Hashable, Sendable {
        /// The part of the taxed sum.
        public let rate: Percentage
        /// Whether it is inside the sum; else it comes on top.
        ///
        /// A tax inside the fee lessens the operator's income, one inside the amount what the
        /// receiver keeps.
        public let isInside: Bool

        /// Makes a tax.
        public init(rate: Percentage, isInside: Bool) {
            self.rate = rate
            self.isInside = isInside
        }
    }

    /// Makes a charge that the sender pays; ``Tariff`` checks what it reads before it does.
    public init(least: Int64, most: Int64, bands: [FeeBand]) {
        self.least = least
        self.most = most
        self.bands = bands
    }

    /// The fee for a first payment of an amount, without tax on top; an amount above the last band
    /// costs as that one.
    public func fee(for amount: Int64) -> Int64 { fee(for: amount, after: Usage()) }

    /// The highest fee of all bands, in minor units.
    public var highestFee: Int64 {
        max(bands.highest(rounding), steps.map { $0.bands.highest(rounding) }.max() ?? 0)
    }

    /// Whether what was paid before changes the fee.
    var dependsOnUsage: Bool { !steps.isEmpty || free != FreeQuota() }
}

/// What a customer has paid with one kind of payment before, in the currency's minor units.
struct Usage: Hashable, Sendable {
    /// Payments of the local month.
    var monthCount = 0
    /// Their sum.
    var month: Int64 = 0
    /// The sum of all payments ever.
    var life: Int64 = 0
}
