// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

@testable import LedgerStorage

@Suite struct RefusedFileTests {
    @Test func `another program's database is refused and left alone`() throws {
        let folder = try TemporaryFolder()
        try alter(folder, "CREATE TABLE t (x); PRAGMA application_id = 7")
        let error = try refusal(in: folder)
        #expect(
            error
                == .foreign("it is an SQLite file of another program (application id 0x7)")
        )
    }

    @Test(arguments: ["hello, this is a text file", "SQLite format 2\0", "x"])
    func `what is not a database is refused and left alone`(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(text.utf8), "ledger")
        #expect(
            try refusal(in: folder) == .foreign("it does not begin like an SQLite file")
        )
    }

    @Test func `a newer schema is refused and left alone`() async throws {
        let folder = try await written()
        try alter(folder, "PRAGMA user_version = 9; PRAGMA wal_checkpoint(TRUNCATE)")
        let known = "this one knows \(LedgerSchema.version)"
        let found = "it was written by a newer version of this program (schema 9; \(known))"
        #expect(try refusal(in: folder) == .foreign(found))
    }

    @Test func `a truncated file is refused and left alone`() async throws {
        let folder = try await written()
        let whole = try folder.bytes("ledger")
        for size in [50, 4_096, 8_192, whole.count / 2, whole.count - 4_096] {
            try folder.write(whole.prefix(size), "ledger")
            guard case .damaged = try refusal(in: folder) else {
                Issue.record("\(size) of \(whole.count) bytes were opened")
                continue
            }
        }
    }

    @Test func `a page of noise is refused and left alone, wherever it is`() async throws {
        let folder = try await written()
        let whole = try folder.bytes("ledger")
        for page in 1..<whole.count / 4_096 {
            var broken = whole
            let bytes = page * 4_096..<(page + 1) * 4_096
            broken.replaceSubrange(bytes, with: repeatElement(0xA5, count: 4_096))
            try folder.write(broken, "ledger")
            guard case .damaged = try refusal(in: folder) else {
                Issue.record("page \(page + 1) was opened")
                continue
            }
        }
    }

    @Test func `a few wrong bytes in a transfer are refused and left alone`() async throws {
        let folder = try await written()
        let whole = try folder.bytes("ledger")
        var search = whole.startIndex..<whole.endIndex
        var tried = 0
        while let found = whole.range(of: Data("KEST".utf8), in: search) {
            search = found.upperBound..<whole.endIndex
            tried += 1
            guard tried.isMultiple(of: 25) else { continue }
            var broken = whole
            broken[found.upperBound] ^= 1
            try folder.write(broken, "ledger")
            guard case .damaged = try refusal(in: folder) else {
                Issue.record("a wrong byte at \(found.upperBound) was opened")
                continue
            }
        }
        #expect(tried >= 200)
    }

    @Test(arguments: [
        "UPDATE transfers SET amount = amount + 1 WHERE id = 20",
        "UPDATE transfers SET reference = 'forged' WHERE id = 20",
        "UPDATE transfers SET at = at + 1 WHERE id = 20",
        "DELETE FROM transfers WHERE id = 20",
        "DELETE FROM transfers WHERE id = (SELECT max(id) FROM transfers)",
        "UPDATE balances SET credits_posted = credits_posted + 1 WHERE id = 3",
        "DELETE FROM balances WHERE id = 3",
        "UPDATE accounts SET floor = -100 WHERE id = 3",
        "UPDATE notes SET floor = -100 WHERE account = 3",
        "DELETE FROM notes WHERE account = 3",
        "DELETE FROM notes",
        "DELETE FROM follow_ups",
    ])
    func `a row changed behind the ledger's back is found`(sql: String) async throws {
        let folder = try await written()
        try alter(folder, sql)
        guard case .damaged = try refusal(in: folder) else {
            Issue.record("\(sql) went unnoticed")
            return
        }
    }

    @Test func `the audit finds what a quick opening does not look at`() async throws {
        let folder = try await written()
        try alter(folder, "UPDATE transfers SET code = 9 WHERE id = 20")
        var configuration = SQLiteLedgerConfiguration()
        configuration.openingCheck = .recent
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: configuration
        )
        #expect(try store.verify().violations == [.chainBroken(TransferID(20))])
    }

    @Test func `a second opener is told who has it`() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        let holder = "process \(ProcessInfo.processInfo.processIdentifier)"
        #expect(throws: LedgerStoreError.locked(by: holder)) {
            try SQLiteLedgerStore(path: folder.path("ledger"))
        }
        store.close()
        try SQLiteLedgerStore(path: folder.path("ledger")).close()
        #expect(try folder.names() == ["ledger", "ledger.lock"])
    }

    @Test func `a folder, or a path into nothing, is refused`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: LedgerStoreError.foreign("it is a folder")) {
            try SQLiteLedgerStore(path: folder.path("."))
        }
        #expect(throws: LedgerStoreError.foreign("the folder it should be in does not exist")) {
            try SQLiteLedgerStore(path: folder.path("no/such/ledger"))
        }
    }

    @Test func `an empty file, or a creation cut short, becomes a ledger`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(), "ledger")
        try folder.write(Data("half".utf8), "ledger.new")
        #expect(try SQLiteLedgerStore(path: folder.path("ledger")).verify().isSound)
    }

    @Test func `a log without its file is not taken for a new ledger's`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 8, each: 10_000))
        try folder.write(try folder.bytes("ledger-wal"), "other-wal")
        let error = #expect(throws: LedgerStoreError.self) {
            try SQLiteLedgerStore(path: folder.path("other"))
        }
        #expect(error?.description.contains("without the file it belongs to") == true)
        #expect(try folder.bytes("other-wal") == folder.bytes("ledger-wal"))
    }

    /// A ledger of some hundred transfers, closed.
    private func written() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 8, each: 10_000))
        for number in 0..<200 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 8))
        }
        try await store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 2, low: 2),
                at: LedgerFixtures.now,
                transfers: [.reversal(of: TransferID(9))]
            )
        )
        store.close()
        return folder
    }

    /// Tries to open the file, which must stay as it is byte for byte.
    private func refusal(in folder: TemporaryFolder) throws -> LedgerStoreError? {
        let before = try folder.bytes("ledger")
        var found: LedgerStoreError?
        do throws(LedgerStoreError) {
            _ = try SQLiteLedgerStore(path: folder.path("ledger"))
        } catch {
            found = error
        }
        #expect(try folder.bytes("ledger") == before)
        return found
    }

    /// Runs SQL on the file as another program would.
    private func alter(_ folder: TemporaryFolder, _ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        try queue.writeWithoutTransaction { db in
            // the tables refuse changes in passing; whoever means it removes that first
            let sql = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in try String.fetchAll(db, sql: sql) {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
        }
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }
}
