// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import LedgerStorage

/// Whoever changes the journal in the file is found, and the row is named.
@Suite struct AlterationTests {
    /// `BYTES=all` changes every byte of every row; otherwise some.
    static let isWhole = ProcessInfo.processInfo.environment["BYTES"] == "all"

    @Test(arguments: JournalTable.all)
    func `one byte of any column changed through SQL is found`(table: JournalTable) async throws {
        let ledger = try await AlteredLedger(commands: 240)
        var dice = FaultDice(seed: 1)
        var tried = 0
        var impossible = 0
        for row in try ledger.rows(of: table) {
            let id: Int64 = row[table.number]
            for (column, value) in row {
                guard let stored = StoredBytes(value) else { continue }
                for index in 0..<stored.count {
                    let mask = UInt8(1 + dice.below(255))
                    guard Self.isWhole || dice.below(70) == 0 else { continue }
                    let altered = stored.altered(at: index, by: mask)
                    guard try ledger.set(table, column, altered, of: id) else {
                        impossible += 1
                        continue
                    }
                    tried += 1
                    let found = ledger.findings()
                    // The last number moved away leaves the row behind it to tell.
                    let isLast = column == table.number && altered.number > id && !found.isEmpty
                    let isNamed = found.contains { table.names(id, $0) } || isLast
                    #expect(isNamed, "\(id).\(column)[\(index)] ^ \(mask): \(found.prefix(2))")
                    let back = column == table.number ? altered.number : id
                    _ = try ledger.set(table, column, stored, of: back)
                }
            }
        }
        #expect(ledger.findings().isEmpty)
        #expect(tried > 30)
        report("SQL: \(tried) bytes of \(table.name) changed and found, \(impossible) impossible")
    }

    @Test(arguments: JournalTable.all)
    func `one byte of any row changed in the file is found`(table: JournalTable) async throws {
        let ledger = try await AlteredLedger(commands: 240)
        var file = try ledger.copied()
        let cells = try LeafCells(of: table.name, in: file).cells
        #expect(try cells.count == ledger.rows(of: table).count)
        let folder = try TemporaryFolder()
        var dice = FaultDice(seed: 2)
        var tried = 0
        var byStructure = 0
        var unread = 0
        for cell in cells {
            for index in cell.bytes {
                let mask = UInt8(1 + dice.below(255))
                guard Self.isWhole || dice.below(300) == 0 else { continue }
                tried += 1
                file[index] ^= mask
                try folder.write(file, "ledger")
                file[index] ^= mask
                let found = try findings(in: folder.path("ledger"), against: ledger.store)
                if found.contains(where: { table.names(cell.row, $0) }) { continue }
                if found.isEmpty, cell.isUnread(at: index, now: file[index] ^ mask) {
                    unread += 1
                    continue
                }
                // The row reads as it did: SQLite must say that the page is not as it wrote it.
                byStructure += 1
                let place = "row \(cell.row), byte \(index - cell.bytes.lowerBound) ^ \(mask)"
                #expect(throws: LedgerStoreError.self, "\(place): \(found.prefix(2))") {
                    try SQLiteLedgerStore(path: folder.path("ledger"))
                }
            }
        }
        #expect(tried > 5)
        report(
            "file: \(tried) bytes of \(table.name) changed, \(byStructure) found on opening alone, "
                + "\(unread) in a byte that nothing reads"
        )
    }

    @Test(arguments: JournalTable.all)
    func `a row removed, put in, or exchanged is found`(table: JournalTable) async throws {
        let ledger = try await AlteredLedger(commands: 60)
        let file = try ledger.copied()
        let last = try Int64(ledger.rows(of: table).count)
        let all = "SELECT * FROM \(table.name) WHERE \(table.number) ="
        let number = table.number
        for id in [1, 2, 20, last - 1, last] {
            let attacks = [
                "DELETE FROM t WHERE n = \(id)",
                "UPDATE t SET n = -1 WHERE n = \(id); UPDATE t SET n = \(id) WHERE n = \(id - 1);"
                    + "UPDATE t SET n = \(id - 1) WHERE n = -1",
                "CREATE TABLE x AS \(all) \(id); UPDATE x SET n = 1000000; INSERT INTO t "
                    + "SELECT * FROM x; UPDATE t SET n = -n WHERE n > \(id); "
                    + "UPDATE t SET n = \(id) + 1 WHERE n = -1000000; "
                    + "UPDATE t SET n = 1 - n WHERE n < -\(id)",
            ]
            for attack in attacks where id > 1 || !attack.contains("n = -1 WHERE") {
                let folder = try TemporaryFolder()
                try folder.write(file, "ledger")
                let queue = try DatabaseQueue(path: folder.path("ledger"))
                let sql = attack.replacing(" t ", with: " \(table.name) ")
                    .replacing(/\bn\b/, with: number)
                try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
                try queue.close()
                let found = try findings(in: folder.path("ledger"), against: ledger.store)
                let near = (id - 1...id + 1).contains { id in
                    found.contains { table.names(id, $0) }
                }
                // What is cut off from the end shows in the row behind it.
                let isCut = id == last && attack.hasPrefix("DELETE") && !found.isEmpty
                #expect(near || isCut, "\(sql): \(found.prefix(2))")
                #expect(throws: LedgerStoreError.self) {
                    try SQLiteLedgerStore(path: folder.path("ledger"))
                }
            }
        }
    }

    /// What the audit of `verify()` says of a file, compared with the balances of the ledger it
    /// was copied from.
    private func findings(
        in path: String,
        against store: SQLiteLedgerStore
    ) throws -> [String] {
        var auditor = LedgerAuditor()
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.read { db in
                let queries = LedgerQueries(db: db)
                try queries.eachEntry { try auditor.add($0, original: queries.original(of:)) }
            }
        } catch {
            return [LedgerStoreError(error).description]
        }
        let state = store.writer.committed.withLock { $0 }
        return auditor.finish(comparing: state).violations.map(\.description)
    }

    private func report(_ line: String) {
        if Self.isWhole { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    }
}

extension AlteredLedger {
    /// Sets a column of a row; false when SQLite does not let it happen.
    fileprivate func set(
        _ table: JournalTable,
        _ column: String,
        _ value: StoredBytes,
        of id: Int64
    ) throws -> Bool {
        try run("UPDATE \(table.name) SET \(column) = \(value.sql) WHERE \(table.number) = \(id)")
    }
}

extension StoredBytes {
    fileprivate var number: Int64 {
        if case .integer(let number) = self { number } else { 0 }
    }
}
