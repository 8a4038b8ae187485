// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

@Suite struct WorkRunnerTests {
    private let item = WorkItem(
        id: WorkID(3),
        transfer: .zero,
        WorkItem(due: WorkScene.day(1), kind: 1, subject: 2)
    )

    /// A runner whose item 3 is to be run.
    private func running() -> (runner: WorkRunner, effect: WorkRunner.Effect?) {
        var runner = WorkRunner(itemsPerAdvanceMax: 9)
        #expect(runner.handle(.advanced(to: WorkScene.day(2))) == .find(at: WorkScene.day(2)))
        #expect(runner.handle(.found(item)) == .expire(at: WorkScene.day(1)))
        #expect(runner.handle(.expired(count: 256)) == .expire(at: WorkScene.day(1)))
        let effect = runner.handle(.expired(count: 0))
        return (runner, effect)
    }

    @Test func `holds go first, then the item, then what is due next`() throws {
        var (runner, effect) = running()
        guard case .run(item, let key, nil)? = effect else {
            Issue.record("\(String(describing: effect))")
            return
        }
        #expect(key.low == 3 << 8)
        #expect(runner.handle(.advanced(to: WorkScene.day(3))) == nil)
        #expect(runner.handle(.answered(nil)) == .find(at: WorkScene.day(3)))
        #expect(runner.handle(.found(nil)) == .expire(at: WorkScene.day(3)))
        #expect(runner.handle(.expired(count: 0)) == .find(at: WorkScene.day(3)))
        #expect(runner.handle(.found(nil)) == nil)
        #expect(runner.isIdle)
    }

    @Test(arguments: [TransferRejection.recordChanged, .keyReused])
    func `what came between is tried again under another key, and not for ever`(
        reason: TransferRejection
    ) {
        var (runner, effect) = running()
        var keys: Set<IdempotencyKey> = []
        while case .run(item, let key, nil)? = effect {
            keys.insert(key)
            effect = runner.handle(.answered(reason))
        }
        #expect(keys.count == WorkRunner.attemptsMax)
        guard case .putOff(item, let later, let key)? = effect else {
            Issue.record("\(String(describing: effect))")
            return
        }
        #expect(!keys.contains(key))
        #expect(later == WorkScene.day(2, WorkRunner.putOffMilliseconds))
        #expect(runner.handle(.answered(nil)) == .find(at: WorkScene.day(2)))
    }

    @Test(arguments: [TransferRejection.workAlreadyDone, .workNotFound])
    func `an item that somebody else did is left behind`(reason: TransferRejection) {
        var (runner, _) = running()
        #expect(runner.handle(.answered(reason)) == .find(at: WorkScene.day(2)))
    }

    @Test func `a refusal is planned for once, and then the item is put off`() {
        var (runner, _) = running()
        let second = runner.handle(.answered(.belowFloor))
        guard case .run(item, _, .belowFloor)? = second else {
            Issue.record("\(String(describing: second))")
            return
        }
        guard case .putOff? = runner.handle(.answered(.debitAccountFrozen)) else {
            Issue.record("the item was not put off")
            return
        }
        #expect(runner.handle(.answered(.tooManyChanges)) == nil)
        #expect(runner.isIdle)
    }

    @Test(arguments: [
        WorkRunner.Event.failed, .found(nil), .expired(count: 0), .answered(.belowFloor),
    ])
    func `an event that fits nothing ends the turn, and the clock begins another`(
        event: WorkRunner.Event
    ) {
        var runner = WorkRunner(itemsPerAdvanceMax: 1)
        #expect(runner.handle(event) == nil)
        #expect(runner.isIdle)
        #expect(runner.handle(.advanced(to: WorkScene.day(1))) == .find(at: WorkScene.day(1)))
        #expect(runner.handle(.failed) == nil)
        #expect(runner.handle(.advanced(to: WorkScene.day(1))) == .find(at: WorkScene.day(1)))
    }
}
