// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization

/// Batches of many clients: one is judged while the one before it is written and committed.
///
/// The clients fall into two halves by themselves: while the one waits for its commit, the other is
/// answered, comes back and is judged, against balances as they will be when that commit succeeds.
/// When it does not, what was judged meanwhile is judged again. Nobody is answered before the
/// commit of his own batch.
///
/// What is judged ahead must not depend on rows that may not be written yet: in front of a command
/// that does, the run comes to its end.
struct CrowdRun {
    /// Below so many commands, handing over costs more than it saves.
    static let commandsMin = 32
    /// Commands handed over together.
    private static let commandsPerHandMax = 128
    /// Halves of a crowd smaller than this cost more flushes than they save time.
    private static let halfMin = 256

    /// Whether a key judged ahead turned out to be a repeat.
    private(set) var hasMetRepeat = false
    private let writer: LedgerWriter
    private var batch: LedgerBatch
    /// The answers of the batch that is judged.
    private var open = WriterAnswers()
    /// The answers of the batch that is written and committed.
    private var ending: WriterAnswers?
    /// Commands that make up about half of the crowd.
    private var half = Self.halfMin

    init(for writer: LedgerWriter) {
        self.writer = writer
        let base = writer.committed.withLock { $0 }
        batch = LedgerBatch(over: base, limits: writer.configuration.limits)
    }

    /// Whether so many commands wait that can be judged ahead.
    static func suits(_ jobs: ArraySlice<WriterJob>) -> Bool {
        jobs.count >= commandsMin && jobs.prefix(commandsMin).allSatisfy(\.asksNoPast)
    }

    /// Does these jobs and what comes meanwhile, until nothing is under way; gives back those that
    /// are to be done one after the other.
    mutating func run(_ first: ArraySlice<WriterJob>) -> [WriterJob] {
        var jobs = first
        half = max(half, jobs.count / 2)
        while true {
            if let outcome = writer.scribe.takeOutcome() {
                guard let undone = take(outcome) else { continue }
                return undone + jobs
            }
            let room = writer.configuration.commandsPerCommitMax - open.count
            if jobs.isEmpty { jobs = writer.queue.takeWaiting(room)[...] }
            let ahead = jobs.prefix(min(room, Self.commandsPerHandMax)).prefix { $0.asksNoPast }
            judge(ahead)
            jobs = jobs.dropFirst(ahead.count)
            let isHeldUp = room == 0 || (ahead.isEmpty && !jobs.isEmpty)
            if ending == nil {
                if open.count == 0 { return Array(jobs) }
                if isHeldUp || open.count >= half || isAlone {
                    end()
                    continue
                }
            }
            if isHeldUp {
                writer.queue.waitForNudge()
            } else if jobs.isEmpty, ahead.isEmpty {
                writer.queue.waitForJobOrNudge()
            }
        }
    }

    /// Whether the commit waits for nobody: all is written, and nobody has an answer coming.
    private var isAlone: Bool {
        writer.scribe.isIdle && writer.isAnswering.load(ordering: .relaxed) == 0
    }

    private mutating func judge(_ jobs: ArraySlice<WriterJob>) {
        guard !jobs.isEmpty else { return }
        var lines = BatchLines(capacity: jobs.count)
        for case .commit(let job) in jobs {
            let first = TransferID(batch.changes.head.transfer.rawValue + 1)
            let verdict = batch.judge(job.command)
            lines.add(job, first: first, verdict)
            switch verdict {
            case .success(let rows):
                open.add(rows.messages)
                open.add(LedgerResult(.accepted(rows.transfers)), to: job)
            case .failure(let rejection):
                open.add(LedgerResult(.rejected(rejection)), to: job)
            }
        }
        writer.scribe.hand(lines)
    }

    /// Has the open batch committed, with a portion of old balances, and begins the next.
    private mutating func end() {
        let last = batch.base.lastTransfer
        let transfers = batch.changes.head.transfer.rawValue - last.rawValue
        open.portion = writer.portion(transfers: Int(transfers), since: last)
        var accounts: [UInt64: Account] = [:]
        accounts.reserveCapacity(open.portion.accounts.count)
        for id in open.portion.accounts { accounts[id.rawValue] = batch.account(id) }
        writer.scribe.end(BatchScribe.Ending(portion: open.portion, accounts: accounts))
        ending = open
        open = WriterAnswers()
        batch.beginNext()
    }

    /// Takes in what became of a batch; gives back what is to be done again, or nil.
    private mutating func take(_ outcome: BatchScribe.Outcome) -> [WriterJob]? {
        if case .committed = outcome {
            if let done = ending { publish(done) }
            return nil
        }
        let undone = ending?.jobs ?? open.jobs
        let later = ending == nil ? [] : open.jobs
        writer.scribe.goOn()
        guard case .failed(let reason) = outcome else {
            hasMetRepeat = true
            return undone + later
        }
        writer.fail(undone, reason)
        return later
    }

    /// Makes a committed batch what everyone reads, and answers.
    private mutating func publish(_ done: WriterAnswers) {
        ending = nil
        half = max(Self.halfMin, (done.count + open.count) / 2)
        var changes = LedgerChanges(head: batch.base.head)
        batch.settle { earlier in
            changes = earlier
            return writer.committed.withLock { state in
                state.merge(earlier)
                return state
            }
        }
        writer.doubt.withLock { $0 = nil }
        writer.send(done)
        writer.note(changes, done.portion)
    }
}
