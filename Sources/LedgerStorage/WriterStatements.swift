// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite
import Ledger

/// The statements of the hot path, prepared once on GRDB's own connection.
///
/// Every use is inside the pool's writer, one at a time, which is why it may cross threads.
final class WriterStatements: @unchecked Sendable {
    private let database: OpaquePointer
    private let begin, commit, rollback, touch: WriterStatement
    private let claim, release, refuse: WriterStatement
    private let transfer, balance, watermark: WriterStatement
    private let account, hold, endHold, record, message, delivered: WriterStatement
    private let note, span: WriterStatement
    private let several: SeveralRows
    private let work: WorkStatements
    private var pagesInLog: Int32 = 0
    private let followUp: WriterStatement
    private var times = SpanTimes()

    init(on database: OpaquePointer) throws(LedgerStoreError) {
        self.database = database
        work = try WorkStatements(on: database)
        several = try SeveralRows(on: database)
        begin = try WriterStatement("BEGIN IMMEDIATE", on: database)
        commit = try WriterStatement("COMMIT", on: database)
        rollback = try WriterStatement("ROLLBACK", on: database)
        // An update to the same value writes no page; this writes the first one always.
        touch = try WriterStatement("PRAGMA user_version = \(LedgerSchema.version)", on: database)
        claim = try WriterStatement(SeveralRows.claimKeys(1), on: database)
        release = try WriterStatement("DELETE FROM idempotency WHERE key = ?1", on: database)
        refuse = try WriterStatement(
            "UPDATE idempotency SET rejection = ?2, rejected_index = ?3 WHERE key = ?1",
            on: database
        )
        transfer = try WriterStatement(SeveralRows.insertTransfers(1), on: database)
        balance = try WriterStatement(
            "INSERT OR REPLACE INTO balances VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            on: database
        )
        watermark = try WriterStatement("UPDATE watermark SET transfer = ?1", on: database)
        account = try WriterStatement(
            "INSERT OR REPLACE INTO accounts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            on: database
        )
        hold = try WriterStatement("INSERT INTO holds VALUES (?1, 0)", on: database)
        endHold = try WriterStatement("UPDATE holds SET fate = ?2 WHERE id = ?1", on: database)
        record = try WriterStatement(
            "INSERT OR REPLACE INTO records VALUES (?1, ?2, ?3, ?4)",
            on: database
        )
        message = try WriterStatement(
            "INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, ?5, 0)",
            on: database
        )
        delivered = try WriterStatement(
            "UPDATE outbox SET delivered = 1 WHERE id = ?1",
            on: database
        )
        note = try WriterStatement(Self.insertNote, on: database)
        span = try WriterStatement(Self.insertSpan, on: database)
        followUp = try WriterStatement("INSERT INTO follow_ups VALUES (?1, ?2)", on: database)
    }

    private static let insertNote = """
        INSERT INTO notes VALUES
        (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """

    /// The times of a span of transfers, written with the last of them; read again where the
    /// writer has not seen all of it.
    private static let insertSpan = """
        INSERT INTO spans SELECT ?1, coalesce(?2, min(at)), coalesce(?3, max(at)) FROM transfers
        WHERE id > CASE WHEN ?2 IS NULL THEN ?1 - \(LedgerSchema.transfersPerSpan) ELSE ?1 - 1 END
            AND id <= ?1
        """

    // MARK: - Transactions

    /// Runs a body as one transaction, and undoes all of it when it throws or gives nothing.
    @discardableResult
    func transaction<Value>(
        _ body: () throws(LedgerStoreError) -> Value?
    ) throws(LedgerStoreError) -> Value? {
        try begin.run()
        do {
            let value = try body()
            if value == nil { try rollback.run() } else { try end() }
            return value
        } catch {
            if sqlite3_get_autocommit(database) == 0 { try? rollback.run() }
            throw error
        }
    }

    /// Commits; a failure of the disk meanwhile leaves in doubt what a crash would bring back.
    ///
    /// But for a write that failed: the page that makes a commit of the others is written last,
    /// so it was not, or not whole.
    private func end() throws(LedgerStoreError) {
        do {
            try commit.run()
        } catch {
            guard case .io(let code, let message) = error, code != Int(SQLiteFault.write) else {
                throw error
            }
            throw .inDoubt(code: code, message: message)
        }
    }

    /// Commits one page in the place where a commit failed, so that nothing of that is left.
    func settle() throws(LedgerStoreError) {
        try transaction { () throws(LedgerStoreError) in try touch.run() }
    }

    // MARK: - Keys

    /// Writes the key down with the transfers it will have; false when it is there already.
    func write(_ row: BatchLines.Claim) throws(LedgerStoreError) -> Bool {
        try row.key.withBytes { (bytes) throws(LedgerStoreError) in
            claim.bind(row, at: 0)
            claim.bind(1, bytes)
            try claim.run()
        }
        return claim.changes > 0
    }

    /// Turns a key just claimed into a refusal, or lets it go when the refusal is not to be kept.
    func refuse(
        _ key: IdempotencyKey,
        _ rejection: LedgerRejection
    ) throws(LedgerStoreError) {
        try key.withBytes { (bytes) throws(LedgerStoreError) in
            guard rejection.reason.keepsKey else {
                release.bind(1, bytes)
                return try release.run()
            }
            refuse.bind(1, bytes)
            refuse.bind(2, rejection.reason.rawValue)
            refuse.bind(3, rejection.transferIndex.map { Int64($0) })
            try refuse.run()
        }
    }

    // MARK: - Rows

    /// Claims the keys of judged commands and writes what was judged; false when a key was there
    /// already, and not all is written.
    func write(_ lines: BatchLines) throws(LedgerStoreError) -> Bool {
        var rest = lines.claims[...]
        while rest.count >= SeveralRows.count {
            guard try several.write(rest.prefix(SeveralRows.count)) else { return false }
            rest = rest.dropFirst(SeveralRows.count)
        }
        for row in rest {
            guard try write(row) else { return false }
        }
        for row in lines.refusals { try refuse(row.key, row.rejection) }
        for rows in lines.others { try writeOthers(rows) }
        try write(lines.transfers)
        return true
    }

    /// Writes all rows of one accepted command.
    func write(_ rows: LedgerRows) throws(LedgerStoreError) {
        try writeOthers(rows)
        try write(rows.transfers)
    }

    /// Writes all rows but the transfers.
    private func writeOthers(_ rows: LedgerRows) throws(LedgerStoreError) {
        for row in rows.opened { try write(row) }
        for row in rows.set { try write(row) }
        for row in rows.notes { try row.write(with: note) }
        for row in rows.records { try write(row) }
        for row in rows.messages { try write(row) }
        try work.write(rows)
    }

    /// Writes a portion of the balances as they stand, and up to where all of them then count.
    func flush(
        _ portion: BalanceSweep.Portion,
        _ account: (AccountID) -> Account?
    ) throws(LedgerStoreError) {
        for id in portion.accounts {
            if let account = account(id) { try flush(account) }
        }
        if let watermark = portion.watermark { try write(watermark: watermark) }
    }

    /// Writes an account's counters.
    private func flush(_ account: Account) throws(LedgerStoreError) {
        balance.bind(1, account.id.stored)
        balance.bind(2, account.debitsPending)
        balance.bind(3, account.debitsPosted)
        balance.bind(4, account.creditsPending)
        balance.bind(5, account.creditsPosted)
        balance.bind(6, (account.lastTransfer ?? .zero).rawValue)
        try balance.run()
    }

    /// Writes up to where all counters in the file count.
    private func write(watermark id: TransferID) throws(LedgerStoreError) {
        watermark.bind(1, id.rawValue)
        try watermark.run()
    }

    /// Marks a message as delivered.
    func markDelivered(_ id: Int64) throws(LedgerStoreError) {
        delivered.bind(1, id)
        try delivered.run()
    }

    private func write(_ row: Account) throws(LedgerStoreError) {
        account.bind(1, row.id.stored)
        account.bind(2, Int64(row.kind.rawValue))
        account.bind(3, row.currency)
        account.bind(4, row.floor)
        account.bind(5, row.ceiling)
        account.bind(6, row.isFrozen ? 1 : 0 as Int64)
        account.bind(7, row.isClosed ? 1 : 0 as Int64)
        try account.run()
    }

    private func write(_ rows: [PostedTransfer]) throws(LedgerStoreError) {
        var rest = rows[...]
        while rest.count >= SeveralRows.count {
            try several.write(rest.prefix(SeveralRows.count))
            rest = rest.dropFirst(SeveralRows.count)
        }
        for row in rest {
            try row.hash.withBytes { (bytes) throws(LedgerStoreError) in
                transfer.bind(row, at: 0)
                transfer.bind(16, bytes)
                try transfer.run()
            }
        }
        for row in rows { try follow(row) }
    }

    /// Writes what goes with a transfer in other tables.
    private func follow(_ row: PostedTransfer) throws(LedgerStoreError) {
        if case .pending = row.kind {
            hold.bind(1, row.id.rawValue)
            try hold.run()
        } else if let ended = row.kind.pending {
            endHold.bind(1, ended.rawValue)
            endHold.bind(2, Int64(row.kind.number))
            try endHold.run()
        }
        if let original = row.kind.original {
            followUp.bind(1, original.rawValue)
            followUp.bind(2, row.id.rawValue)
            try followUp.run()
        }
        times.add(row)
        if row.id.rawValue.isMultiple(of: LedgerSchema.transfersPerSpan) {
            span.bind(1, row.id.rawValue)
            span.bind(2, times.earliest)
            span.bind(3, times.latest)
            try span.run()
        }
    }

    private func write(_ row: Ledger.Record) throws(LedgerStoreError) {
        record.bind(1, Int64(row.key.kind))
        record.bind(2, Int64(bitPattern: row.key.id))
        record.bind(3, Int64(bitPattern: row.version))
        record.bind(4, row.body)
        try record.run()
    }

    private func write(_ row: OutboxMessage) throws(LedgerStoreError) {
        message.bind(1, row.id)
        message.bind(2, Int64(bitPattern: row.to))
        message.bind(3, row.from)
        message.bind(4, row.text)
        message.bind(5, row.at.milliseconds)
        try message.run()
    }

    // MARK: - The write-ahead log

    /// Counts the pages of the log after each commit, in place of SQLite's own checkpoints, which
    /// would hold up the writer.
    func watchLog() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            database,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<WriterStatements>.fromOpaque(context).takeUnretainedValue()
                    .pagesInLog = pages
                return SQLITE_OK
            },
            context
        )
    }

    /// Stops counting and lets go of the connection.
    func finish() {
        sqlite3_wal_hook(database, nil, nil)
        let all = [
            begin, commit, rollback, touch, claim, release, refuse, transfer, balance, watermark,
            account, hold, endHold, record, message, delivered,
        ]
        for statement in all + [note, span, followUp] { statement.finalize() }
        work.finish()
        several.finish()
    }

    /// Pages in the log after the last commit.
    var logPages: Int { Int(pagesInLog) }
}
