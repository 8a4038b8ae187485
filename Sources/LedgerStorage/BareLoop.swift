// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite
public import Ledger

/// A loop over the ledger's own schema with nothing around it: what the store is measured against.
///
/// One thread, prepared statements, `synchronous=FULL`, the store's cache and the store's length
/// of log; so many transfers a transaction, with keys and triggers; no validation, no hash, no
/// clients. Nothing but a benchmark uses it.
public final class BareLoop {
    private let database: OpaquePointer
    private let accounts: Int64

    /// Makes a ledger at a path and opens it bare.
    ///
    /// - Throws: `LedgerStoreError` of the store that makes the file, or `io`.
    public init(path: String, accounts: UInt64) throws(LedgerStoreError) {
        try SQLiteLedgerStore(path: path).close()
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil)
        guard code == SQLITE_OK, let opened else {
            throw LedgerStoreError(sqlite: code, "the file for the bare loop does not open")
        }
        database = opened
        self.accounts = Int64(clamping: max(accounts, 2))
        for setting in ["synchronous = FULL", "cache_size = -65536", "wal_autocheckpoint = 4000"] {
            try WriterStatement("PRAGMA \(setting)", on: database).run()
        }
    }

    deinit { sqlite3_close_v2(database) }

    /// Writes transfers with their keys, each commit durable before the next begins.
    ///
    /// - Throws: `LedgerStoreError` when SQLite refuses a statement.
    public func run(transfers: Int, transfersPerCommit: Int) throws(LedgerStoreError) {
        let begin = try WriterStatement("BEGIN IMMEDIATE", on: database)
        let commit = try WriterStatement("COMMIT", on: database)
        let claim = try WriterStatement(
            """
            INSERT INTO idempotency (key, fingerprint, first_transfer, transfer_count)
            VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
            """,
            on: database
        )
        let transfer = try WriterStatement(
            """
            INSERT INTO transfers VALUES
            (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            """,
            on: database
        )
        var number: Int64 = 0
        while number < transfers {
            try begin.run()
            for _ in 0..<max(transfersPerCommit, 1) {
                number += 1
                try write(number, claim: claim, transfer: transfer)
            }
            try commit.run()
        }
    }

    private func write(
        _ number: Int64,
        claim: WriterStatement,
        transfer: WriterStatement
    ) throws(LedgerStoreError) {
        let key = IdempotencyKey(high: UInt64(number), low: UInt64(number))
        try key.withBytes { (bytes) throws(LedgerStoreError) in
            claim.bind(1, bytes)
            claim.bind(2, number)
            claim.bind(3, number)
            claim.bind(4, 1)
            try claim.run()
        }
        let debit = number % accounts
        transfer.bind(1, number)
        transfer.bind(2, number)
        transfer.bind(3, 0)
        transfer.bind(4, 0)
        transfer.bind(5, debit)
        transfer.bind(6, (debit + 1) % accounts)
        transfer.bind(7, 100)
        transfer.bind(8, Currency.kes)
        transfer.bind(9, 1)
        transfer.bind(10, "")
        transfer.bind(11, number)
        transfer.bind(12, number)
        transfer.bind(13, number - 1)
        transfer.bind(14, number - 1)
        transfer.bind(15, number)
        try TransferHash.genesis.withBytes { (bytes) throws(LedgerStoreError) in
            transfer.bind(16, bytes)
            try transfer.run()
        }
    }
}
