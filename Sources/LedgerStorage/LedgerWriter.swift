// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import Synchronization

/// The one writer: it takes whatever waits when the last commit has returned, judges it against
/// balances in memory, writes and commits it, and only then publishes and answers.
///
/// Three threads share that in a crowd (``CrowdRun``): one judges, one writes and commits behind
/// it, and one tells those who wait.
final class LedgerWriter: Sendable {
    /// What is committed, for every reader.
    let committed: Mutex<LedgerState>
    let queue: WriterQueue
    let scribe: BatchScribe
    let configuration: SQLiteLedgerConfiguration
    /// Whether clients are being told of a batch, and may be back soon.
    let isAnswering = Atomic(0)
    private let pool: DatabasePool
    private let statements: WriterStatements
    private let haste = Mutex(WriterHaste())
    private let answering = DispatchQueue(label: "ledger answers", qos: .userInitiated)
    private static let answers = DispatchSpecificKey<ObjectIdentifier>()
    private let checkpointer: Checkpointer
    private let sweep: Mutex<BalanceSweep>
    private let listener = Mutex(Listener())
    /// Why the last commit may come back after a crash, though it was not acknowledged; nil when
    /// it cannot.
    let doubt = Mutex<LedgerStoreError?>(nil)
    private let finished = DispatchGroup()

    /// Who is told of messages.
    ///
    /// A closure alone would be wrapped once more each time it is taken out of a generic lock.
    private struct Listener {
        var hear: (@Sendable ([OutboxMessage]) -> Void)?
    }

    init(
        pool: DatabasePool,
        ledger: LoadedLedger,
        checkpointer: Checkpointer,
        configuration: SQLiteLedgerConfiguration
    ) throws {
        self.pool = pool
        self.checkpointer = checkpointer
        self.configuration = configuration
        committed = Mutex(ledger.state)
        sweep = Mutex(BalanceSweep(watermark: ledger.watermark, dirty: ledger.dirty))
        queue = WriterQueue(capacity: configuration.commandsWaitingMax)
        statements = try pool.writeWithoutTransaction { db in
            guard let connection = db.sqliteConnection else { throw LedgerStoreError.closed }
            let statements = try WriterStatements(on: connection)
            statements.watchLog()
            return statements
        }
        scribe = BatchScribe(
            pool: pool,
            statements: statements,
            checkpointer: checkpointer,
            queue: queue
        )
        answering.setSpecific(key: Self.answers, value: ObjectIdentifier(self))
    }

    /// Starts the thread, which does a last thing when the queue is closed and empty.
    func start(andFinally teardown: @escaping @Sendable () -> Void) {
        finished.enter()
        scribe.start { [self] in settle($0) }
        let thread = Thread { [self] in
            while let jobs = queue.take(configuration.commandsPerCommitMax) { perform(jobs) }
            answering.sync {}
            scribe.stop()
            finish()
            teardown()
            finished.leave()
        }
        thread.name = "ledger writer"
        thread.start()
    }

    /// Waits until all that waited is done; at once on the thread that answers, which cannot.
    func waitUntilFinished() {
        let isAnswering = DispatchQueue.getSpecific(key: Self.answers) == ObjectIdentifier(self)
        guard !isAnswering else { return }
        finished.wait()
    }

    /// Names who is told of new messages.
    func setListener(_ new: (@Sendable ([OutboxMessage]) -> Void)?) {
        listener.withLock { $0.hear = new }
    }

    /// Limits the file to so many pages; only ever to less than the disk has.
    func limitPages(_ count: Int) throws {
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
    }

    private func perform(_ jobs: [WriterJob]) {
        var left = jobs[...]
        while !left.isEmpty {
            let isHasty = haste.withLock { $0.next() }
            if isHasty, CrowdRun.suits(left) {
                var crowd = CrowdRun(for: self)
                left = crowd.run(left)[...]
                if crowd.hasMetRepeat { haste.withLock { $0.stumbled() } }
            } else {
                let count = min(left.count, configuration.commandsPerCommitMax)
                performInTurn(Array(left.prefix(count)))
                left = left.dropFirst(count)
            }
        }
    }

    /// Does a batch on this thread alone, one command after the other.
    private func performInTurn(_ first: [WriterJob]) {
        var jobs = first
        do {
            let (changes, answers) = try commit(&jobs)
            committed.withLock { $0.merge(changes) }
            doubt.withLock { $0 = nil }
            send(answers)
            // Done while those who are answered make up their next commands.
            checkpointer.logHas(pages: statements.logPages)
            note(changes, answers.portion)
        } catch {
            fail(jobs, settle(LedgerStoreError(error)))
        }
    }

    /// Tells what became of a batch, on the thread that answers.
    func send(_ answers: WriterAnswers) {
        let listener = self.listener.withLock { $0.hear }
        isAnswering.add(1, ordering: .relaxed)
        answering.async { [self] in
            answers.send(to: listener)
            isAnswering.subtract(1, ordering: .relaxed)
            queue.nudge()
        }
    }

    /// Tells that nothing was done, on the thread that answers.
    func fail(_ jobs: [WriterJob], _ reason: LedgerStoreError) {
        answering.async {
            for job in jobs { job.fail(reason) }
        }
    }

    /// Makes sure that a commit whose flush failed cannot come back, and tells how it ended.
    ///
    /// The system may have forgotten the pages of a failed flush, or written them: both are left
    /// behind by writing the log anew from where the commit before ended.
    private func settle(_ error: LedgerStoreError) -> LedgerStoreError {
        guard case .inDoubt(let code, let message) = error else { return error }
        let settled: Void? = try? pool.writeWithoutTransaction { _ in try statements.settle() }
        doubt.withLock { $0 = settled == nil ? error : nil }
        return settled == nil ? error : .io(code: code, message: message)
    }

    /// Notes which balances were written and which must be.
    func note(_ changes: LedgerChanges, _ portion: BalanceSweep.Portion) {
        sweep.withLock { sweep in
            sweep.wrote(portion)
            sweep.moved(changes.accounts.keys.lazy.map { AccountID($0) })
        }
    }

    private func commit(_ jobs: inout [WriterJob]) throws -> (LedgerChanges, WriterAnswers) {
        try pool.writeWithoutTransaction { db in
            if checkpointer.needsWriter(pages: statements.logPages) {
                checkpointer.copyRest(db)
            }
            let done = try statements.transaction { () throws(LedgerStoreError) in
                try write(&jobs, db)
            }
            guard let done else { throw LedgerStoreError.closed }
            return done
        }
    }

    /// Writes a batch and a portion of old balances, inside a transaction.
    ///
    /// What comes while it writes joins the batch: clients that were answered a moment ago are
    /// back before the commit, and share it.
    private func write(
        _ jobs: inout [WriterJob],
        _ db: Database
    ) throws(LedgerStoreError) -> (LedgerChanges, WriterAnswers)? {
        let base = committed.withLock { $0 }
        var batch = LedgerBatch(over: base, limits: configuration.limits)
        var answers = WriterAnswers()
        var written = 0
        while written < jobs.count {
            try write(jobs[written], in: &batch, answers: &answers, db)
            written += 1
            repeat {
                join(&jobs, after: written)
            } while written == jobs.count && waitForAnswers()
        }
        let transfers = batch.changes.head.transfer.rawValue - base.lastTransfer.rawValue
        answers.portion = portion(transfers: Int(transfers), since: base.lastTransfer)
        try statements.flush(answers.portion) {
            batch.changes.accounts[$0.rawValue] ?? base.account($0)
        }
        return (batch.changes, answers)
    }

    /// The old balances to write with a batch of so many transfers.
    func portion(transfers: Int, since last: TransferID) -> BalanceSweep.Portion {
        sweep.withLock { sweep in
            sweep.begin(at: last, ifOlderThan: configuration.transfersPerFlush)
            return sweep.next(max(configuration.balancesPerPortion, 4 * transfers))
        }
    }

    /// Waits until the answers of the batch before are sent, so that those who got them share this
    /// commit; false when they are.
    private func waitForAnswers() -> Bool {
        guard isAnswering.load(ordering: .relaxed) > 0 else { return false }
        answering.sync {}
        return true
    }

    /// Adds what has come meanwhile, when few are left.
    private func join(_ jobs: inout [WriterJob], after written: Int) {
        guard jobs.count - written < CrowdRun.commandsMin else { return }
        jobs += queue.takeWaiting(configuration.commandsPerCommitMax - jobs.count)
    }

    private func write(
        _ job: WriterJob,
        in batch: inout LedgerBatch,
        answers: inout WriterAnswers,
        _ db: Database
    ) throws(LedgerStoreError) {
        switch job {
        case .commit(let job):
            let result = try write(job, in: &batch, answers: &answers, db)
            answers.add(result, to: job)
        case .expire(let moment, let announce, let completion):
            let rows = batch.expire(at: moment, announce: announce)
            try statements.write(rows)
            answers.add(rows.messages)
            answers.add { completion(.success(rows.transfers)) }
        case .markDelivered(let ids, let completion):
            for id in ids { try statements.markDelivered(id) }
            answers.add { completion(.success(())) }
        case .seal(let day, let key, let completion):
            let result = try seal(day, key, at: batch.changes.head, db)
            answers.add { completion(result) }
        }
    }

    /// Signs where the batch stands so far; a day that is refused fails alone.
    private func seal(
        _ day: String,
        _ key: SealingKey,
        at head: LedgerHead,
        _ db: Database
    ) throws(LedgerStoreError) -> Result<SignedHead, LedgerStoreError> {
        let kept = try storing { try LedgerQueries(db: db).heads() }
        if let head = kept.first(where: { $0.day == day }) { return .success(head) }
        let signed: SignedHead
        do throws(LedgerStoreError) {
            signed = try SignedHead(day: day, at: head, key: key, last: kept.last?.day)
        } catch {
            return .failure(error)
        }
        try storing { try signed.insert(db) }
        return .success(signed)
    }

    private func write(
        _ job: WriterJob.Commit,
        in batch: inout LedgerBatch,
        answers: inout WriterAnswers,
        _ db: Database
    ) throws(LedgerStoreError) -> LedgerResult {
        let queries = LedgerQueries(db: db)
        let claim = BatchLines.Claim(
            key: job.command.key,
            fingerprint: job.fingerprint,
            first: TransferID(batch.changes.head.transfer.rawValue + 1),
            count: job.command.transfers.count
        )
        let claimed = try statements.write(claim)
        guard claimed else {
            let kept = try storing { try queries.result(of: job.command.key) }
            if let kept, kept.fingerprint == job.fingerprint { return kept.result }
            return LedgerResult(.rejected(LedgerRejection(.keyReused)))
        }
        let verdict = try batch.judge(job.command, past: queries)
        switch verdict {
        case .success(let rows):
            try statements.write(rows)
            answers.add(rows.messages)
            return LedgerResult(.accepted(rows.transfers))
        case .failure(let rejection):
            try statements.refuse(job.command.key, rejection)
            return LedgerResult(.rejected(rejection))
        }
    }

    /// Brings every balance in the file up to date; a failure leaves that to the next opening.
    private func finish() {
        let state = committed.withLock { $0 }
        try? pool.writeWithoutTransaction { _ in
            while true {
                let portion = sweep.withLock { sweep in
                    sweep.begin(at: state.lastTransfer, ifOlderThan: 1)
                    return sweep.next(.max)
                }
                if portion.watermark == nil { break }
                try statements.transaction { () throws(LedgerStoreError) in
                    try statements.flush(portion, state.account)
                }
                sweep.withLock { $0.wrote(portion) }
            }
        }
        pool.writeWithoutTransaction { _ in statements.finish() }
    }
}
