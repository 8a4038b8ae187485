// SPDX-License-Identifier: Apache-2.0
import Dispatch
import GRDB
import Ledger
import Synchronization

/// Copies the write-ahead log into the file beside the writer, from a connection of its own.
///
/// While the writer goes on, some pages always remain, and the log cannot begin anew; these few
/// the writer copies itself, between two commits. When the copying does not keep up, the writer
/// waits for it, so that the log stays bounded.
final class Checkpointer: Sendable {
    private let connection: DatabaseQueue
    private let work = DispatchQueue(label: "ledger checkpoint")
    private let state = Mutex(State.idle)
    private let pagesMax: Int

    /// How many times `pagesMax` the log may reach before the writer waits.
    private static let waitingFactor = 8

    private enum State {
        case idle, copying, leftSomething
    }

    init(path: String, pagesMax: Int) throws {
        connection = try DatabaseQueue(path: path)
        try connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        self.pagesMax = pagesMax
    }

    /// Starts a checkpoint when the log is long and none is under way.
    func logHas(pages: Int) {
        guard pages >= pagesMax else { return }
        let starts = state.withLock { state in
            guard state == .idle else { return false }
            state = .copying
            return true
        }
        if starts { work.async { [self] in copy() } }
    }

    /// Whether the writer has to copy what a checkpoint left, before its next commit.
    ///
    /// Waits for a checkpoint under way when the log is far too long.
    func needsWriter(pages: Int) -> Bool {
        if pages / Self.waitingFactor >= pagesMax { work.sync {} }
        return state.withLock { state in
            guard state == .leftSomething else { return false }
            state = .idle
            return true
        }
    }

    /// Waits for a checkpoint under way and lets go of the file.
    func close() {
        work.sync {}
        try? connection.close()
    }

    private func copy() {
        let result = try? connection.writeWithoutTransaction { try $0.checkpoint(.passive) }
        state.withLock { state in
            let complete = result.map { $0.walFrameCount == $0.checkpointedFrameCount } ?? true
            state = complete ? .idle : .leftSomething
        }
    }
}
