// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

extension SQLiteLedgerSnapshot {
    /// Opens a file for reading alone, also from a folder or a disk where nothing can be written.
    ///
    /// SQLite keeps an index of its log beside the file. Where it cannot, a file without a log is
    /// read as one that nobody changes; one with a log cannot be read there.
    static func open(_ path: String) throws -> DatabaseQueue {
        var options = Configuration()
        options.readonly = true
        options.busyMode = .timeout(5)
        do {
            let queue = try DatabaseQueue(path: path, configuration: options)
            _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
            return queue
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
        {
            var log = stat()
            guard stat(path + "-wal", &log) != 0 || log.st_size == 0 else {
                throw LedgerStoreError.unreadable(
                    "its newest transfers are in \(path)-wal, and nothing can be written here "
                        + "to read them with"
                )
            }
            let address = SQLiteAddress.of(path, "immutable=1")
            return try DatabaseQueue(path: address, configuration: options)
        }
    }
}
