// SPDX-License-Identifier: Apache-2.0

/// Every account of a currency with what it had, what moved and what it has: debits must equal
/// credits in each column.
public struct TrialBalance: Hashable, Sendable {
    /// One account; the figures are minor units.
    public struct Line: Hashable, Sendable {
        /// The account.
        public let account: AccountID
        /// Its name.
        public let name: String
        /// What it stands for.
        public let kind: AccountKind
        /// Credits less debits before the span.
        public let opening: Int128
        /// Debited in the span.
        public let debits: Int128
        /// Credited in the span.
        public let credits: Int128

        /// Credits less debits at the end of the span.
        public var closing: Int128 { opening + credits - debits }
    }

    /// The currency of all figures.
    public let currency: Currency
    /// The accounts, by name.
    public let lines: [Line]

    /// What accounts have on the debit side at the end, in minor units.
    public var debit: Int128 { lines.reduce(0) { $0 + max(0, -$1.closing) } }

    /// What accounts have on the credit side at the end, in minor units.
    public var credit: Int128 { lines.reduce(0) { $0 + max(0, $1.closing) } }

    /// Whether debits equal credits before, in and after the span.
    public var isBalanced: Bool {
        let before = lines.reduce(0 as Int128) { $0 + $1.opening }
        let moved = lines.reduce(0 as Int128) { $0 + $1.credits - $1.debits }
        return before == 0 && moved == 0 && debit == credit
    }
}

extension Books {
    /// The trial balance of every currency, by its letters.
    public func trialBalances(naming: Naming) -> [TrialBalance] {
        currencies.map { currency in
            let lines = entries(in: currency, naming: naming).map { entry in
                TrialBalance.Line(
                    account: entry.id,
                    name: entry.name,
                    kind: entry.kind,
                    opening: entry.turnover.before,
                    debits: entry.turnover.debits,
                    credits: entry.turnover.credits
                )
            }
            return TrialBalance(currency: currency, lines: lines)
        }
    }
}
