// SPDX-License-Identifier: Apache-2.0
import GRDB
public import Ledger
import Synchronization

/// A ledger file as it stood when it was opened, for reading alone, also while another process
/// writes it.
///
/// SQLite's log lets readers see a committed state while a writer goes on. Balances, documents and
/// holds are read once, in one transaction, together with the number of the last transfer. As
/// transfers are only ever added, reading them later up to that number, a page at a time, gives
/// the same state: no transaction stays open, and the writer's checkpoints are not held up.
///
/// Whatever would write gets `LedgerStoreError.readOnly`. Messages are read as they are now.
///
/// ```swift
/// let ledger = try SQLiteLedgerSnapshot(path: ".stardial/ledger.db")
/// let sheets = try Books(of: ledger).balanceSheets(naming: name)
/// ```
public final class SQLiteLedgerSnapshot: LedgerStore {
    let queue: DatabaseQueue
    /// Balances, documents and open holds at the moment of opening.
    package let state: LedgerState
    /// The signed heads at the moment of opening.
    let signedHeads: [SignedHead]
    /// The process that had the ledger open for writing when this was opened, in words; nil where
    /// none is known.
    ///
    /// What troubles its disk only that process knows.
    public let writer: String?
    private let isClosed = Mutex(false)

    /// Opens a ledger file that exists, and reads where it stands.
    ///
    /// Nothing is proved but that the rows can be read: ``verify()`` does the sums again.
    ///
    /// - Throws: `LedgerStoreError`: `foreign` when there is no ledger or one of another version,
    ///   `unreadable` when it may not be read, `damaged` when a row cannot be read or does not
    ///   follow from those before it, or `io`.
    public init(path: String) throws(LedgerStoreError) {
        guard try LedgerFile(path: path).isLedger() else {
            throw .foreign("there is no ledger at this place")
        }
        writer = FileLock.holder(at: path + ".lock")
        (queue, state, signedHeads) = try storing {
            let queue = try Self.open(path)
            let (state, heads) = try queue.read { db in
                let version = try UInt32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                guard version == LedgerSchema.version else {
                    throw LedgerStoreError.foreign(
                        "it has schema \(version) and this program reads \(LedgerSchema.version); "
                            + "stardial up brings an older one up to date"
                    )
                }
                let heads = try LedgerQueries(db: db).heads()
                return (try LoadedLedger(db, check: nil).state, heads)
            }
            return (queue, state, heads)
        }
    }

    /// How many messages are not marked as delivered now.
    ///
    /// - Throws: `LedgerStoreError` when the file cannot be read.
    public func undeliveredCount() throws(LedgerStoreError) -> Int {
        try reading { queries in
            let sql = "SELECT count(*) FROM outbox WHERE delivered = 0"
            return try Int.fetchOne(queries.db, sql: sql) ?? 0
        }
    }

    /// What SQLite's own check of the file's structure finds; empty when it is whole.
    ///
    /// - Parameter limit: the most findings told.
    /// - Returns: SQLite's words.
    /// - Throws: `LedgerStoreError` when the file cannot be read.
    public func structureFindings(limit: Int) throws(LedgerStoreError) -> [String] {
        try reading { queries in
            let sql = "PRAGMA quick_check(\(max(1, limit)))"
            return try String.fetchAll(queries.db, sql: sql).filter { $0 != "ok" }
        }
    }

    func reading<Value>(_ body: (LedgerQueries) throws -> Value) throws(LedgerStoreError) -> Value {
        if isClosed.withLock({ $0 }) { throw .closed }
        return try storing { try queue.read { try body(LedgerQueries(db: $0)) } }
    }

    /// Lets go of the file.
    public func close() {
        let isFirst = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        if isFirst { try? queue.close() }
    }
}
