// SPDX-License-Identifier: Apache-2.0
import GRDB
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import LedgerStorage

@Suite struct StoredWorkTests {
    /// A process killed at any commit leaves the file and its log: a copy taken then is opened.
    @Test(arguments: 0..<30, DyingStore.End.allCases)
    func `killed at any commit, the next process does each item once`(
        commit: Int,
        end: DyingStore.End
    ) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(WorkScene.opening)
        let dying = DyingStore(store, at: commit, end)
        await WorkScene.clerk(dying).advance(to: WorkScene.day(6))
        try folder.write(try folder.bytes("ledger"), "copy")
        try folder.write(try folder.bytes("ledger-wal"), "copy-wal")
        let opened = try SQLiteLedgerStore(path: folder.path("copy"))
        let clerk = WorkScene.clerk(opened)
        await clerk.advance(to: WorkScene.day(6))
        #expect(try WorkScene.journal(opened) == WorkScene.sixDays)
        #expect(try opened.messages(to: 254_712_000_001, limit: 9).count == 1)
        #expect(try opened.verify().isSound)
        #expect(clerk.nextDue() == WorkScene.day(7))
    }

    /// The writer takes what waits in order, and the clerk has one item on its way: what is
    /// committed right after a payment was handed in is that payment, or the one item before it.
    @Test func `a thousand items due at once hold a payment up by one of them`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 2, each: 1_000))
        for batch in 0..<4 as Range<UInt64> {
            let item = WorkItem(due: WorkScene.day(1), kind: 3, subject: 254_712_000_001)
            try await store.commit(
                LedgerCommand(
                    key: IdempotencyKey(high: 9, low: batch),
                    at: WorkScene.start,
                    work: Array(repeating: item, count: 250)
                )
            )
        }
        let lead = Mutex(0)
        let spy = WorkClerk(store: store, itemsPerAdvanceMax: .max) { item, refused in
            guard item.id == WorkID(500) else { return WorkScene.plan(item, refused: refused) }
            store.commit(LedgerFixtures.sending(1, wallets: 2)) { _ in
                let left = try? store.dueWork(at: WorkScene.day(1), limit: .max).count
                lead.withLock { $0 = left ?? 0 }
            }
            return WorkScene.plan(item, refused: refused)
        }
        await spy.advance(to: WorkScene.day(1))
        #expect((500...501).contains(lead.withLock { $0 }))
        #expect(try store.dueWork(at: WorkScene.day(1), limit: 1).isEmpty)
        #expect(try store.undeliveredMessages(limit: .max).count == 1_000)
    }

    @Test func `a file from before there was work gets its queue when it is opened`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path)
        try await store.commit(LedgerFixtures.opening(wallets: 2, each: 10))
        store.close()
        let queue = try DatabaseQueue(path: path)
        try await queue.write { db in
            try db.execute(
                sql: """
                    DROP TABLE work;
                    DELETE FROM grdb_migrations WHERE identifier = '3 work';
                    PRAGMA user_version = 2
                    """
            )
        }
        try queue.close()
        let opened = try SQLiteLedgerStore(path: path)
        let repeated = try await opened.commit(LedgerFixtures.opening(wallets: 2, each: 10))
        #expect(repeated.replayed)
        #expect(try opened.dueWork(at: WorkScene.day(99), limit: 9).isEmpty)
        var command = LedgerFixtures.sending(1, wallets: 2)
        command.work = [WorkItem(due: WorkScene.day(1), kind: 1, subject: 2, body: [1, 2])]
        let result = try await opened.commit(command)
        let items = try opened.dueWork(at: WorkScene.day(1), limit: 9)
        #expect(items.map(\.id) == [WorkID(1)])
        #expect(items.map(\.transfer) == result.transfers.map(\.id))
        #expect(items.map(\.body) == [[1, 2]])
    }
}
