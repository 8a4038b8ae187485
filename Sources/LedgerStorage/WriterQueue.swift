// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import Synchronization

/// What waits for the writer: bounded, first in first out, taken by the batch.
///
/// Many add and one takes, without a lock: in a crowd, those who wait for a lock in the kernel cost
/// more than the ledger itself. New jobs are linked in front of those before; the writer takes the
/// whole chain at once and turns it round.
final class WriterQueue: Sendable {
    /// The newest job; `end` once nobody may add any more.
    private let newest = Atomic<Unmanaged<QueueLink>?>(nil)
    private let end = QueueLink()
    private let isClosed = Atomic(false)
    private let count = Atomic(0)
    private let capacity: Int
    /// Taken from the chain and not yet from the queue; the writer's alone, newest first.
    private let backlog = Mutex<[WriterJob]>([])
    private let wake = DispatchSemaphore(value: 0)
    /// Whether the writer sleeps, so that the next job wakes it, and that one alone.
    private let sleeps = Atomic(false)
    private let nudged = Atomic(false)

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds a job, or tells why it is not taken.
    func add(_ job: WriterJob) -> LedgerStoreError? {
        guard !isClosed.load(ordering: .acquiring) else { return .closed }
        guard count.add(1, ordering: .relaxed).oldValue < capacity else {
            count.subtract(1, ordering: .relaxed)
            return .tooBusy
        }
        let link = job.link
        let added = Unmanaged.passRetained(link)
        var before = newest.load(ordering: .relaxed)
        while true {
            if isEnd(before) {
                added.release()
                return .closed
            }
            link.earlier = before
            let (isAdded, found) = newest.compareExchange(
                expected: before,
                desired: added,
                ordering: .sequentiallyConsistent
            )
            if isAdded { break }
            before = found
        }
        rouse()
        return nil
    }

    /// Takes no more jobs; those that wait are still done.
    func close() {
        isClosed.store(true, ordering: .sequentiallyConsistent)
        nudge()
    }

    /// Makes the writer look about, though no job has come.
    func nudge() {
        nudged.store(true, ordering: .sequentiallyConsistent)
        rouse()
    }

    /// Waits for jobs and takes what is there, at most so many; nil when closed and empty.
    func take(_ count: Int) -> [WriterJob]? {
        while true {
            let taken = takeWaiting(count)
            if !taken.isEmpty { return taken }
            if isClosed.load(ordering: .sequentiallyConsistent) {
                let last = newest.compareExchange(
                    expected: nil,
                    desired: Unmanaged.passUnretained(end),
                    ordering: .sequentiallyConsistent
                )
                if last.exchanged || isEnd(last.original) { return nil }
            } else {
                waitForJobOrNudge()
            }
        }
    }

    /// Takes what is there without waiting, at most so many.
    func takeWaiting(_ count: Int) -> [WriterJob] {
        guard count > 0 else { return [] }
        let taken = backlog.withLock { backlog in
            if backlog.isEmpty { unlink(into: &backlog) }
            let taken = Array(backlog.suffix(count).reversed())
            backlog.removeLast(taken.count)
            return taken
        }
        if !taken.isEmpty { self.count.subtract(taken.count, ordering: .relaxed) }
        return taken
    }

    /// Waits until a job has come or somebody nudged; now and then for nothing.
    func waitForJobOrNudge() {
        sleeps.store(true, ordering: .sequentiallyConsistent)
        let isNudged = nudged.exchange(false, ordering: .sequentiallyConsistent)
        let isEmpty = newest.load(ordering: .sequentiallyConsistent)?.toOpaque() == nil
        if isNudged || !isEmpty {
            sleeps.store(false, ordering: .sequentiallyConsistent)
        } else {
            wake.wait()
        }
    }

    /// Waits until somebody nudged, whatever jobs come.
    func waitForNudge() {
        while !nudged.exchange(false, ordering: .sequentiallyConsistent) {
            sleeps.store(true, ordering: .sequentiallyConsistent)
            if nudged.load(ordering: .sequentiallyConsistent) { continue }
            wake.wait()
        }
        sleeps.store(false, ordering: .sequentiallyConsistent)
    }

    private func rouse() {
        guard sleeps.load(ordering: .sequentiallyConsistent),
            sleeps.exchange(false, ordering: .sequentiallyConsistent)
        else { return }
        wake.signal()
    }

    /// Takes all that is linked, newest first.
    private func unlink(into jobs: inout [WriterJob]) {
        let linked = newest.load(ordering: .relaxed)
        guard let linked, !isEnd(linked) else { return }
        var next = newest.exchange(nil, ordering: .acquiring)
        while let link = next?.takeRetainedValue() {
            if let job = link.job { jobs.append(job) }
            next = link.earlier
        }
    }

    private func isEnd(_ link: Unmanaged<QueueLink>?) -> Bool {
        link?.toOpaque() == Unmanaged.passUnretained(end).toOpaque()
    }
}

/// What a job in the queue is linked by: written by its adder before others see it, and read by the
/// writer after.
class QueueLink: @unchecked Sendable {
    fileprivate var earlier: Unmanaged<QueueLink>?

    /// The job; nil at the end of a queue that is closed.
    var job: WriterJob? { nil }
}

/// The link of a job that brings none of its own.
private final class JobLink: QueueLink, @unchecked Sendable {
    private let linked: WriterJob

    init(_ job: WriterJob) {
        linked = job
    }

    override var job: WriterJob? { linked }
}

extension WriterJob {
    fileprivate var link: QueueLink {
        if case .commit(let job) = self { job } else { JobLink(self) }
    }
}
