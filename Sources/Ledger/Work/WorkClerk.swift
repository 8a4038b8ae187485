// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Does the work of one ledger: a ``WorkRunner`` with its hands.
///
/// Never two items at once, each in a commit of its own, so that whoever pays meanwhile waits for
/// one item at most. Whatever it could not end it finds again, in this process or the next.
public final class WorkClerk: Sendable {
    /// What is to be done about an item.
    public enum Plan: Sendable {
        /// This command does it; the clerk gives it its key and finishes the item with it.
        case run(LedgerCommand)
        /// Nobody knows: it is tried again an hour later.
        case putOff
        /// The ledger cannot be read now: it is tried again when the clock moves.
        case wait
    }

    /// Plans an item; the second argument is why the ledger refused the plan before, or nil.
    public typealias Planner = @Sendable (WorkItem, TransferRejection?) -> Plan
    /// Runs what is planned after a commit, off the thread that commits.
    public typealias Worker = @Sendable (@escaping @Sendable () -> Void) -> Void
    /// Told of each item that was put off, and why it was refused, if it was.
    public typealias Complaint = @Sendable (WorkItem, TransferRejection?) -> Void

    private let store: any LedgerStore
    private let state: Mutex<State>
    private let plan: Planner
    private let worker: Worker
    private let complain: Complaint

    private struct State {
        var runner: WorkRunner
        var refused: TransferRejection?
        var waiters: [Waiter] = []
    }

    private struct Waiter {
        var tell: @Sendable () -> Void
    }

    /// Makes a clerk for a store.
    ///
    /// - Parameters:
    ///   - store: whose work is done.
    ///   - itemsPerAdvanceMax: items done each time the clock moves; further ones at the next.
    ///   - worker: runs what follows a commit that was waited for; at once unless given.
    ///   - complain: told of items that were put off.
    ///   - plan: what is to be done about an item.
    public init(
        store: any LedgerStore,
        itemsPerAdvanceMax: Int = 256,
        worker: @escaping Worker = { $0() },
        complain: @escaping Complaint = { _, _ in },
        plan: @escaping Planner
    ) {
        self.store = store
        self.worker = worker
        self.complain = complain
        self.plan = plan
        state = Mutex(State(runner: WorkRunner(itemsPerAdvanceMax: itemsPerAdvanceMax)))
    }

    /// Moves the clock and does what is due; a clock that goes back does nothing.
    ///
    /// The completion is called when nothing is under way any more: all that was due is done, or
    /// as much as one call does, or the ledger failed. On a store that answers at once it has run
    /// when this returns.
    public func advance(
        to now: Timestamp,
        completion: (@Sendable () -> Void)? = nil
    ) {
        if let completion {
            state.withLock { $0.waiters.append(Waiter(tell: completion)) }
        }
        feed(.advanced(to: now))
    }

    /// Moves the clock and waits until nothing is under way.
    public func advance(to now: Timestamp) async {
        await withCheckedContinuation { done in
            advance(to: now) { done.resume() }
        }
    }

    /// Whether the last advance ended before all that was due was done.
    public var isBehind: Bool { state.withLock { $0.runner.isBehind } }

    /// When the next item is due after where the clock stands; nil for none, or when the ledger
    /// cannot be read.
    public func nextDue() -> Timestamp? {
        let last = Timestamp(milliseconds: .max)
        guard let due = try? store.dueWork(at: last, limit: 1).first?.due else { return nil }
        let now = state.withLock { $0.runner.now }
        return now.map { due > $0 } ?? true ? due : nil
    }

    private func feed(_ first: WorkRunner.Event) {
        var event: WorkRunner.Event? = first
        while let happened = event {
            guard let effect = state.withLock({ $0.runner.handle(happened) }) else {
                return settle()
            }
            event = perform(effect)
        }
    }

    /// Tells everyone who waits, when nothing is under way.
    private func settle() {
        let waiters = state.withLock { state in
            guard state.runner.isIdle else { return [Waiter]() }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.tell() }
    }

    /// Does a step; nil when its event comes later.
    private func perform(_ effect: WorkRunner.Effect) -> WorkRunner.Event? {
        switch effect {
        case .find(let moment):
            guard let items = try? store.dueWork(at: moment, limit: 1) else { return .failed }
            return .found(items.first)
        case .expire(let moment):
            return waiting { done in
                store.expirePending(at: moment, announce: nil) { result in
                    done((try? result.get()).map { .expired(count: $0.count) } ?? .failed)
                }
            }
        case .run(let item, let key, let refused):
            state.withLock { $0.refused = refused }
            switch plan(item, refused) {
            case .wait: return .failed
            case .putOff: return .unplanned
            case .run(var command):
                command.key = key
                command.finishes = item.id
                return commit(command)
            }
        case .putOff(var item, let later, let key):
            complain(item, state.withLock { $0.refused })
            var command = LedgerCommand(key: key, at: item.due, finishes: item.id)
            item.due = later
            command.work = [item]
            return commit(command)
        }
    }

    private func commit(_ command: LedgerCommand) -> WorkRunner.Event? {
        waiting { done in
            store.commit(command) { result in
                done((try? result.get()).map { .answered($0.rejection?.reason) } ?? .failed)
            }
        }
    }

    /// The event of a call that answers at once; nil when it comes later, and is then fed in.
    private func waiting(
        _ start: (@escaping @Sendable (WorkRunner.Event) -> Void) -> Void
    ) -> WorkRunner.Event? {
        let handOver = HandOver()
        start { event in
            guard handOver.give(event) else { return }
            self.worker { self.feed(event) }
        }
        return handOver.take()
    }
}

/// Where an answer meets the one who waits for it, whoever comes first.
private final class HandOver: Sendable {
    private let state = Mutex<(event: WorkRunner.Event?, isLeft: Bool)>((nil, false))

    /// Leaves an answer; true when nobody waits any more, so that it must be handed on.
    func give(_ event: WorkRunner.Event) -> Bool {
        state.withLock { state in
            if !state.isLeft { state.event = event }
            return state.isLeft
        }
    }

    /// Takes the answer that is there; nil when it is to be handed on.
    func take() -> WorkRunner.Event? {
        state.withLock { state in
            state.isLeft = true
            return state.event
        }
    }
}
