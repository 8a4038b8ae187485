// SPDX-License-Identifier: Apache-2.0
import GRDB
public import Ledger
import Synchronization

extension SQLiteLedgerStore {
    /// Notes with numbers after the given one, oldest first.
    public func notes(since id: Int64, limit: Int) throws(LedgerStoreError) -> [JournalNote] {
        try reading { queries in
            var notes: [JournalNote] = []
            try queries.eachNote(after: id, limit: max(0, limit)) { notes.append($0) }
            return notes
        }
    }

    /// The reversals and corrections that name a transfer, oldest first, by a table of them.
    public func followUps(of original: TransferID) throws(LedgerStoreError) -> [PostedTransfer] {
        try reading { try $0.followUps(of: original) }
    }

    /// A part of an account's statement, newest first; reads one row a row, whatever the length
    /// of the ledger.
    ///
    /// - Throws: `LedgerStoreError`: `refused` for a cursor of another account's statement.
    public func statement(
        of id: AccountID,
        before cursor: StatementCursor?,
        limit: Int
    ) throws(LedgerStoreError) -> StatementPage {
        let last = account(id)?.lastTransfer
        return try reading { queries in
            try queries.page(of: id, from: last, before: cursor, limit: limit)
        }
    }

    /// An account's balance at a moment, in minor units; nil when there is no such account.
    ///
    /// No index by account is kept for this: one row for 4,096 transfers tells their times. What
    /// is read is, at most, the account's transfers since the moment, and far less of a busy one.
    public func balance(
        of id: AccountID,
        at moment: Timestamp
    ) throws(LedgerStoreError) -> Int64? {
        let state = state
        guard let account = state.account(id) else { return nil }
        return try reading { queries in
            try queries.balance(
                of: id,
                from: account.lastTransfer,
                at: moment,
                upTo: state.lastTransfer
            )
        }
    }

    /// The signed heads, by day.
    public func heads() throws(LedgerStoreError) -> [SignedHead] {
        try reading { try $0.heads() }
    }

    /// Reads the whole journal in the file again and compares with the balances in memory.
    ///
    /// Commits go on meanwhile, but for the last few transfers, read while they wait.
    public func verify() throws(LedgerStoreError) -> LedgerAudit {
        try audit(LedgerAuditor())
    }

    /// Reads the whole journal in the file again and compares it with the signed heads too: those
    /// in the file, and those kept elsewhere.
    public func verify(
        publicKey: SealPublicKey,
        kept: [SignedHead]
    ) throws(LedgerStoreError) -> LedgerAudit {
        func audit() throws(LedgerStoreError) -> LedgerAudit {
            let signers = SealSigners(publicKey, following: try handovers())
            return try self.audit(
                LedgerAuditor(heads: try heads(), kept: kept, signers: signers)
            )
        }
        let first = try audit()
        let lacks = first.violations.contains { if case .headMissing = $0 { true } else { false } }
        // a head can be in the file a moment before what it signs is published
        return lacks ? try audit() : first
    }

    private func audit(_ fresh: LedgerAuditor) throws(LedgerStoreError) -> LedgerAudit {
        var auditor = fresh
        let first = state.head
        try read(into: &auditor, upTo: first)
        return try storing {
            try writer.committed.withLock { state in
                try read(into: &auditor, upTo: state.head)
                return auditor.finish(comparing: state)
            }
        }
    }

    private func read(
        into auditor: inout LedgerAuditor,
        upTo end: LedgerHead
    ) throws(LedgerStoreError) {
        try reading { queries in
            try queries.audit(with: &auditor, upTo: end)
        }
    }
}
