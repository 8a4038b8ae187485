// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite
import Ledger

extension LedgerStoreError {
    /// The error for a code of SQLite, primary or extended, and its words.
    init(sqlite code: Int32, _ message: String) {
        switch code & 255 {
        case SQLITE_FULL: self = .full
        case SQLITE_CORRUPT: self = .damaged(message)
        case SQLITE_NOTADB: self = .foreign("SQLite says: \(message)")
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
        default: self = .io(code: Int(code), message: message)
        }
    }

    /// The error for whatever GRDB or this module threw.
    init(_ error: any Error) {
        switch error {
        case let error as LedgerStoreError:
            self = error
        case let error as DatabaseError:
            let code = error.extendedResultCode.rawValue
            self.init(sqlite: code, error.message ?? error.resultCode.description)
        default:
            self = .damaged("a row cannot be read: \(type(of: error))")
        }
    }
}

/// Runs what GRDB does and gives its errors their own words.
func storing<Value>(_ body: () throws -> Value) throws(LedgerStoreError) -> Value {
    do {
        return try body()
    } catch {
        throw LedgerStoreError(error)
    }
}
