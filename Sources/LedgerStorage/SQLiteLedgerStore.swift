// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
public import Ledger

/// A ledger in one SQLite file, durable before anything is answered.
///
/// Beside the file at `PATH` stand SQLite's `PATH-wal` and `PATH-shm` while it is open, and
/// `PATH.lock`, which keeps a second process out.
///
/// ```swift
/// let store = try SQLiteLedgerStore(path: "money.ledger")
/// let result = try await store.commit(command)
/// ```
public final class SQLiteLedgerStore: LedgerStore {
    let writer: LedgerWriter
    let pool: DatabasePool
    private let checkpointer: Checkpointer

    /// Opens a ledger, or makes a new one where there is nothing.
    ///
    /// The file is looked at for reading alone until it has proved to be a sound ledger.
    ///
    /// - Throws: `LedgerStoreError`: `locked` when another process has it, `foreign` when it is
    ///   not a ledger or from a newer version, `damaged`, `readOnly`, `full` or `io`. The file is
    ///   then as it was.
    public init(
        path: String,
        configuration: SQLiteLedgerConfiguration = SQLiteLedgerConfiguration()
    ) throws(LedgerStoreError) {
        let file = LedgerFile(path: path, configuration: configuration)
        var exists = try file.isLedger()
        let lock = try FileLock(path: path + ".lock")
        if !exists { exists = try file.isLedger() }
        if !exists { try file.create() }
        var ledger = try file.inspect { db in
            try LoadedLedger(db, check: configuration.openingCheck)
        }
        let opened = try storing {
            let pool = try Self.open(path, configuration)
            if ledger.version < LedgerSchema.version {
                ledger = try pool.read { try LoadedLedger($0, check: .recent) }
            }
            let checkpointer = try Checkpointer(
                path: configuration.address(of: path),
                pagesMax: configuration.checkpointPages,
                isBeside: configuration.fileSystem == nil
            )
            let writer = try LedgerWriter(
                pool: pool,
                ledger: ledger,
                checkpointer: checkpointer,
                configuration: configuration
            )
            return (pool, checkpointer, writer)
        }
        (pool, checkpointer, writer) = opened
        writer.start { [pool, checkpointer] in
            checkpointer.close()
            // A connection that only reads is the last to close and cannot empty the log.
            let keeper = checkpointer.isStopped ? Self.reader(path, configuration) : nil
            if !checkpointer.isStopped {
                try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            }
            try? pool.close()
            try? keeper?.close()
            lock.release()
        }
    }

    deinit { close() }

    /// Does all of a command or nothing, and tells what became of it once that is durable.
    public func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    ) {
        submit(.commit(WriterJob.Commit(command, completion)))
    }

    /// Lets go every hold whose time is over at a moment, and tells which rows that gave.
    public func expirePending(
        at moment: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    ) {
        submit(.expire(moment, announce, completion))
    }

    /// Marks messages as delivered; numbers that do not exist are passed over.
    public func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    ) {
        submit(.markDelivered(ids, completion))
    }

    /// Signs where the journal stands, and tells the head once it is durable.
    public func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    ) {
        submit(.seal(day, key, completion))
    }

    /// Names who is told of new messages after each commit, on the thread that answers.
    public func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?) {
        writer.setListener(listener)
    }

    /// Whether the disk lost a flush of the ledger file: commits go on and are durable in the log,
    /// which grows until the store is closed and opened again.
    public var keepsLog: Bool { checkpointer.isStopped }

    /// Finishes what waits, brings the file up to date and lets go of it.
    ///
    /// Returns when that is done; called from a completion, it returns at once.
    public func close() {
        writer.queue.close()
        writer.waitUntilFinished()
    }

    private static func reader(
        _ path: String,
        _ configuration: SQLiteLedgerConfiguration
    ) -> DatabaseQueue? {
        var options = Configuration()
        options.readonly = true
        let queue = try? DatabaseQueue(
            path: configuration.address(of: path),
            configuration: options
        )
        _ = try? queue?.read { try Int.fetchOne($0, sql: "SELECT transfer FROM watermark") }
        return queue
    }

    private func submit(_ job: WriterJob) {
        if let refusal = writer.queue.add(job) { job.fail(refusal) }
    }

    /// Opens the pool with every commit flushed to the disk.
    ///
    /// GRDB sets `synchronous` to NORMAL when a pool begins, so it is set again and read back.
    private static func open(
        _ path: String,
        _ configuration: SQLiteLedgerConfiguration
    ) throws -> DatabasePool {
        var options = Configuration()
        // a program that reads or copies the file may hold SQLite's own lock for a moment
        options.busyMode = .timeout(5)
        let pool = try DatabasePool(
            path: configuration.address(of: path),
            configuration: options
        )
        try LedgerSchema.migrator.migrate(pool)
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536")
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
                throw LedgerStoreError.io(code: 0, message: "commits would not be flushed")
            }
            // Whatever the log holds from before, perhaps never flushed, is made durable: the first
            // commit must not stand on pages that a failed flush may lose.
            _ = try db.checkpoint(.passive)
            if let pages = configuration.filePagesMax {
                try db.execute(sql: "PRAGMA max_page_count = \(pages)")
            }
        }
        return pool
    }
}
