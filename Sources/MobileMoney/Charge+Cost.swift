// SPDX-License-Identifier: Apache-2.0

/// What a payment costs its two parties; it is fixed when it is quoted.
///
/// Amounts are minor units.
struct Cost: Hashable, Sendable {
    /// What leaves the paying account besides the amount.
    var sender = Share()
    /// What the receiver pays out of what she receives.
    var receiver = Share()
    /// What the operator pays the agent.
    var commission: Int64 = 0

    /// What one party pays.
    struct Share: Hashable, Sendable {
        /// The operator's part of the fee.
        var income: Int64 = 0
        /// The tax that is inside the fee.
        var feeTax: Int64 = 0
        /// Taxes beside the fee: those on top, and one inside the amount.
        var tax: Int64 = 0

        /// The fee as the tariff sheet says it, its inner tax included.
        var fee: Int64 { income.saturatingAdd(feeTax) }

        /// Fee and taxes.
        var total: Int64 { fee.saturatingAdd(tax) }
    }
}

extension Charge {
    /// The fee after what was paid before, taxes inside it included and those on top not.
    func fee(for amount: Int64, after usage: Usage) -> Int64 {
        if usage.monthCount < free.monthCount { return 0 }
        let left = max(
            free.monthAmount.saturatingSubtract(usage.month),
            free.lifeAmount.saturatingSubtract(usage.life)
        )
        let charged = left > 0 ? amount.saturatingSubtract(left) : amount
        guard charged > 0 else { return 0 }
        let month = usage.month.saturatingAdd(amount)
        let bands = steps.last { month > $0.above }?.bands ?? bands
        return bands.units(for: charged, rounding)
    }

    /// Fee, taxes and commission of an amount, and who pays them.
    func cost(of amount: Int64, after usage: Usage) -> Cost {
        let fee = fee(for: amount, after: usage)
        var cost = Cost()
        var onFee: (inside: Int64, onTop: Int64) = (0, 0)
        if let feeTax {
            if feeTax.isInside {
                onFee.inside = feeTax.rate.inside(fee, rounding)
            } else {
                onFee.onTop = feeTax.rate.part(of: fee, rounding)
            }
        }
        let share = senderShare.part(of: fee, rounding)
        // Of the sender's share, rounded down, so that neither part exceeds its share of the fee.
        let inside = fee == 0 ? 0 : Rounding.down.quotient(share, times: onFee.inside, by: fee)
        cost.sender.income = share - inside
        cost.sender.feeTax = inside
        cost.receiver.income = fee - share - (onFee.inside - inside)
        cost.receiver.feeTax = onFee.inside - inside
        cost.sender.tax = senderShare.part(of: onFee.onTop, rounding)
        cost.receiver.tax = onFee.onTop - cost.sender.tax
        if let amountTax {
            if amountTax.isInside {
                let tax = amountTax.rate.inside(amount, rounding)
                cost.receiver.tax = cost.receiver.tax.saturatingAdd(tax)
            } else {
                let tax = amountTax.rate.part(of: amount, rounding)
                cost.sender.tax = cost.sender.tax.saturatingAdd(tax)
            }
        }
        cost.commission = commission.units(for: amount, rounding)
        return cost
    }

    /// The greatest amount not above `cap` that a balance pays together with its fee and taxes.
    ///
    /// Between two bounds of a band, a step or a quota the total never falls when the amount
    /// grows, so each stretch is searched by halves, the upper ones first, and only where the
    /// totals of its ends leave a doubt. What the receiver keeps does not fall either: where the
    /// greatest payable amount leaves her nothing, none below does.
    ///
    /// - Returns: minor units; 0 when not even ``least`` can be paid.
    func greatest(payableFrom balance: Int64, cap: Int64, after usage: Usage = Usage()) -> Int64 {
        var upper = min(most, cap, balance)
        guard upper >= least else { return 0 }
        func total(_ amount: Int64) -> Int64 { cost(of: amount, after: usage).sender.total }
        while upper >= least {
            let end = end(below: upper, after: usage)
            var (low, high) = (end + 1, upper)
            upper = end
            let (lowest, highest) = (total(low), total(high))
            guard low.saturatingAdd(lowest) <= balance else { continue }
            low = max(low, min(high, balance.saturatingSubtract(highest)))
            high = min(high, balance.saturatingSubtract(lowest))
            while low < high {
                let middle = low + (high - low + 1) / 2
                if middle.saturatingAdd(total(middle)) <= balance {
                    low = middle
                } else {
                    high = middle - 1
                }
            }
            if cost(of: low, after: usage).receiver.total <= low { return low }
        }
        return 0
    }

    /// The greatest amount below a bound behind which another band, step or quota begins; the one
    /// below ``least`` when there is none.
    private func end(below bound: Int64, after usage: Usage) -> Int64 {
        let ofMonth = free.monthAmount.saturatingSubtract(usage.month)
        let ofLife = free.lifeAmount.saturatingSubtract(usage.life)
        var end = least - 1
        func look(at amount: Int64) { if amount < bound { end = max(end, amount) } }
        func look(at bands: [FeeBand]) {
            for band in bands {
                look(at: band.upTo)
                if ofMonth > 0 { look(at: band.upTo.saturatingAdd(ofMonth)) }
                if ofLife > 0 { look(at: band.upTo.saturatingAdd(ofLife)) }
            }
        }
        if ofMonth > 0 { look(at: ofMonth) }
        if ofLife > 0 { look(at: ofLife) }
        look(at: bands)
        for step in steps {
            look(at: step.bands)
            look(at: step.above.saturatingSubtract(usage.month))
        }
        return end
    }
}
