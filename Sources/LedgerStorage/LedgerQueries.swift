// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

/// What is read from a ledger file outside the writer's hot path.
struct LedgerQueries {
    let db: Database

    /// The transfer with a number, or nil.
    func transfer(_ id: TransferID) throws -> PostedTransfer? {
        let sql = "SELECT \(PostedTransfer.columns) FROM transfers WHERE id = ?"
        let statement = try db.cachedStatement(sql: sql)
        return try Row.fetchOne(statement, arguments: [id.rawValue]).map(PostedTransfer.init)
    }

    /// Calls for every transfer after a number, oldest first, up to a limit.
    func eachTransfer(
        after id: TransferID,
        limit: Int = .max,
        _ body: (PostedTransfer) throws -> Void
    ) throws {
        let sql =
            "SELECT \(PostedTransfer.columns) FROM transfers WHERE id > ? ORDER BY id LIMIT ?"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [id.rawValue, limit])
        var last = id
        do {
            while let row = try rows.next() {
                let transfer = try PostedTransfer(row)
                last = transfer.id
                try body(transfer)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            let words = error.message ?? "its page is broken"
            throw LedgerStoreError.damaged(
                "the transfer after \(last.rawValue) cannot be read: \(words)"
            )
        }
    }

    /// Walks an account's chain from a transfer backwards.
    func statement(
        of account: AccountID,
        from last: TransferID?,
        since: Timestamp?,
        limit: Int
    ) throws -> [PostedTransfer] {
        var rows: [PostedTransfer] = []
        var next = last
        while rows.count < limit, let id = next {
            guard let row = try transfer(id) else {
                throw LedgerStoreError.damaged("transfer \(id.rawValue) is missing")
            }
            if let since, row.at < since { break }
            rows.append(row)
            next = row.previous(of: account)
            if let next, next >= id {
                throw LedgerStoreError.damaged("transfer \(id.rawValue) links to a later one")
            }
        }
        return rows
    }

    /// How a hold ended; nil when it is open or never was.
    func storedFate(of id: TransferID) throws -> PendingFate? {
        try Int64.fetchOne(db, sql: "SELECT fate FROM holds WHERE id = ?", arguments: [id.rawValue])
            .flatMap(PendingFate.init(rawValue:))
    }

    /// The fingerprint and result kept under a key, or nil.
    func result(of key: IdempotencyKey) throws -> (fingerprint: UInt64, result: LedgerResult)? {
        let sql = """
            SELECT fingerprint, first_transfer, transfer_count, rejection, rejected_index
            FROM idempotency WHERE key = ?
            """
        let bytes = key.withBytes { Data($0) }
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [bytes]) else { return nil }
        let fingerprint = UInt64(bitPattern: try row.decode(Int64.self, atIndex: 0))
        if let name = try row.decode(String?.self, atIndex: 3) {
            guard let reason = TransferRejection(rawValue: name) else {
                throw LedgerStoreError.damaged("a key was refused for an unknown reason")
            }
            let index = try row.decode(Int?.self, atIndex: 4)
            let rejection = LedgerRejection(reason, transferIndex: index)
            return (fingerprint, LedgerResult(.rejected(rejection), replayed: true))
        }
        let first = TransferID(try row.decode(Int64.self, atIndex: 1))
        var transfers: [PostedTransfer] = []
        let before = TransferID(first.rawValue &- 1)
        let count = try row.decode(Int.self, atIndex: 2)
        try eachTransfer(after: before, limit: count) { transfers.append($0) }
        return (fingerprint, LedgerResult(.accepted(transfers), replayed: true))
    }

    /// Messages by a condition with one argument.
    func messages(where condition: String, _ argument: Int64, limit: Int) throws -> [OutboxMessage]
    {
        let sql = "SELECT \(OutboxMessage.columns) FROM outbox WHERE \(condition) LIMIT ?"
        return try Row.fetchAll(db, sql: sql, arguments: [argument, limit])
            .map { try OutboxMessage($0) }
    }
}

extension IdempotencyKey {
    /// Lends the sixteen bytes, most significant first, as they are stored and sorted.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let ordered = (high.bigEndian, low.bigEndian)
        return try withUnsafeBytes(of: ordered) { (bytes) throws(Failure) in try body(bytes) }
    }
}
