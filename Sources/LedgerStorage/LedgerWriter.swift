// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import Synchronization

/// The one writer: it takes whatever waits when the last commit has returned, judges it against
/// balances in memory, writes and commits it, and only then publishes and answers.
///
/// Three threads share that in a crowd: one judges, one writes rows a step behind it, and one
/// tells those who wait while the next batch has begun.
final class LedgerWriter: Sendable {
    /// What is committed, for every reader.
    let committed: Mutex<LedgerState>
    let queue: WriterQueue
    private let pool: DatabasePool
    private let statements: WriterStatements
    private let scribe: BatchScribe
    /// Accounts that the last batch moved: about as many as the next one will.
    private let accountsMoved = Mutex(0)
    private let haste = Mutex(WriterHaste())
    private let mayBeAnswering = Mutex(false)
    private let answering = DispatchQueue(label: "ledger answers", qos: .userInitiated)
    private static let answers = DispatchSpecificKey<ObjectIdentifier>()
    private let checkpointer: Checkpointer
    private let sweep: Mutex<BalanceSweep>
    private let listener = Mutex<(@Sendable ([OutboxMessage]) -> Void)?>(nil)
    /// Why the last commit may come back after a crash, though it was not acknowledged; nil when
    /// it cannot.
    let doubt = Mutex<LedgerStoreError?>(nil)
    private let finished = DispatchGroup()
    private let configuration: SQLiteLedgerConfiguration

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
        scribe = BatchScribe(statements)
        answering.setSpecific(key: Self.answers, value: ObjectIdentifier(self))
    }

    /// Starts the thread, which does a last thing when the queue is closed and empty.
    func start(andFinally teardown: @escaping @Sendable () -> Void) {
        finished.enter()
        scribe.start()
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
        listener.withLock { $0 = new }
    }

    /// Limits the file to so many pages; only ever to less than the disk has.
    func limitPages(_ count: Int) throws {
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
    }

    private func perform(_ first: [WriterJob]) {
        var jobs = first
        do {
            let (changes, answers) = try commit(&jobs)
            committed.withLock { $0.merge(changes) }
            doubt.withLock { $0 = nil }
            let listener = self.listener.withLock { $0 }
            answering.async { answers.send(to: listener) }
            mayBeAnswering.withLock { $0 = true }
            // Done while those who are answered make up their next commands.
            checkpointer.logHas(pages: statements.logPages)
            note(changes, answers.portion)
        } catch {
            let reason = settle(LedgerStoreError(error))
            answering.async { [jobs] in
                for job in jobs { job.fail(reason) }
            }
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
    private func note(_ changes: LedgerChanges, _ portion: BalanceSweep.Portion) {
        accountsMoved.withLock { $0 = changes.accounts.count }
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
            while true {
                let isHasty = haste.withLock { $0.next() }
                let done = try statements.transaction { () throws(LedgerStoreError) in
                    try write(&jobs, db, isHasty: isHasty)
                }
                if let done { return done }
                haste.withLock { $0.stumbled() }
            }
        }
    }

    /// Writes a batch and a portion of old balances, inside a transaction; nil when a key came
    /// back in a batch judged in haste, and all of it is to be undone.
    ///
    /// What comes while it writes joins the batch: clients that were answered a moment ago are
    /// back before the commit, and share it.
    private func write(
        _ jobs: inout [WriterJob],
        _ db: Database,
        isHasty: Bool
    ) throws(LedgerStoreError) -> (LedgerChanges, WriterAnswers)? {
        let base = committed.withLock { $0 }
        var batch = LedgerBatch(
            over: base,
            limits: configuration.limits,
            accountsExpected: accountsMoved.withLock { $0 }
        )
        var answers = WriterAnswers()
        var written = 0
        while written < jobs.count {
            let ahead = isHasty ? linesAhead(in: jobs[written...]) : 0
            if ahead >= BatchScribe.linesMin {
                let next = jobs[written..<written + ahead]
                scribe.hand(try judge(next, in: &batch, answers: &answers, db))
                written += ahead
            } else if !scribe.waitForSome() {
                guard try scribe.settle() else { return nil }
                try write(jobs[written], in: &batch, answers: &answers, db)
                written += 1
            }
            repeat {
                join(&jobs, after: written)
            } while written == jobs.count && (scribe.waitForSome() || waitForAnswers())
        }
        guard try scribe.settle() else { return nil }
        let transfers = batch.changes.head.transfer.rawValue - base.lastTransfer.rawValue
        let portion = sweep.withLock { sweep in
            sweep.begin(at: base.lastTransfer, ifOlderThan: configuration.transfersPerFlush)
            return sweep.next(max(configuration.balancesPerPortion, 4 * Int(transfers)))
        }
        try flush(portion) { batch.changes.accounts[$0.rawValue] ?? base.account($0) }
        answers.portion = portion
        return (batch.changes, answers)
    }

    /// How many of the jobs can be judged ahead of their keys: such as ask for nothing that may
    /// not be written yet.
    private func linesAhead(in jobs: ArraySlice<WriterJob>) -> Int {
        jobs.prefix(BatchScribe.linesMax).prefix { $0.asksNoPast }.count
    }

    /// Waits until the answers of the batch before are sent, so that those who got them share this
    /// commit; false when they are.
    private func waitForAnswers() -> Bool {
        let waits = mayBeAnswering.withLock { mayBe in
            defer { mayBe = false }
            return mayBe
        }
        if waits { answering.sync {} }
        return waits
    }

    /// Adds what has come meanwhile, when few are left.
    private func join(_ jobs: inout [WriterJob], after written: Int) {
        guard jobs.count - written < BatchScribe.linesMin else { return }
        jobs += queue.takeWaiting(configuration.commandsPerCommitMax - jobs.count)
    }

    private func judge(
        _ jobs: ArraySlice<WriterJob>,
        in batch: inout LedgerBatch,
        answers: inout WriterAnswers,
        _ db: Database
    ) throws(LedgerStoreError) -> [BatchScribe.Line] {
        let queries = LedgerQueries(db: db)
        var lines: [BatchScribe.Line] = []
        lines.reserveCapacity(jobs.count)
        for case .commit(let job) in jobs {
            let first = TransferID(batch.changes.head.transfer.rawValue + 1)
            let verdict = try batch.judge(job.command, past: queries)
            lines.append(BatchScribe.Line(job: job, first: first, verdict: verdict))
            switch verdict {
            case .success(let rows):
                answers.add(rows.messages)
                answers.add(LedgerResult(.accepted(rows.transfers)), to: job)
            case .failure(let rejection):
                answers.add(LedgerResult(.rejected(rejection)), to: job)
            }
        }
        return lines
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
        let claimed = try statements.claim(
            job.command.key,
            fingerprint: job.fingerprint,
            first: TransferID(batch.changes.head.transfer.rawValue + 1),
            count: job.command.transfers.count
        )
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

    private func flush(
        _ portion: BalanceSweep.Portion,
        _ account: (AccountID) -> Account?
    ) throws(LedgerStoreError) {
        for id in portion.accounts {
            if let account = account(id) { try statements.flush(account) }
        }
        if let watermark = portion.watermark { try statements.write(watermark: watermark) }
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
                    try flush(portion, state.account)
                }
                sweep.withLock { $0.wrote(portion) }
            }
        }
        pool.writeWithoutTransaction { _ in statements.finish() }
    }
}
