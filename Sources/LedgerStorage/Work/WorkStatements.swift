// SPDX-License-Identifier: Apache-2.0
import Ledger

/// The statements that put work on the queue and take it off, prepared once for the writer.
struct WorkStatements {
    private let add, done: WriterStatement

    init(on database: OpaquePointer) throws(LedgerStoreError) {
        add = try WriterStatement(
            "INSERT INTO work (id, transfer, due, kind, subject, body) "
                + "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            on: database
        )
        done = try WriterStatement("DELETE FROM work WHERE id = ?1", on: database)
    }

    /// Writes what a command added and takes away what it finished.
    func write(_ rows: LedgerRows) throws(LedgerStoreError) {
        if let id = rows.finished {
            done.bind(1, id.rawValue)
            try done.run()
        }
        for item in rows.work {
            add.bind(1, item.id.rawValue)
            add.bind(2, item.transfer.rawValue)
            add.bind(3, item.due.milliseconds)
            add.bind(4, Int64(item.kind))
            add.bind(5, Int64(bitPattern: item.subject))
            add.bind(6, item.body)
            try add.run()
        }
    }

    /// Lets go of the statements.
    func finish() {
        add.finalize()
        done.finalize()
    }
}
