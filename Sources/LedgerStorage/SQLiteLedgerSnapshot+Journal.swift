// SPDX-License-Identifier: Apache-2.0
import GRDB
public import Ledger

extension SQLiteLedgerSnapshot {
    /// Notes with numbers after the given one, oldest first, none after the snapshot.
    public func notes(since id: Int64, limit: Int) throws(LedgerStoreError) -> [JournalNote] {
        try reading { queries in
            var notes: [JournalNote] = []
            try queries.eachNote(after: id, limit: max(0, limit)) { note in
                if note.id <= state.lastNote { notes.append(note) }
            }
            return notes
        }
    }

    /// The reversals and corrections that name a transfer, oldest first, none after the snapshot.
    public func followUps(of original: TransferID) throws(LedgerStoreError) -> [PostedTransfer] {
        try reading { try $0.followUps(of: original).filter { $0.id <= state.lastTransfer } }
    }

    /// A part of an account's statement, newest first.
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
    public func balance(
        of id: AccountID,
        at moment: Timestamp
    ) throws(LedgerStoreError) -> Int64? {
        guard let account = account(id) else { return nil }
        return try reading { queries in
            try queries.balance(
                of: id,
                from: account.lastTransfer,
                at: moment,
                upTo: state.lastTransfer
            )
        }
    }

    /// Work that is due by a moment and not done, as it is now.
    public func dueWork(
        at moment: Timestamp,
        limit: Int
    ) throws(LedgerStoreError) -> [WorkItem] {
        try reading { try WorkQueries(db: $0.db).due(at: moment, limit: limit) }
    }

    /// Refuses: a snapshot writes nothing.
    public func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    ) {
        completion(.failure(.readOnly))
    }

    /// The signed heads as they stood, by day.
    public func heads() -> [SignedHead] { signedHeads }

    /// Reads the whole journal of the snapshot again and compares with its balances.
    public func verify() throws(LedgerStoreError) -> LedgerAudit {
        try audit(LedgerAuditor())
    }

    /// Reads the whole journal of the snapshot again and compares it with the signed heads too.
    public func verify(
        publicKey: SealPublicKey,
        kept: [SignedHead]
    ) throws(LedgerStoreError) -> LedgerAudit {
        try verify(signers: SealSigners(publicKey, following: try handovers()), kept: kept)
    }

    /// Reads the whole journal of the snapshot again and compares it with the heads that one key
    /// after the other signed.
    public func verify(
        signers: SealSigners,
        kept: [SignedHead]
    ) throws(LedgerStoreError) -> LedgerAudit {
        try audit(LedgerAuditor(heads: heads(), kept: kept, signers: signers))
    }

    private func audit(_ fresh: LedgerAuditor) throws(LedgerStoreError) -> LedgerAudit {
        var auditor = fresh
        try reading { try $0.audit(with: &auditor, upTo: state.head) }
        return auditor.finish(comparing: state)
    }
}
