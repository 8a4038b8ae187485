// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import LedgerStorage

/// Ledgers written by every earlier version of this program, opened by this one.
@Suite struct MigrationTests {
    @Test(arguments: LedgerSchema.migrator.migrations)
    func `a migration is what it was when it shipped`(name: String) throws {
        let text = try statements(of: name)
        let vector = Vector(name: "migration-\(name.replacing(" ", with: "-")).golden")
        guard let kept = try vector.kept(orRecording: { text }) else { return }
        #expect(kept == text, "A shipped migration changed. Add another one instead.")
    }

    @Test func `the newest version has its ledger kept for those to come`() async throws {
        let folder = try await written()
        let vector = Vector(name: "ledger-v\(LedgerSchema.version).golden")
        let kept = try vector.kept { try dump(of: folder.path("ledger")) }
        #expect(kept?.contains("PRAGMA user_version = \(LedgerSchema.version);\n") != false)
        #expect(try Vector.names().contains("ledger-v1.golden"))
    }

    @Test(arguments: try Vector.names().filter { $0.hasPrefix("ledger-v") })
    func `a ledger of a version has the tables of that version`(name: String) throws {
        let folder = try restored(name)
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        let applied = try queue.read { db in
            try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
        }
        let last = try #require(applied.last)
        let fresh = try DatabaseQueue()
        try LedgerSchema.migrator.migrate(fresh, upTo: last)
        #expect(try queue.read(schema) == fresh.read(schema))
    }

    @Test(arguments: try Vector.names().filter { $0.hasPrefix("ledger-v") })
    func `a ledger of every version is migrated whole`(name: String) async throws {
        let folder = try restored(name)
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        #expect(try store.verify().isSound)
        let rows = try store.transfers(since: .zero, limit: .max)
        let kept = try #require(try Vector(name: name).kept { "" })
        #expect(kept.contains("-- transfers \(rows.count), the last sealed "))
        let seal = try #require(rows.last?.hash)
        #expect(kept.contains("sealed \(seal)\n"))
        // Every key of then is known, and gives what it gave.
        for step in FaultWorkload.steps {
            guard case .commit(let command) = step else { continue }
            let result = try await store.commit(command)
            #expect(result.replayed)
            #expect(result.transfers.allSatisfy { rows.contains($0) })
        }
        #expect(store.record(RecordKey(kind: 7, id: 1))?.body.count == 6_000)
        #expect(try store.undeliveredMessages(limit: 9).count == 2)
        let result = try await store.commit(LedgerFixtures.sending(999, wallets: 4))
        #expect(result.transfers.first?.id.rawValue == Int64(rows.count + 1))
        store.close()
        #expect(try SQLiteLedgerStore(path: folder.path("ledger")).verify().isSound)
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        let version = try await queue.read { try UInt32.fetchOne($0, sql: "PRAGMA user_version") }
        #expect(version == LedgerSchema.version)
    }

    /// The statements a migration runs, in their order.
    private func statements(of name: String) throws -> String {
        let names = LedgerSchema.migrator.migrations
        let queue = try DatabaseQueue()
        if let index = names.firstIndex(of: name), index > 0 {
            try LedgerSchema.migrator.migrate(queue, upTo: names[index - 1])
        }
        let log = Mutex<[String]>([])
        queue.inDatabase { db in
            db.trace { event in
                guard case .statement(let statement) = event else { return }
                log.withLock { $0.append(statement.sql) }
            }
        }
        try LedgerSchema.migrator.migrate(queue, upTo: name)
        return log.withLock { $0 }.filter { sql in
            let word = sql.prefix { $0.isLetter }.uppercased()
            // what the migrator itself does around each migration
            return !sql.contains("grdb_migrations") && !sql.hasPrefix("--")
                && !["BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"].contains(word)
                && !sql.contains("foreign_key") && !sql.contains("defer_foreign_keys")
        }.map { $0 + ";\n" }.joined()
    }

    private func schema(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: "SELECT name || ': ' || ifnull(sql, '') FROM sqlite_master ORDER BY name"
        )
    }

    /// A ledger with a little of everything, closed.
    private func written() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        for step in FaultWorkload.steps { try await FaultWorkload.run(step, on: store) }
        store.close()
        return folder
    }

    private func restored(_ name: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let text = try #require(try Vector(name: name).kept { "" })
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        try queue.writeWithoutTransaction { try $0.execute(sql: text) }
        try queue.close()
        return folder
    }

    /// A ledger file as SQL that makes it again.
    private func dump(of path: String) throws -> String {
        try DatabaseQueue(path: path).read { db in
            let last = try Row.fetchOne(
                db,
                sql: "SELECT id, lower(hex(hash)) FROM transfers ORDER BY id DESC LIMIT 1"
            )
            let marks = try #require(last)
            var text = "-- transfers \(marks[0] as Int64), the last sealed \(marks[1] as String)\n"
            for name in ["application_id", "user_version"] {
                let value = try Int64.fetchOne(db, sql: "PRAGMA \(name)") ?? 0
                text += "PRAGMA \(name) = \(value);\n"
            }
            let sql = "SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid"
            let objects = try Row.fetchAll(db, sql: sql)
            // SQLite makes its own table of used numbers; only its rows can be put there.
            let own = "sqlite_sequence"
            for object in objects where object[1] != own { text += "\(object[2] as String);\n" }
            for object in objects where object[0] == "table" {
                if object[1] == own { text += "DELETE FROM \(own);\n" }
                text += try rows(of: object[1], db)
            }
            return text
        }
    }

    private func rows(of table: String, _ db: Database) throws -> String {
        let columns = try db.columns(in: table).map { "quote(\($0.name))" }
        let sql = "SELECT \(columns.joined(separator: " || ', ' || ")) FROM \(table)"
        return try String.fetchAll(db, sql: sql)
            .map { "INSERT INTO \(table) VALUES (\($0));\n" }.joined()
    }
}
