// SPDX-License-Identifier: Apache-2.0

/// Reads transfers from the first to the last and does all sums again, from nothing.
package struct LedgerAuditor {
    private var counted: [AccountID: Account] = [:]
    private var openHolds: [TransferID: PendingTransfer] = [:]
    private var violations: [InvariantViolation] = []
    package private(set) var head = LedgerHead()

    package init() {}

    /// Takes the next transfer.
    package mutating func add(_ row: PostedTransfer) {
        if row.id.rawValue != head.transfer.rawValue &+ 1 { report(.gap(after: head.transfer)) }
        if row.sealed(after: head.hash) != row.hash { report(.chainBroken(row.id)) }
        head = LedgerHead(transfer: row.id, hash: row.hash, message: 0)
        let hold = row.kind.pending.flatMap { openHolds.removeValue(forKey: $0) }
        var debit = counted[row.debit] ?? .unknown(row.debit, row.amount.currency)
        var credit = counted[row.credit] ?? .unknown(row.credit, row.amount.currency)
        let linked =
            debit.lastTransfer == row.previousDebit && credit.lastTransfer == row.previousCredit
            && (row.kind.pending == nil) == (hold == nil)
        let counts =
            debit.count(row, held: hold?.amount.minorUnits, on: .debit)
            && credit.count(row, held: hold?.amount.minorUnits, on: .credit)
        let balanced =
            debit.balance == row.debitBalanceAfter && credit.balance == row.creditBalanceAfter
        if !linked || !counts || !balanced { report(.rowMismatch(row.id)) }
        counted[debit.id] = debit
        counted[credit.id] = credit
        if let hold = PendingTransfer(row) { openHolds[hold.id] = hold }
    }

    /// Compares the sums with a state that stands at the same transfer.
    package mutating func finish(comparing state: LedgerState) -> LedgerAudit {
        if state.head.hash != head.hash { report(.chainBroken(state.head.transfer)) }
        for account in state.accounts {
            let sums = counted.removeValue(forKey: account.id)
            if !account.hasCounters(of: sums ?? .unknown(account.id, account.currency)) {
                report(.balanceMismatch(account.id))
            }
        }
        for id in counted.keys.sorted() { report(.balanceMismatch(id)) }
        for violation in state.invariantViolations() { report(violation) }
        return LedgerAudit(
            transfers: head.transfer.rawValue,
            accounts: state.accountsByID.count,
            lastHash: head.hash,
            violations: violations
        )
    }

    private mutating func report(_ violation: InvariantViolation) {
        if violations.count < LedgerAudit.violationsMax { violations.append(violation) }
    }
}

extension Account {
    fileprivate static func unknown(_ id: AccountID, _ currency: Currency) -> Account {
        Account(AccountOpening(id: id, kind: .liability, currency: currency))
    }

    fileprivate func hasCounters(of other: Account) -> Bool {
        currency == other.currency && debitsPending == other.debitsPending
            && debitsPosted == other.debitsPosted && creditsPending == other.creditsPending
            && creditsPosted == other.creditsPosted && lastTransfer == other.lastTransfer
    }
}
