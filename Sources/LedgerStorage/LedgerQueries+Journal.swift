// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

extension LedgerQueries {
    /// Calls for every note after a number, oldest first, up to a limit.
    func eachNote(
        after id: Int64,
        limit: Int = .max,
        _ body: (JournalNote) throws -> Void
    ) throws {
        let sql = "SELECT \(JournalNote.columns) FROM notes WHERE id > ? ORDER BY id LIMIT ?"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [id, limit])
        while let row = try rows.next() { try body(JournalNote(row)) }
    }

    /// Calls for every link of the journal after one place and up to another, in order.
    func eachEntry(
        after start: LedgerHead = LedgerHead(),
        upTo end: LedgerHead? = nil,
        _ body: (JournalEntry) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(PostedTransfer.columns) FROM transfers
                WHERE id > ? AND id <= ? ORDER BY id
                """,
            arguments: [start.transfer.rawValue, end?.transfer.rawValue ?? .max]
        )
        let nextTransfer = { try rows.next().map { try PostedTransfer($0) } }
        guard try hasNotes else {
            return try JournalEntry.merge(
                notes: { () throws -> JournalNote? in nil },
                transfers: nextTransfer,
                body
            )
        }
        let notes = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(JournalNote.columns) FROM notes WHERE id > ? AND id <= ? ORDER BY id
                """,
            arguments: [start.note, end?.note ?? .max]
        )
        try JournalEntry.merge(
            notes: { try notes.next().map { try JournalNote($0) } },
            transfers: nextTransfer,
            body
        )
    }

    /// Reads the journal from where an auditor stands up to a place, and the tables that index it.
    func audit(with auditor: inout LedgerAuditor, upTo end: LedgerHead) throws {
        let begins = auditor.head == LedgerHead()
        try eachEntry(after: auditor.head, upTo: end) { entry in
            try auditor.add(entry, original: original(of:))
        }
        guard begins, try hasNotes else { return }
        for last in try spansThatDoNotFit(upTo: end.transfer) {
            auditor.report(.timesMismatch(upTo: last))
        }
    }

    /// Whether the file has notes: one from before its second migration has none yet.
    var hasNotes: Bool {
        get throws { try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0 >= 2 }
    }

    /// The number of the last note written before a transfer was; notes grow with transfers, so a
    /// few of them are looked at.
    func lastNote(before id: TransferID) throws -> Int64 {
        guard try hasNotes else { return 0 }
        var known: Int64 = 0
        var end = try Int64.fetchOne(db, sql: "SELECT max(id) FROM notes") ?? 0
        let statement = try db.cachedStatement(sql: "SELECT after FROM notes WHERE id = ?")
        while known < end {
            let middle = known + (end - known + 1) / 2
            guard let after = try Int64.fetchOne(statement, arguments: [middle]) else {
                throw LedgerStoreError.damaged(by: .noteGap(after: known))
            }
            if after < id.rawValue { known = middle } else { end = middle - 1 }
        }
        return known
    }

    /// The reversals and corrections that name a transfer, by the table of them.
    func followUps(of original: TransferID) throws -> [PostedTransfer] {
        let sql = "SELECT transfer FROM follow_ups WHERE original = ? ORDER BY transfer"
        return try Int64.fetchAll(db, sql: sql, arguments: [original.rawValue]).map { id in
            guard let row = try transfer(TransferID(id)), row.kind.original == original else {
                throw LedgerStoreError.damaged("transfer \(id) is no follow-up of another")
            }
            return row
        }
    }

    /// The transfer a reversal or correction names; nil when the table of them does not have it,
    /// or when there is no such transfer.
    func original(of row: PostedTransfer) throws -> PostedTransfer? {
        guard let original = row.kind.original else { return nil }
        let known = try Bool.fetchOne(
            db,
            sql: "SELECT 1 FROM follow_ups WHERE original = ? AND transfer = ?",
            arguments: [original.rawValue, row.id.rawValue]
        )
        return known == true ? try transfer(original) : nil
    }

    /// The signed heads, by day.
    func heads() throws -> [SignedHead] {
        let sql = "SELECT day, transfer, note, hash, signature FROM heads ORDER BY day"
        return try Row.fetchAll(db, sql: sql).map { row in
            let bytes = [UInt8](try row.decode(Data.self, atIndex: 3))
            guard let hash = bytes.withUnsafeBytes({ TransferHash(bytes: $0) }) else {
                throw LedgerStoreError.damaged("a signed head has fields that mean nothing")
            }
            return SignedHead(
                day: try row.decode(String.self, atIndex: 0),
                transfer: TransferID(try row.decode(Int64.self, atIndex: 1)),
                note: try row.decode(Int64.self, atIndex: 2),
                hash: hash,
                signature: [UInt8](try row.decode(Data.self, atIndex: 4))
            )
        }
    }

    /// A part of an account's statement: from a cursor on, or from its last transfer.
    func page(
        of account: AccountID,
        from last: TransferID?,
        before cursor: StatementCursor?,
        limit: Int
    ) throws -> StatementPage {
        if let cursor {
            let first = try transfer(cursor.transfer)
            guard cursor.account == account, first?.balanceAfter(of: account) != nil else {
                throw LedgerStoreError.cursor(cursor, of: account)
            }
        }
        let first = cursor?.transfer ?? last
        let found = try statement(of: account, from: first, since: nil, limit: limit)
        let next = found.isEmpty ? first : found.last?.previous(of: account)
        return StatementPage(
            rows: found.compactMap { StatementRow($0, of: account) },
            next: next.map { StatementCursor(account: account, transfer: $0) }
        )
    }
}

extension SignedHead {
    /// Writes the head down.
    func insert(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO heads VALUES (?, ?, ?, ?, ?)",
            arguments: [day, transfer.rawValue, note, Data(hash.bytes), Data(signature)]
        )
    }
}

extension LedgerQueries: LedgerPast {
    package func fate(of hold: TransferID) throws(LedgerStoreError) -> PendingFate? {
        try storing { try storedFate(of: hold) }
    }

    package func isOpen(_ work: WorkID) throws(LedgerStoreError) -> Bool {
        try WorkQueries(db: db).isOpen(work)
    }

    package func original(_ id: TransferID) throws(LedgerStoreError) -> OriginalTransfer? {
        try storing {
            guard let row = try transfer(id) else { return nil }
            return OriginalTransfer(row: row, followUps: try followUps(of: id))
        }
    }
}
