// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import LedgerStorage

@Suite struct GroupCommitTests {
    @Test func `many clients at once lose nothing and double nothing`() async throws {
        let folder = try TemporaryFolder()
        var configuration = SQLiteLedgerConfiguration()
        configuration.transfersPerFlush = 100
        configuration.balancesPerPortion = 3
        configuration.checkpointPages = 20
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path, configuration: configuration)
        try await store.commit(LedgerFixtures.opening(wallets: 40, each: 1_000))
        await withTaskGroup(of: Void.self) { group in
            for client in 0..<32 as Range<UInt64> {
                group.addTask {
                    for turn in 0..<20 as Range<UInt64> {
                        // every command is sent twice, as by a client whose reply was lost
                        let command = LedgerFixtures.sending(client * 20 + turn, wallets: 40)
                        async let first = store.commit(command)
                        async let second = store.commit(command)
                        let results = try? await [first, second]
                        #expect(results?.count { $0.replayed } == 1)
                        #expect(results?[0].transfers == results?[1].transfers)
                    }
                }
            }
        }
        #expect(try store.verify().transfers == 40 + 640)
        #expect(try store.verify().isSound)
        #expect(try store.undeliveredMessages(limit: 1_000).count == 160)
        let before = store.accounts()
        store.close()
        let again = try SQLiteLedgerStore(path: path)
        #expect(again.accounts() == before)
        #expect(try again.verify().isSound)
    }

    @Test func `whoever was told of a commit sees it`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        let seen = Mutex<Int64?>(nil)
        await withCheckedContinuation { continuation in
            store.commit(LedgerFixtures.opening(wallets: 2, each: 700)) { [weak store] _ in
                seen.withLock { $0 = store?.account(AccountID(2))?.balance }
                continuation.resume()
            }
        }
        #expect(seen.withLock { $0 } == 700)
    }

    @Test func `the listener hears of messages only when they are durable`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 2, each: 700))
        let heard = await withCheckedContinuation { continuation in
            store.setMessageListener { [weak store] messages in
                let stored = try? store?.undeliveredMessages(limit: 10)
                continuation.resume(returning: (messages, stored))
            }
            store.commit(LedgerFixtures.sending(4, wallets: 2)) { _ in }
        }
        #expect(heard.0.map(\.id) == [1])
        #expect(heard.1 == heard.0)
        #expect(try store.messages(to: heard.0[0].to, limit: 5) == heard.0)
        #expect(try store.messages(to: 1, limit: 5).isEmpty)
    }

    /// A listener that is wrapped at every commit would end in an overflow of the stack.
    @Test func `the listener stands as deep after many commits as after the first`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 2, each: 7_000))
        let depths = Mutex<[Int]>([])
        store.setMessageListener { _ in
            depths.withLock { $0.append(Thread.callStackReturnAddresses.count) }
        }
        for turn in 0..<200 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(turn, wallets: 2))
        }
        store.close()
        let heard = depths.withLock { $0 }
        #expect(heard.count > 20)
        #expect(heard.first == heard.last)
    }

    @Test func `what does not fit the queue is refused, and what waits is done`() async throws {
        let folder = try TemporaryFolder()
        var configuration = SQLiteLedgerConfiguration()
        configuration.commandsWaitingMax = 2
        configuration.commandsPerCommitMax = 1
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: configuration
        )
        let outcomes = await withTaskGroup(of: LedgerStoreError?.self) { group in
            for number in 0..<64 as Range<UInt64> {
                group.addTask {
                    await failure(store, LedgerFixtures.sending(number, wallets: 2))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(nil))
        #expect(outcomes.allSatisfy { $0 == nil || $0 == .tooBusy })
        store.close()
        await #expect(throws: LedgerStoreError.closed) {
            try await store.commit(LedgerFixtures.sending(99, wallets: 2))
        }
        #expect(throws: LedgerStoreError.closed) { try store.transfers(since: .zero, limit: 1) }
    }

    @Test func `a store can be closed from a completion`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path)
        await withCheckedContinuation { continuation in
            store.commit(LedgerFixtures.opening(wallets: 2, each: 700)) { _ in
                store.close()
                continuation.resume()
            }
        }
        store.close()
        #expect(try SQLiteLedgerStore(path: path).account(AccountID(2))?.balance == 700)
    }

    @Test func `commits are flushed to the disk, and read back so`() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        let settings = try store.pool.writeWithoutTransaction { db in
            try ["synchronous", "journal_mode"].map { name in
                try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
        }
        #expect(settings == ["2", "wal"])
    }

    @Test func `the write-ahead log begins anew while the writer goes on`() async throws {
        let folder = try TemporaryFolder()
        var configuration = SQLiteLedgerConfiguration()
        configuration.checkpointPages = 50
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: configuration
        )
        try await store.commit(LedgerFixtures.opening(wallets: 9, each: 10_000))
        for number in 0..<1_000 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 9))
        }
        // about 4 pages a commit would give 16 MB without checkpoints; 8 × 50 pages is the bound
        #expect(try folder.bytes("ledger-wal").count < 4_000_000)
        #expect(try store.verify().isSound)
    }
}

/// Why a command was not done; nil when it was, or was refused by the ledger.
func failure(
    _ store: SQLiteLedgerStore,
    _ command: LedgerCommand
) async -> LedgerStoreError? {
    do throws(LedgerStoreError) {
        try await store.commit(command)
        return nil
    } catch {
        return error
    }
}
