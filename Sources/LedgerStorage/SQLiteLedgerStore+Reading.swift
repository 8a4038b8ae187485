// SPDX-License-Identifier: Apache-2.0
import GRDB
public import Ledger
import Synchronization

extension SQLiteLedgerStore {
    /// The account as last committed, from memory, or nil.
    public func account(_ id: AccountID) -> Account? {
        writer.committed.withLock { $0.account(id) }
    }

    /// Every account as last committed, by number.
    public func accounts() -> [Account] { state.accounts }

    /// The document as last committed, from memory, or nil.
    public func record(_ key: RecordKey) -> Ledger.Record? {
        writer.committed.withLock { $0.record(key) }
    }

    /// Every document of a kind as last committed, by number.
    public func records(kind: UInt16) -> [Ledger.Record] { state.records(kind: kind) }

    /// The newest transfers of an account, newest first, none older than a moment.
    public func statement(
        of id: AccountID,
        since: Timestamp?,
        limit: Int
    ) throws(LedgerStoreError) -> [PostedTransfer] {
        let last = account(id)?.lastTransfer
        return try reading { queries in
            try queries.statement(of: id, from: last, since: since, limit: limit)
        }
    }

    /// Transfers with numbers after the given one, oldest first.
    public func transfers(
        since id: TransferID,
        limit: Int
    ) throws(LedgerStoreError) -> [PostedTransfer] {
        try reading { queries in
            var rows: [PostedTransfer] = []
            try queries.eachTransfer(after: id, limit: max(0, limit)) { rows.append($0) }
            return rows
        }
    }

    /// The result a key got, or nil when it never was used.
    ///
    /// - Throws: `LedgerStoreError.inDoubt` for a key that has no result while a failed commit may
    ///   still come back with one.
    public func result(of key: IdempotencyKey) throws(LedgerStoreError) -> LedgerResult? {
        if let result = try reading({ try $0.result(of: key)?.result }) { return result }
        if let doubt = writer.doubt.withLock({ $0 }) { throw doubt }
        return nil
    }

    /// Messages not yet marked as delivered, oldest first.
    public func undeliveredMessages(limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        try reading { queries in
            let condition = "delivered = 0 AND id > ? ORDER BY id"
            return try queries.messages(where: condition, 0, limit: max(0, limit))
        }
    }

    /// The newest messages to an MSISDN, newest first, delivered or not.
    public func messages(
        to msisdn: UInt64,
        limit: Int
    ) throws(LedgerStoreError) -> [OutboxMessage] {
        try reading { queries in
            let condition = "recipient = ? ORDER BY id DESC"
            let number = Int64(bitPattern: msisdn)
            return try queries.messages(where: condition, number, limit: max(0, limit))
        }
    }

    /// Work that is due by a moment and not done, by moment and then by number.
    public func dueWork(
        at moment: Timestamp,
        limit: Int
    ) throws(LedgerStoreError) -> [WorkItem] {
        try reading { try WorkQueries(db: $0.db).due(at: moment, limit: limit) }
    }

    /// Checks the committed balances in memory: what must always hold and does not.
    public func invariantViolations() -> [InvariantViolation] { state.invariantViolations() }

    /// The state as last committed.
    var state: LedgerState { writer.committed.withLock { $0 } }

    func reading<Value>(
        _ body: (LedgerQueries) throws -> Value
    ) throws(LedgerStoreError) -> Value {
        do {
            return try pool.read { try body(LedgerQueries(db: $0)) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_MISUSE {
            throw .closed
        } catch {
            throw LedgerStoreError(error)
        }
    }
}
