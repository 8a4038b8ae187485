// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

/// A ledger file on disk: looked at without writing, made whole or not at all.
struct LedgerFile {
    let path: String
    var configuration = SQLiteLedgerConfiguration()

    /// Whether there is a ledger to open; false when there is nothing yet.
    ///
    /// Reads the header alone (SQLite file format, 1.3) and writes nothing.
    ///
    /// - Throws: ``LedgerStoreError/foreign(_:)`` with what was found instead of a ledger.
    func isLedger() throws(LedgerStoreError) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return false }
        if descriptor < 0, errno == EACCES || errno == EPERM {
            throw .unreadable("this user may not read it")
        }
        guard descriptor >= 0 else { throw .opening(path, errno: errno) }
        defer { _ = close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = pread(descriptor, &header, header.count, 0)
        if count < 0 {
            throw errno == EISDIR ? .foreign("it is a folder") : .opening(path, errno: errno)
        }
        if count == 0 { return false }
        guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .foreign("it does not begin like an SQLite file")
        }
        guard count == header.count else { throw .damaged("it ends after \(count) bytes") }
        try check(application: number(at: 68, in: header), version: number(at: 60, in: header))
        return true
    }

    /// Makes an empty ledger under another name, and gives it its name when it is whole.
    ///
    /// - Throws: ``LedgerStoreError/damaged(_:)`` when a log lies there that a new file would take
    ///   for its own.
    func create() throws(LedgerStoreError) {
        var log = stat()
        if stat(path + "-wal", &log) == 0, log.st_size > 0 {
            throw .damaged("there is a log, \(path)-wal, without the file it belongs to")
        }
        let draft = path + ".new"
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) }
        try storing {
            let queue = try DatabaseQueue(path: configuration.address(of: draft))
            try LedgerSchema.migrator.migrate(queue)
            // While it still has another name: a power failure could bring back the journal of a
            // later change, and a ledger with one cannot be looked at without writing.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.close()
        }
        // It holds numbers, names and balances: for its owner alone, as what stands beside it.
        guard chmod(draft, 0o600) == 0 else { throw .opening(draft, errno: errno) }
        guard rename(draft, path) == 0 else { throw .opening(path, errno: errno) }
        let name = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let folder = open(name, O_RDONLY)
        if folder >= 0 {
            fsync(folder)
            _ = close(folder)
        }
    }

    /// Opens the file for reading alone and lends it.
    ///
    /// - Throws: ``LedgerStoreError/damaged(_:)`` when SQLite's own check finds something.
    func inspect<Value>(
        _ body: (Database) throws -> Value
    ) throws(LedgerStoreError) -> Value {
        try storing {
            var options = Configuration()
            options.readonly = true
            let queue = try DatabaseQueue(
                path: configuration.address(of: path),
                configuration: options
            )
            defer { try? queue.close() }
            return try queue.read { db in
                let findings = try String.fetchAll(db, sql: "PRAGMA quick_check(3)")
                guard findings == ["ok"] else {
                    throw LedgerStoreError.damaged(findings.joined(separator: "; "))
                }
                try check(
                    application: try UInt32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                    version: try UInt32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                )
                return try body(db)
            }
        }
    }

    private func check(application: UInt32, version: UInt32) throws(LedgerStoreError) {
        guard application == LedgerSchema.applicationID else {
            let id = String(application, radix: 16)
            throw .foreign("it is an SQLite file of another program (application id 0x\(id))")
        }
        guard version <= LedgerSchema.version else {
            throw .foreign(
                "it was written by a newer version of this program (schema \(version); "
                    + "this one knows \(LedgerSchema.version))"
            )
        }
    }

    private func number(at offset: Int, in header: [UInt8]) -> UInt32 {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
