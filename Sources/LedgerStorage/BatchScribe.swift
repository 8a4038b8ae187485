// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import GRDB
import Ledger
import Synchronization

/// Writes down and commits what was judged, on a thread of its own, while the writer judges what
/// comes next.
///
/// A command is judged before its key is known to be new, and while nobody knows whether the batch
/// before is committed. When a key is there already or the disk refuses, the batch is undone and
/// whatever was handed over after it is passed over, until the writer has heard of it.
final class BatchScribe: Sendable {
    /// The balances to write with a batch.
    struct Ending: Sendable {
        let portion: BalanceSweep.Portion
        let accounts: [UInt64: Account]
    }

    /// What became of a batch.
    enum Outcome: Sendable {
        case committed
        case keyIsThere
        case failed(LedgerStoreError)
    }

    private enum Order: Sendable {
        case write(BatchLines)
        case end(Ending)
        /// The writer has heard of the failure; what comes is judged anew.
        case goOn
        case stop
    }

    private struct Desk: Sendable {
        var orders: [Order] = []
        /// How many of the orders are to write, with the one being done.
        var lines = 0
        /// What became of batches that the writer has not heard of yet, in their order.
        var outcomes: [Outcome] = []
    }

    private let pool: DatabasePool
    private let statements: WriterStatements
    private let checkpointer: Checkpointer
    /// Where the writer waits.
    private let queue: WriterQueue
    private let desk = Mutex(Desk())
    private let more = DispatchSemaphore(value: 0)

    init(
        pool: DatabasePool,
        statements: WriterStatements,
        checkpointer: Checkpointer,
        queue: WriterQueue
    ) {
        self.pool = pool
        self.statements = statements
        self.checkpointer = checkpointer
        self.queue = queue
    }

    /// Starts the thread; `settle` makes sure that a commit in doubt cannot come back.
    func start(settle: @escaping @Sendable (LedgerStoreError) -> LedgerStoreError) {
        let thread = Thread { [self] in
            while true {
                switch next() {
                case .write(let lines): perform(lines, settle)
                case .end, .goOn: break
                case .stop: return
                }
            }
        }
        thread.name = "ledger rows"
        thread.start()
    }

    /// Ends the thread; nothing is under way any more.
    func stop() { give(.stop) }

    /// Whether all that was handed over is written.
    var isIdle: Bool { desk.withLock { $0.lines == 0 } }

    /// Has lines written after those before, in the batch that is open.
    func hand(_ lines: BatchLines) { give(.write(lines)) }

    /// Has the open batch committed.
    func end(_ ending: Ending) { give(.end(ending)) }

    /// Ends the passing over after a batch that failed.
    func goOn() { give(.goOn) }

    /// What became of the earliest batch of which the writer has not heard yet; nil when it has
    /// heard of all.
    func takeOutcome() -> Outcome? {
        desk.withLock { $0.outcomes.isEmpty ? nil : $0.outcomes.removeFirst() }
    }

    private func give(_ order: Order) {
        desk.withLock { desk in
            if case .write = order { desk.lines += 1 }
            desk.orders.append(order)
        }
        more.signal()
    }

    private func next() -> Order {
        more.wait()
        return desk.withLock { $0.orders.removeFirst() }
    }

    private func perform(
        _ first: BatchLines,
        _ settle: (LedgerStoreError) -> LedgerStoreError
    ) {
        let outcome: Outcome
        do {
            outcome = try commit(first) ? .committed : .keyIsThere
        } catch {
            outcome = .failed(settle(LedgerStoreError(error)))
        }
        let pages = statements.logPages
        desk.withLock { $0.outcomes.append(outcome) }
        queue.nudge()
        if case .committed = outcome { return checkpointer.logHas(pages: pages) }
        while true {
            switch next() {
            case .write: finishWriting()
            case .end: break
            case .goOn, .stop: return
            }
        }
    }

    /// Writes a batch, rows as they come, and commits it; false when a key was there already.
    private func commit(_ first: BatchLines) throws -> Bool {
        try pool.writeWithoutTransaction { db in
            if checkpointer.needsWriter(pages: statements.logPages) {
                checkpointer.copyRest(db)
            }
            let done: Void? = try statements.transaction { () throws(LedgerStoreError) in
                guard try write(first) else { return nil }
                while true {
                    switch next() {
                    case .write(let lines):
                        guard try write(lines) else { return nil }
                    case .end(let ending):
                        return try statements.flush(ending.portion) {
                            ending.accounts[$0.rawValue]
                        }
                    case .goOn, .stop:
                        return nil
                    }
                }
            }
            return done != nil
        }
    }

    private func write(_ lines: BatchLines) throws(LedgerStoreError) -> Bool {
        defer { finishWriting() }
        return try statements.write(lines)
    }

    private func finishWriting() {
        let isIdle = desk.withLock { desk in
            desk.lines -= 1
            return desk.lines == 0
        }
        if isIdle { queue.nudge() }
    }
}
