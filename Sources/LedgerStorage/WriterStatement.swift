// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite
import Ledger

/// One prepared statement on the writer's connection, used only inside the pool's writer.
final class WriterStatement {
    private let database: OpaquePointer
    private var statement: OpaquePointer?
    private static let nothing: StaticString = ""

    init(_ sql: String, on database: OpaquePointer) throws(LedgerStoreError) {
        var statement: OpaquePointer?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        let code = sqlite3_prepare_v3(database, sql, -1, flags, &statement, nil)
        guard code == SQLITE_OK, let statement else {
            throw LedgerStoreError(sqlite: code, String(cString: sqlite3_errmsg(database)))
        }
        self.database = database
        self.statement = statement
    }

    deinit { finalize() }

    /// Lets go of the statement, without which SQLite cannot close the file.
    func finalize() {
        sqlite3_finalize(statement)
        statement = nil
    }

    func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(statement, index, value)
    }

    func bind(_ index: Int32, _ value: Int64?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(statement, index) }
    }

    func bind(_ index: Int32, _ text: String) {
        guard !text.isEmpty else {
            let nothing = UnsafeRawPointer(Self.nothing.utf8Start)
            let letters = nothing.assumingMemoryBound(to: CChar.self)
            return _ = sqlite3_bind_text(statement, index, letters, 0, nil)
        }
        sqlite3_bind_text(statement, index, text, Int32(clamping: text.utf8.count), copied)
    }

    /// Binds bytes that stay where they are until the statement has run.
    func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(clamping: bytes.count), nil)
    }

    func bind(_ index: Int32, _ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return _ = sqlite3_bind_zeroblob(statement, index, 0) }
        sqlite3_bind_blob(statement, index, bytes, Int32(clamping: bytes.count), copied)
    }

    /// Binds three letters without an allocation.
    func bind(_ index: Int32, _ currency: Currency) {
        withUnsafeBytes(of: currency.packed.bigEndian) { bytes in
            let letters = bytes.baseAddress?.advanced(by: 1).assumingMemoryBound(to: CChar.self)
            sqlite3_bind_text(statement, index, letters, 3, copied)
        }
    }

    /// Runs the statement to its end and makes it ready again.
    func run() throws(LedgerStoreError) {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            let extended = sqlite3_extended_errcode(database)
            throw LedgerStoreError(sqlite: extended, String(cString: sqlite3_errmsg(database)))
        }
    }

    /// Rows the last statement changed.
    var changes: Int32 { sqlite3_changes(database) }

    /// SQLite's mark for bytes that it must copy at once.
    private var copied: sqlite3_destructor_type? {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
