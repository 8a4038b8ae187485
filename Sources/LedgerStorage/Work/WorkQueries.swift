// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

/// What is read of the queue of work.
struct WorkQueries {
    let db: Database

    /// The last number ever given; zero in a file from before there was work.
    func last() throws -> WorkID {
        guard try db.tableExists("work") else { return .zero }
        let sql = "SELECT seq FROM sqlite_sequence WHERE name = 'work'"
        return WorkID(try Int64.fetchOne(db, sql: sql) ?? 0)
    }

    /// Whether an item is still to be done.
    func isOpen(_ id: WorkID) throws(LedgerStoreError) -> Bool {
        try storing {
            let statement = try db.cachedStatement(sql: "SELECT 1 FROM work WHERE id = ?")
            return try Int.fetchOne(statement, arguments: [id.rawValue]) != nil
        }
    }

    /// The first items due by a moment, at most so many.
    func due(at moment: Timestamp, limit: Int) throws -> [WorkItem] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, transfer, due, kind, subject, body FROM work
                WHERE due <= ? ORDER BY due, id LIMIT ?
                """
        )
        let arguments: StatementArguments = [moment.milliseconds, max(0, limit)]
        return try Row.fetchAll(statement, arguments: arguments).map(Self.item)
    }

    private static func item(_ row: Row) throws -> WorkItem {
        let id = WorkID(try row.decode(Int64.self, atIndex: 0))
        guard let kind = UInt16(exactly: try row.decode(Int64.self, atIndex: 3)) else {
            throw LedgerStoreError.damaged("work \(id.rawValue) is of an unknown kind")
        }
        return WorkItem(
            id: id,
            transfer: TransferID(try row.decode(Int64.self, atIndex: 1)),
            WorkItem(
                due: Timestamp(milliseconds: try row.decode(Int64.self, atIndex: 2)),
                kind: kind,
                subject: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 4)),
                body: [UInt8](try row.decode(Data.self, atIndex: 5))
            )
        )
    }
}
