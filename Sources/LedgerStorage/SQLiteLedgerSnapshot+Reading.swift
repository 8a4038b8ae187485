// SPDX-License-Identifier: Apache-2.0
import GRDB
public import Ledger

extension SQLiteLedgerSnapshot {
    /// Refuses: a snapshot writes nothing.
    public func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    ) {
        completion(.failure(.readOnly))
    }

    /// Refuses: a snapshot writes nothing.
    public func expirePending(
        at moment: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    ) {
        completion(.failure(.readOnly))
    }

    /// Refuses: a snapshot writes nothing.
    public func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    ) {
        completion(.failure(.readOnly))
    }

    /// Does nothing: nobody commits here.
    public func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?) {}

    /// The account as it stood, or nil.
    public func account(_ id: AccountID) -> Account? { state.account(id) }

    /// Every account as it stood, by number.
    public func accounts() -> [Account] { state.accounts }

    /// The document as it stood, or nil.
    public func record(_ key: RecordKey) -> Ledger.Record? { state.record(key) }

    /// Every document of a kind as it stood, by number.
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

    /// Transfers with numbers after the given one, oldest first, none after the snapshot.
    public func transfers(
        since id: TransferID,
        limit: Int
    ) throws(LedgerStoreError) -> [PostedTransfer] {
        let left = state.lastTransfer.rawValue.subtractingReportingOverflow(id.rawValue)
        let count = left.overflow ? Int64.max : max(0, left.partialValue)
        return try reading { queries in
            var rows: [PostedTransfer] = []
            let most = min(max(0, limit), Int(clamping: count))
            try queries.eachTransfer(after: id, limit: most) { row in
                if row.id <= state.lastTransfer { rows.append(row) }
            }
            return rows
        }
    }

    /// The result a key got, or nil when it never was used; also from after the snapshot.
    public func result(of key: IdempotencyKey) throws(LedgerStoreError) -> LedgerResult? {
        try reading { try $0.result(of: key)?.result }
    }

    /// Messages not marked as delivered now, oldest first.
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

    /// What must always hold and did not.
    public func invariantViolations() -> [InvariantViolation] { state.invariantViolations() }
}
