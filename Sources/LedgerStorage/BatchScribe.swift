// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Ledger
import Synchronization

/// Writes down what was judged, on a thread of its own, while the writer judges what comes next.
///
/// A command is judged before its key is known to be new. When a key is there already, what was
/// judged after it may stand on something that happened long ago: nothing more is written, and
/// the writer undoes the batch and does it again one command at a time.
final class BatchScribe: Sendable {
    /// A command with what was judged of it.
    struct Line: Sendable {
        let job: WriterJob.Commit
        /// The number of its first transfer.
        let first: TransferID
        let verdict: LedgerBatch.Verdict
    }

    /// Lines handed over together.
    static let linesMax = 128
    /// Below so many, handing over costs more than it saves.
    static let linesMin = 32

    private static let handedOverMax = 2

    private enum Trouble {
        case keyIsThere
        case failed(LedgerStoreError)
    }

    private let statements: WriterStatements
    private let waiting = Mutex<[[Line]]>([])
    private let more = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)
    private let handedOver = Mutex(0)
    private let trouble = Mutex<Trouble?>(nil)

    init(_ statements: WriterStatements) {
        self.statements = statements
    }

    /// Starts the thread.
    func start() {
        let thread = Thread { [self] in
            while let lines = next() {
                write(lines)
                done.signal()
            }
        }
        thread.name = "ledger rows"
        thread.start()
    }

    /// Ends the thread, once all lines are written.
    func stop() { more.signal() }

    /// Whether lines are still being written.
    var isWriting: Bool { handedOver.withLock { $0 > 0 } }

    /// Has lines written after those before; waits when too many wait already.
    func hand(_ lines: [Line]) {
        if handedOver.withLock({ $0 >= Self.handedOverMax }) { waitForSome() }
        handedOver.withLock { $0 += 1 }
        waiting.withLock { $0.append(lines) }
        more.signal()
    }

    /// Waits until some of the lines are written; false when there are none.
    @discardableResult
    func waitForSome() -> Bool {
        guard isWriting else { return false }
        done.wait()
        handedOver.withLock { $0 -= 1 }
        return true
    }

    /// Waits until all lines are written; false when a key was there already.
    ///
    /// - Throws: what the disk said of one of them.
    func settle() throws(LedgerStoreError) -> Bool {
        while waitForSome() {}
        let found = trouble.withLock { trouble in
            defer { trouble = nil }
            return trouble
        }
        switch found {
        case nil: return true
        case .keyIsThere: return false
        case .failed(let error): throw error
        }
    }

    /// Waits for lines; nil when there will be no more.
    private func next() -> [Line]? {
        more.wait()
        return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    private func write(_ lines: [Line]) {
        guard trouble.withLock({ $0 == nil }) else { return }
        do throws(LedgerStoreError) {
            for line in lines {
                guard try write(line) else { return trouble.withLock { $0 = .keyIsThere } }
            }
        } catch {
            trouble.withLock { $0 = .failed(error) }
        }
    }

    private func write(_ line: Line) throws(LedgerStoreError) -> Bool {
        let command = line.job.command
        let claimed = try statements.claim(
            command.key,
            fingerprint: line.job.fingerprint,
            first: line.first,
            count: command.transfers.count
        )
        guard claimed else { return false }
        switch line.verdict {
        case .success(let rows): try statements.write(rows)
        case .failure(let rejection): try statements.refuse(command.key, rejection)
        }
        return true
    }
}
