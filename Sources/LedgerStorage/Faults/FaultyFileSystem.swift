// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDBSQLite
public import Ledger
import Synchronization

/// A file system below the ledger that fails as planned: for tests and simulations, in one process.
///
/// It stands between SQLite and the real files as a VFS of SQLite's (`sqlite3_vfs`) and is used by
/// the stores whose configuration names it, and by nothing else. Real flushes are left out: what
/// would survive a power failure is reckoned sector by sector and put there by ``restart()``.
///
/// ```swift
/// let disk = try FaultyFileSystem()
/// configuration.fileSystem = disk
/// let store = try SQLiteLedgerStore(path: path, configuration: configuration)
/// disk.install(FaultPlan(seed: 7, [Fault(.change(12), .powerCut(keeping: .some))]))
/// // … commands, until they fail
/// store.close()
/// try disk.restart()
/// ```
///
/// With a store that gets one command at a time, the same plan gives the same run; such a store
/// copies its log into the file between two commits and not beside them. Not below it are the
/// shared memory of the log (`PATH-shm`), the lock file, and the renaming of a new ledger.
public final class FaultyFileSystem: Sendable {
    /// The kinds of file a ledger has.
    public enum Part: Hashable, Sendable, CaseIterable {
        /// The ledger file itself.
        case database
        /// The write-ahead log, `PATH-wal`.
        case log
        /// The rollback journal of a ledger that is being made.
        case journal
        /// SQLite's temporary files.
        case other
    }

    /// What was asked of the file system since it was made.
    public struct Counters: Hashable, Sendable {
        /// Reads.
        public var reads = 0
        /// Writes, and how many bytes they carried.
        public var writes = 0
        /// Bytes handed over to be written.
        public var bytesWritten = 0
        /// Flushes that succeeded.
        public var syncs = 0
        /// Bytes that those flushes made durable, in whole sectors.
        public var bytesSynced = 0
        /// Truncations.
        public var truncations = 0
        /// Files removed.
        public var removals = 0
        /// Calls that failed because of a plan, those after a power failure left out.
        public var faults = 0
    }

    let disk: Mutex<FaultyDisk>
    /// SQLite's own file system, below this one.
    let base: FaultyVFS

    /// Makes a file system without faults.
    ///
    /// - Throws: `LedgerStoreError.io` when this SQLite takes no file system by name
    ///   (`SQLITE_USE_URI`), or has none of its own.
    public init() throws(LedgerStoreError) {
        guard sqlite3_compileoption_used("USE_URI") == 1 else {
            throw .io(code: Int(SQLITE_MISUSE), message: "SQLite was built without URI names")
        }
        disk = Mutex(FaultyDisk())
        base = try FaultyVFS()
        base.register(for: self)
    }

    deinit { base.unregister() }

    /// Replaces the plan and begins to count its calls at 1; a power failure stays.
    public func install(_ plan: FaultPlan) { disk.withLock { $0.install(plan) } }

    /// Ends every fault but a power failure.
    public func heal() { install(FaultPlan()) }

    /// Lets the power fail now.
    public func cutPower(keeping kept: Fault.Kept, seed: UInt64 = 0) {
        disk.withLock { disk in
            disk.install(FaultPlan(seed: seed))
            disk.cutPower(keeping: kept)
        }
    }

    /// Brings the power back: the files are made to hold what the disk kept, and open again.
    ///
    /// Whatever is still open stays dead. Close the store first, which also lets go of its lock.
    ///
    /// - Throws: `LedgerStoreError` when the real disk refuses.
    public func restart() throws(LedgerStoreError) {
        try disk.withLock { disk throws(LedgerStoreError) in try disk.restart() }
    }

    /// Whether the power is there.
    public var hasPower: Bool { disk.withLock { $0.hasPower } }

    /// What was asked of it since it was made.
    public var counters: Counters { disk.withLock { $0.counters } }

    /// How often a fault of the plan in force has hit.
    public var hits: Int { disk.withLock { $0.hits } }

    /// The name under which SQLite opens a path through this file system.
    func address(of path: String) -> String {
        SQLiteAddress.of(path, "vfs=\(base.name)")
    }
}

extension FaultyFileSystem: Hashable {
    /// Whether both are the same file system.
    public static func == (left: FaultyFileSystem, right: FaultyFileSystem) -> Bool {
        left === right
    }

    /// Feeds its identity to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
