// SPDX-License-Identifier: Apache-2.0

/// Reads the journal from its first link to the last and does all sums again, from nothing.
package struct LedgerAuditor {
    private var counted: [AccountID: Account] = [:]
    private var noted: [AccountID: Account] = [:]
    private var openHolds: [TransferID: PendingTransfer] = [:]
    private var reversed: [TransferID: Int64] = [:]
    private var violations: [InvariantViolation] = []
    private var chain = ChainCheck()
    private var heads: HeadCheck
    package private(set) var head = LedgerHead()

    /// Begins an audit, against the signed heads in the ledger and those kept elsewhere where
    /// there are some.
    package init(
        heads: [SignedHead] = [],
        kept: [SignedHead] = [],
        signers: SealSigners? = nil
    ) {
        self.heads = HeadCheck(heads, kept: kept, signers: signers)
        self.heads.pass(head)
    }

    /// Takes the next link; for a reversal or correction, the transfer it names is asked for.
    package mutating func add<Failure: Error>(
        _ entry: JournalEntry,
        original: (PostedTransfer) throws(Failure) -> PostedTransfer?
    ) throws(Failure) {
        chain.add(entry)
        head.hash = entry.hash
        switch entry {
        case .transfer(let row):
            if row.kind.original != nil { check(row, try original(row)) }
            count(row)
            head.transfer = row.id
        case .note(let note):
            count(note)
            head.note = note.id
        }
        heads.pass(head)
    }

    /// Compares the sums with a state that stands at the same link.
    ///
    /// A file from before there were notes has none to compare limits and flags with.
    package mutating func finish(
        comparing state: LedgerState,
        hasNotes: Bool = true
    ) -> LedgerAudit {
        chain.resolve()
        if state.head.hash != head.hash { report(.chainBroken(state.head.transfer)) }
        for account in state.accounts {
            let sums = counted.removeValue(forKey: account.id)
            if !account.hasCounters(of: sums ?? .unknown(account.id, account.currency)) {
                report(.balanceMismatch(account.id))
            }
            let opened = noted.removeValue(forKey: account.id)
            if hasNotes, opened.map(account.hasSettings) != true {
                report(.settingMismatch(account.id))
            }
        }
        for id in counted.keys.sorted() { report(.balanceMismatch(id)) }
        for id in noted.keys.sorted() { report(.settingMismatch(id)) }
        for violation in state.invariantViolations() { report(violation) }
        let all = chain.findings + heads.finish() + violations
        return LedgerAudit(
            transfers: head.transfer.rawValue,
            notes: head.note,
            accounts: state.accountsByID.count,
            heads: heads.count,
            lastHash: head.hash,
            violations: Array(all.prefix(LedgerAudit.violationsMax))
        )
    }

    private mutating func count(_ row: PostedTransfer) {
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

    private mutating func count(_ note: JournalNote) {
        switch note.kind {
        case .opened(let opening):
            noted[opening.id] = Account(opening)
        case .set(let setting):
            noted[setting.id]?.take(setting)
        case .audit:
            break
        }
    }

    /// Checks that a reversal moves back no more than there is, and between the same accounts.
    private mutating func check(_ row: PostedTransfer, _ original: PostedTransfer?) {
        guard let original, original.id < row.id else { return report(.originalMismatch(row.id)) }
        guard case .reversal = row.kind else { return }
        let (sum, overflow) = reversed[original.id, default: 0]
            .addingReportingOverflow(row.amount.minorUnits)
        reversed[original.id] = sum
        let fits =
            !overflow && sum <= original.amount.minorUnits && original.kind.isReversible
            && row.amount.currency == original.amount.currency
            && row.debit == original.credit && row.credit == original.debit
        if !fits { report(.originalMismatch(row.id)) }
    }

    /// Adds what was found beside the journal.
    package mutating func report(_ violation: InvariantViolation) {
        if violations.count < LedgerAudit.violationsMax { violations.append(violation) }
    }
}

extension Account {
    /// Takes over limits and flags.
    mutating func take(_ setting: AccountSetting) {
        floor = setting.floor
        ceiling = setting.ceiling
        isFrozen = setting.isFrozen
        isClosed = setting.isClosed
    }

    fileprivate static func unknown(_ id: AccountID, _ currency: Currency) -> Account {
        Account(AccountOpening(id: id, kind: .liability, currency: currency))
    }

    fileprivate func hasCounters(of other: Account) -> Bool {
        currency == other.currency && debitsPending == other.debitsPending
            && debitsPosted == other.debitsPosted && creditsPending == other.creditsPending
            && creditsPosted == other.creditsPosted && lastTransfer == other.lastTransfer
    }

    fileprivate func hasSettings(of other: Account) -> Bool {
        kind == other.kind && currency == other.currency
            && AccountSetting(self) == AccountSetting(other)
    }
}
