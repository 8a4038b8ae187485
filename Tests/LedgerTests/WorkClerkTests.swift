// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization
import TestSupport
import Testing

@Suite struct WorkClerkTests {
    private let store = MemoryLedgerStore()

    init() async throws {
        try await store.commit(WorkScene.opening)
    }

    @Test func `a clock that jumps a week does day after day`() throws {
        WorkScene.clerk(store).advance(to: WorkScene.day(6, 1))
        #expect(try WorkScene.journal(store) == WorkScene.sixDays)
        #expect(store.messages(to: 254_712_000_001, limit: 9).map(\.at) == [WorkScene.day(5)])
        #expect(store.verify().isSound)
    }

    @Test func `a jump and many small steps are the same`() throws {
        let clerk = WorkScene.clerk(store)
        for hour in 0...(6 * 24) as ClosedRange<Int64> {
            clerk.advance(to: WorkScene.start.adding(milliseconds: hour * 3_600_000))
        }
        #expect(try WorkScene.journal(store) == WorkScene.sixDays)
    }

    @Test func `a clock that goes back, or stands, does nothing`() throws {
        let clerk = WorkScene.clerk(store)
        clerk.advance(to: WorkScene.day(2))
        let before = try WorkScene.journal(store)
        clerk.advance(to: WorkScene.day(1))
        clerk.advance(to: WorkScene.day(2))
        clerk.advance(to: WorkScene.start)
        #expect(try WorkScene.journal(store) == before)
        #expect(clerk.nextDue() == WorkScene.day(2, WorkScene.day / 2))
    }

    @Test func `a month is a transfer each day, with its own date`() throws {
        WorkScene.clerk(store).advance(to: WorkScene.day(31))
        let dates = try store.statement(of: AccountID(3), limit: .max).reversed().map(\.at)
        let daily = (1...31).map { WorkScene.day($0) }
        #expect(dates.filter { $0 > WorkScene.start }.count == 31 + 2)
        #expect(daily.allSatisfy(dates.contains))
    }

    @Test(arguments: 0..<40, DyingStore.End.allCases)
    func `dropped at any commit, another clerk goes on and does each item once`(
        commit: Int,
        end: DyingStore.End
    ) throws {
        let dying = DyingStore(store, at: commit, end)
        let first = WorkScene.clerk(dying)
        first.advance(to: WorkScene.day(3))
        first.advance(to: WorkScene.day(6))
        WorkScene.clerk(store).advance(to: WorkScene.day(6, 1))
        #expect(try WorkScene.journal(store) == WorkScene.sixDays)
        #expect(store.messages(to: 254_712_000_001, limit: 9).count == 1)
    }

    @Test func `two clerks on one ledger do each item once`() async throws {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { [store] in
                    await WorkScene.clerk(store).advance(to: WorkScene.day(6, 1))
                }
            }
        }
        #expect(try WorkScene.journal(store).sorted() == WorkScene.sixDays.sorted())
    }

    @Test func `one call does so many items and the next goes on`() throws {
        let clerk = WorkScene.clerk(store, itemsPerAdvanceMax: 4)
        for call in 0..<4 {
            clerk.advance(to: WorkScene.day(6))
            #expect(clerk.isBehind == (call < 3))
        }
        #expect(try WorkScene.journal(store) == WorkScene.sixDays)
    }

    @Test func `a refused item is planned again, and its day is not lost`() throws {
        let frozen = AccountSetting(id: AccountID(3), floor: 0, isFrozen: true)
        let command = LedgerCommand(
            key: IdempotencyKey(high: 5, low: 1),
            at: WorkScene.start,
            settings: [frozen]
        )
        store.commit(command) { _ in }
        WorkScene.clerk(store).advance(to: WorkScene.day(2))
        #expect(try WorkScene.journal(store) == ["1d0h posted 2 1", "2d0h posted 2 1"])
        #expect(store.dueWork(at: WorkScene.day(3), limit: 9).count == 3)
    }

    @Test func `an item nobody can do is put off and holds up nothing`() throws {
        let odd = WorkItem(due: WorkScene.day(1), kind: 99, subject: 1)
        store.commit(
            LedgerCommand(key: IdempotencyKey(high: 5, low: 2), at: WorkScene.start, work: [odd])
        ) { _ in }
        let complaints = Mutex<[UInt16]>([])
        let clerk = WorkClerk(
            store: store,
            complain: { item, _ in complaints.withLock { $0.append(item.kind) } },
            plan: WorkScene.plan
        )
        clerk.advance(to: WorkScene.day(1))
        #expect(complaints.withLock { $0 } == [99])
        #expect(try WorkScene.journal(store).count == 2)
        let waiting = store.dueWork(at: WorkScene.day(9), limit: 9).filter { $0.kind == 99 }
        #expect(waiting.map(\.due) == [WorkScene.day(1, WorkRunner.putOffMilliseconds)])
        clerk.advance(to: WorkScene.day(1, WorkRunner.putOffMilliseconds))
        #expect(complaints.withLock { $0 } == [99, 99])
    }

    @Test func `a store that fails is asked again when the clock moves`() throws {
        let closed = MemoryLedgerStore()
        closed.close()
        let dead = WorkScene.clerk(closed)
        dead.advance(to: WorkScene.day(1))
        #expect(dead.nextDue() == nil)
        let clerk = WorkScene.clerk(DyingStore(store, at: 0, .before))
        clerk.advance(to: WorkScene.day(1))
        #expect(try WorkScene.journal(store).isEmpty)
    }
}
