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
///
/// What is copied while somebody reads is flushed only with the rest. When that flush fails, the
/// system may have forgotten pages that no later copying brings again, so the log is kept from
/// then on until the file is opened anew, which copies all of it.
final class Checkpointer: Sendable {
    private let connection: DatabaseQueue
    private let work = DispatchQueue(label: "ledger checkpoint")
    private let state = Mutex(State.idle)
    private let pagesMax: Int
    private let isBeside: Bool

    /// How many times `pagesMax` the log may reach before the writer waits.
    private static let waitingFactor = 8

    private enum State {
        case idle, copying, leftSomething, stopped
    }

    /// Opens the connection; without `isBeside` the writer waits for each copying, so that a run
    /// can be repeated call by call.
    init(path: String, pagesMax: Int, isBeside: Bool = true) throws {
        connection = try DatabaseQueue(path: path)
        try connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        self.pagesMax = pagesMax
        self.isBeside = isBeside
    }

    /// Starts a checkpoint when the log is long and none is under way.
    func logHas(pages: Int) {
        guard pages >= pagesMax else { return }
        let starts = state.withLock { state in
            guard state == .idle else { return false }
            state = .copying
            return true
        }
        guard starts else { return }
        if isBeside { work.async { [self] in copy() } } else { work.sync { copy() } }
    }

    /// Whether the writer has to copy what a checkpoint left, before its next commit.
    ///
    /// Waits for a checkpoint under way when the log is far too long.
    func needsWriter(pages: Int) -> Bool {
        if pages / Self.waitingFactor >= pagesMax, !isStopped { work.sync {} }
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

    /// Copies what can be copied, from the writer's own connection.
    func copyRest(_ db: Database) {
        copied { try db.checkpoint(.passive) }
    }

    /// Whether a flush failed and the log is kept.
    var isStopped: Bool { state.withLock { $0 == .stopped } }

    private func copy() {
        copied { try connection.writeWithoutTransaction { try $0.checkpoint(.passive) } }
    }

    private func copied(
        _ copying: () throws -> (walFrameCount: Int, checkpointedFrameCount: Int)
    ) {
        var next = State.idle
        do {
            let counts = try copying()
            if counts.walFrameCount != counts.checkpointedFrameCount { next = .leftSomething }
        } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_IOERR_FSYNC
        {
            next = .stopped
        } catch {
            // A full disk, or somebody in the way: it is tried again when the log has grown.
        }
        state.withLock { $0 = next }
    }
}
