// SPDX-License-Identifier: Apache-2.0

extension LedgerState {
    /// What must always hold and does not: sums per currency, limits, holds.
    public func invariantViolations() -> [InvariantViolation] {
        var sums: [Currency: Int128] = [:]
        var debits: [AccountID: Int64] = [:]
        var credits: [AccountID: Int64] = [:]
        for hold in openHolds.values {
            debits[hold.debit, default: 0] &+= hold.amount.minorUnits
            credits[hold.credit, default: 0] &+= hold.amount.minorUnits
        }
        var found: [InvariantViolation] = []
        for account in accounts {
            sums[account.currency, default: 0] += Int128(account.balance)
            if !account.isWithinLimits { found.append(.limitBroken(account.id)) }
            if account.isClosed, !account.isEmpty { found.append(.closedNotEmpty(account.id)) }
            if account.debitsPending != debits[account.id, default: 0]
                || account.creditsPending != credits[account.id, default: 0]
            {
                found.append(.pendingMismatch(account.id))
            }
        }
        for (currency, sum) in sums.sorted(by: { $0.key.code < $1.key.code }) where sum != 0 {
            found.append(.sumNotZero(currency: currency, sum: String(sum)))
        }
        return found
    }
}
