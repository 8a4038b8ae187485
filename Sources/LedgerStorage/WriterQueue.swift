// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import Synchronization

/// What waits for the writer: bounded, first in first out, taken by the batch.
final class WriterQueue: Sendable {
    private let contents = Mutex(Contents())
    private let wake = DispatchSemaphore(value: 0)
    private let capacity: Int

    private struct Contents {
        var jobs: [WriterJob] = []
        var isClosed = false
        /// Whether the writer sleeps, so that the next job wakes it, and that one alone.
        var isAwaited = false

        mutating func take(_ count: Int) -> [WriterJob] {
            var taken: [WriterJob] = []
            if jobs.count <= count {
                swap(&taken, &jobs)
            } else {
                taken = Array(jobs.prefix(count))
                jobs.removeFirst(count)
            }
            return taken
        }

        mutating func endsWait() -> Bool {
            defer { isAwaited = false }
            return isAwaited
        }
    }

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds a job, or tells why it is not taken.
    func add(_ job: WriterJob) -> LedgerStoreError? {
        let (refusal, wakes): (LedgerStoreError?, Bool) = contents.withLock { contents in
            if contents.isClosed { return (.closed, false) }
            if contents.jobs.count >= capacity { return (.tooBusy, false) }
            contents.jobs.append(job)
            return (nil, contents.endsWait())
        }
        if wakes { wake.signal() }
        return refusal
    }

    /// Takes no more jobs; those that wait are still done.
    func close() {
        let wakes = contents.withLock { contents in
            contents.isClosed = true
            return contents.endsWait()
        }
        if wakes { wake.signal() }
    }

    /// Waits for jobs and takes what is there, at most so many; nil when closed and empty.
    func take(_ count: Int) -> [WriterJob]? {
        while true {
            let taken: [WriterJob]? = contents.withLock { contents in
                let taken = contents.take(count)
                contents.isAwaited = taken.isEmpty && !contents.isClosed
                return taken.isEmpty && contents.isClosed ? nil : taken
            }
            guard let taken else { return nil }
            if !taken.isEmpty { return taken }
            wake.wait()
        }
    }

    /// Takes what is there without waiting, at most so many.
    func takeWaiting(_ count: Int) -> [WriterJob] {
        contents.withLock { $0.take(count) }
    }
}
