// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

@testable import LedgerStorage

/// A disk that loses what is copied from the log into the file.
@Suite struct CheckpointFaultTests {
    /// While somebody reads, only a part of the log is copied, and it is not flushed until the
    /// rest is: a flush that fails then loses pages that no later copying brings again.
    @Test func `what a failed flush lost of the file is still in the log`() async throws {
        let folder = try TemporaryFolder()
        let disk = try FaultyFileSystem()
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: FaultWorkload.configuration(disk)
        )
        disk.install(FaultPlan([Fault(.sync(1), .forgetting, on: .database)]))
        try await store.commit(LedgerFixtures.opening(wallets: 4, each: 1_000))
        let reader = try Reader(disk.address(of: folder.path("ledger")))
        try await send(0..<12, to: store)
        try reader.end()
        try await send(12..<60, to: store)
        #expect(disk.hits == 1)
        #expect(store.troubles == [.keepsLog])
        let audit = try store.verify()
        disk.cutPower(keeping: .nothing)
        store.close()
        try disk.restart()
        let reopened = try SQLiteLedgerStore(path: folder.path("ledger"))
        #expect(try reopened.verify() == audit)
    }

    @Test func `a log that is kept is copied when the ledger is opened again`() async throws {
        let folder = try TemporaryFolder()
        let disk = try FaultyFileSystem()
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: FaultWorkload.configuration(disk)
        )
        disk.install(FaultPlan([Fault(.sync(1), .forgetting, on: .database)]))
        try await store.commit(LedgerFixtures.opening(wallets: 4, each: 1_000))
        try await send(0..<40, to: store)
        #expect(store.keepsLog)
        let audit = try store.verify()
        store.close()
        #expect(try folder.names().contains("ledger-wal"))
        disk.cutPower(keeping: .nothing)
        try disk.restart()
        let reopened = try SQLiteLedgerStore(path: folder.path("ledger"))
        #expect(try reopened.verify() == audit)
        #expect(!reopened.keepsLog && reopened.troubles.isEmpty)
        reopened.close()
        let log = try? folder.bytes("ledger-wal")
        #expect((log?.count ?? 0) == 0)
    }

    private func send(_ numbers: Range<UInt64>, to store: SQLiteLedgerStore) async throws {
        for number in numbers {
            try await store.commit(LedgerFixtures.sending(number, wallets: 4))
        }
    }
}

/// Another program that reads the ledger for a while.
private final class Reader {
    private let queue: DatabaseQueue

    init(_ address: String) throws {
        var options = Configuration()
        options.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: address, configuration: options)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            try db.execute(sql: "BEGIN DEFERRED")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM transfers")
        }
    }

    func end() throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try queue.close()
    }
}
