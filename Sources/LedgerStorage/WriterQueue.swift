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
    }

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds a job, or tells why it is not taken.
    func add(_ job: WriterJob) -> LedgerStoreError? {
        let refusal: LedgerStoreError? = contents.withLock { contents in
            if contents.isClosed { return .closed }
            if contents.jobs.count >= capacity { return .tooBusy }
            contents.jobs.append(job)
            return nil
        }
        if refusal == nil { wake.signal() }
        return refusal
    }

    /// Takes no more jobs; those that wait are still done.
    func close() {
        contents.withLock { $0.isClosed = true }
        wake.signal()
    }

    /// Waits for jobs and takes what is there, at most so many; nil when closed and empty.
    func take(_ count: Int) -> [WriterJob]? {
        while true {
            let taken: [WriterJob]? = contents.withLock { contents in
                let taken = Array(contents.jobs.prefix(count))
                contents.jobs.removeFirst(taken.count)
                return taken.isEmpty && contents.isClosed ? nil : taken
            }
            guard let taken else { return nil }
            if !taken.isEmpty { return taken }
            wake.wait()
        }
    }
}
