// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

/// A ledger as read from its file: balances as last flushed, and replayed to the last transfer.
struct LoadedLedger {
    var state = LedgerState()
    /// Every balance in the file counts all transfers up to here.
    var watermark = TransferID.zero
    /// Accounts whose balance in the file is older than the state's.
    var dirty: Set<AccountID> = []
    /// The schema the file has, which may be older than the newest.
    let version: UInt32

    /// Reads a file, and with `everything` also does all sums and hashes again.
    ///
    /// With `nil` nothing is proved: for whoever lets the auditor do it afterwards.
    ///
    /// - Throws: ``LedgerStoreError/damaged(_:)`` with the first thing that does not fit.
    init(_ db: Database, check: SQLiteLedgerConfiguration.OpeningCheck?) throws {
        let queries = LedgerQueries(db: db)
        version = try UInt32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        for account in try Self.accounts(db) { state.restore(account) }
        try loadRecords(db)
        try loadHolds(db, queries)
        try replay(db, queries)
        if check == .everything {
            var auditor = LedgerAuditor()
            try queries.audit(with: &auditor, upTo: state.head)
            let audit = auditor.finish(comparing: state, hasNotes: try queries.hasNotes)
            if let first = audit.violations.first {
                throw LedgerStoreError.damaged(by: first)
            }
        } else if check == .recent, let first = state.invariantViolations().first {
            throw LedgerStoreError.damaged(by: first)
        }
    }

    /// Every account with the balance the file has for it.
    static func accounts(_ db: Database) throws -> [Account] {
        var accounts: [Account] = []
        let sql = """
            SELECT accounts.id, kind, currency, floor, ceiling, frozen, closed, last_transfer,
                debits_pending, debits_posted, credits_pending, credits_posted
            FROM accounts LEFT JOIN balances ON balances.id = accounts.id ORDER BY accounts.id
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let id = AccountID(stored: try row.decode(Int64.self, atIndex: 0))
            let kind = UInt8(exactly: try row.decode(Int64.self, atIndex: 1))
                .flatMap(AccountKind.init(rawValue:))
            guard let kind, let currency = Currency(try row.decode(String.self, atIndex: 2)) else {
                throw LedgerStoreError.damaged("account \(id.rawValue) has an unknown kind")
            }
            var account = Account(
                AccountOpening(
                    id: id,
                    kind: kind,
                    currency: currency,
                    floor: try row.decode(Int64?.self, atIndex: 3),
                    ceiling: try row.decode(Int64?.self, atIndex: 4)
                )
            )
            account.isFrozen = try row.decode(Bool.self, atIndex: 5)
            account.isClosed = try row.decode(Bool.self, atIndex: 6)
            if let last = try row.decode(Int64?.self, atIndex: 7) {
                let restored = account.restored(
                    debitsPending: try row.decode(Int64.self, atIndex: 8),
                    debitsPosted: try row.decode(Int64.self, atIndex: 9),
                    creditsPending: try row.decode(Int64.self, atIndex: 10),
                    creditsPosted: try row.decode(Int64.self, atIndex: 11),
                    lastTransfer: TransferID(stored: last)
                )
                guard let restored else {
                    throw LedgerStoreError.damaged("account \(id.rawValue) has broken counters")
                }
                account = restored
            }
            accounts.append(account)
        }
        return accounts
    }

    private mutating func loadRecords(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT kind, id, version, body FROM records")
        while let row = try rows.next() {
            let id = UInt64(bitPattern: try row.decode(Int64.self, atIndex: 1))
            guard let kind = UInt16(exactly: try row.decode(Int64.self, atIndex: 0)) else {
                throw LedgerStoreError.damaged("a record has an unknown kind")
            }
            let version = UInt64(bitPattern: try row.decode(Int64.self, atIndex: 2))
            let body = [UInt8](try row.decode(Data.self, atIndex: 3))
            state.restore(
                Ledger.Record(key: RecordKey(kind: kind, id: id), version: version, body: body)
            )
        }
    }

    private mutating func loadHolds(_ db: Database, _ queries: LedgerQueries) throws {
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM holds WHERE fate = 0") {
            guard let hold = try queries.transfer(TransferID(id)).flatMap(PendingTransfer.init)
            else { throw LedgerStoreError.damaged("hold \(id) has no transfer") }
            state.restore(hold)
        }
    }

    /// Counts the transfers newer than each account's balance in the file.
    private mutating func replay(_ db: Database, _ queries: LedgerQueries) throws {
        watermark = TransferID(
            try Int64.fetchOne(db, sql: "SELECT transfer FROM watermark") ?? 0
        )
        var head = LedgerHead()
        head.message = try Int64.fetchOne(db, sql: "SELECT max(id) FROM outbox") ?? 0
        head.work = try WorkQueries(db: db).last()
        if watermark != .zero {
            guard let row = try queries.transfer(watermark) else {
                throw LedgerStoreError.damaged("transfer \(watermark.rawValue) is missing")
            }
            head.transfer = row.id
            head.hash = row.hash
        }
        head.note = try queries.lastNote(before: watermark)
        var chain = ChainCheck(after: head)
        try queries.eachEntry(after: head) { entry in
            chain.add(entry)
            head.hash = entry.hash
            if let first = chain.findings.first {
                throw LedgerStoreError.damaged(by: first)
            }
            guard case .transfer(let row) = entry else {
                if case .note(let note) = entry { head.note = note.id }
                return
            }
            let held = try row.kind.pending.map { id in
                try queries.transfer(id)?.amount.minorUnits ?? 0
            }
            let counted = try state.replay(row, held: held)
            dirty.formUnion(counted)
            head.transfer = row.id
        }
        chain.resolve()
        if let first = chain.findings.first {
            throw LedgerStoreError.damaged(by: first)
        }
        state.restore(head)
    }
}
