// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import LedgerStorage
import TestSupport
import Testing

/// Reading a ledger's file while somebody writes it.
@Suite struct SnapshotTests {
    private static func filled(_ path: String, sendings: Range<UInt64>) async throws
        -> SQLiteLedgerStore
    {
        var configuration = SQLiteLedgerConfiguration()
        configuration.transfersPerFlush = 100
        let store = try SQLiteLedgerStore(path: path, configuration: configuration)
        if sendings.lowerBound == 0 {
            try await store.commit(LedgerFixtures.opening(wallets: 10, each: 1_000))
        }
        for number in sendings {
            try await store.commit(LedgerFixtures.sending(number, wallets: 10))
        }
        return store
    }

    @Test func `it stands still while the ledger goes on`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger.db")
        let store = try await Self.filled(path, sendings: 0..<1_500)
        let snapshot = try SQLiteLedgerSnapshot(path: path)
        let head = try store.verify().lastHash
        let accounts = store.accounts()
        for number in 1_500..<1_900 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 10))
        }
        #expect(snapshot.accounts() == accounts)
        let audit = try snapshot.verify()
        #expect(audit.isSound, "\(audit.violations)")
        #expect(audit.transfers == 1_510)
        #expect(audit.lastHash == head)
        #expect(try snapshot.transfers(since: TransferID(1_505), limit: 99).count == 5)
        #expect(try snapshot.transfers(since: TransferID(1_510), limit: 99).isEmpty)
        #expect(
            try snapshot.transfers(since: TransferID(.min), limit: 3).map(\.id.rawValue) == [
                1, 2, 3,
            ]
        )
        #expect(snapshot.invariantViolations().isEmpty)
        #expect(try snapshot.structureFindings(limit: 3).isEmpty)
        #expect(try SQLiteLedgerSnapshot(path: path).verify().transfers == 1_910)
        store.close()
        let after = try SQLiteLedgerSnapshot(path: path)
        #expect(try after.verify().isSound)
        #expect(
            try Books(of: after).trialBalances(naming: { "\($0.rawValue)" }).allSatisfy {
                $0.isBalanced
            }
        )
    }

    @Test func `an account's statement ends where the snapshot does`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger.db")
        let store = try await Self.filled(path, sendings: 0..<50)
        let snapshot = try SQLiteLedgerSnapshot(path: path)
        let before = try store.statement(of: AccountID(3), limit: 5)
        for number in 50..<90 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 10))
        }
        #expect(try snapshot.statement(of: AccountID(3), limit: 5) == before)
        #expect(try snapshot.undeliveredCount() == store.undeliveredMessages(limit: 999).count)
        store.close()
    }

    @Test func `a copy that never changes is read without its log's index`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a ledger?.db")
        try await Self.filled(path, sendings: 0..<20).close()
        // Nothing can be made in /dev/null, as on a disk that is read alone.
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
            try FileManager.default.createSymbolicLink(
                atPath: path + suffix,
                withDestinationPath: "/dev/null/none"
            )
        }
        #expect(try SQLiteLedgerSnapshot(path: path).verify().transfers == 30)
    }

    @Test func `a new ledger is for its owner alone`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger.db")
        let store = try await Self.filled(path, sendings: 0..<3)
        defer { store.close() }
        for name in try folder.names() {
            let facts = try FileManager.default.attributesOfItem(atPath: folder.path(name))
            #expect(facts[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test func `it refuses to write`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger.db")
        let store = try await Self.filled(path, sendings: 0..<3)
        defer { store.close() }
        let snapshot = try SQLiteLedgerSnapshot(path: path)
        await #expect(throws: LedgerStoreError.readOnly) {
            try await snapshot.commit(LedgerFixtures.sending(7, wallets: 10))
        }
        await #expect(throws: LedgerStoreError.readOnly) {
            try await snapshot.expirePending(at: LedgerFixtures.now)
        }
        await #expect(throws: LedgerStoreError.readOnly) { try await snapshot.markDelivered([1]) }
        #expect(try store.verify().transfers == 13)
        snapshot.close()
        #expect(throws: LedgerStoreError.closed) { try snapshot.verify() }
    }

    @Test func `what is no ledger is refused and nothing is made`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("none.db")
        #expect(throws: LedgerStoreError.self) { try SQLiteLedgerSnapshot(path: path) }
        #expect(try folder.names().isEmpty)
    }

    @Test func `a changed amount is found and named`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger.db")
        try await Self.filled(path, sendings: 0..<20).close()
        let queue = try DatabaseQueue(path: path)
        try await queue.write { db in
            let sql = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in try String.fetchAll(db, sql: sql) {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: "UPDATE transfers SET amount = amount + 1 WHERE id = 17")
        }
        try queue.close()
        let audit = try SQLiteLedgerSnapshot(path: path).verify()
        #expect(audit.violations.contains(.chainBroken(TransferID(17))))
        #expect(audit.violations.contains(.rowMismatch(TransferID(17))))
    }
}
