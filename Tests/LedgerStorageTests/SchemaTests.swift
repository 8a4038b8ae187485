// SPDX-License-Identifier: Apache-2.0
import GRDB
import Ledger
import TestSupport
import Testing

@testable import LedgerStorage

@Suite struct SchemaTests {
    @Test func `a new file has exactly this schema`() throws {
        let folder = try TemporaryFolder()
        try SQLiteLedgerStore(path: folder.path("ledger")).close()
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        let found = try queue.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name"
            )
        }
        #expect(words(found.joined(separator: " ")) == words(Self.golden))
        let marks = try queue.read { db in
            try ["application_id", "user_version", "page_size"].map { name in
                try Int.fetchOne(db, sql: "PRAGMA \(name)")
            }
        }
        #expect(marks == [0x5374_4c67, 3, 4_096])
    }

    @Test func `entries add up to nothing, and to the balances`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 5, each: 900))
        for number in 0..<30 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 5))
        }
        let sums = try await store.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT account, sum(amount) FROM entries GROUP BY account")
                .map { [$0[0] as Int64, $0[1] as Int64] }
        }
        #expect(sums == store.accounts().map { [Int64($0.id.rawValue), $0.balance] })
        #expect(sums.reduce(0) { $0 + $1[1] } == 0)
    }

    @Test func `a copy made by SQLite while the store is open is a ledger`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 5, each: 900))
        let copy = folder.path("copy")
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
        }
        let opened = try SQLiteLedgerStore(path: copy)
        #expect(opened.accounts() == store.accounts())
        #expect(try opened.verify() == store.verify())
    }

    @Test func `balances in the file are brought up to date in portions and on closing`()
        async throws
    {
        let folder = try TemporaryFolder()
        var configuration = SQLiteLedgerConfiguration()
        configuration.transfersPerFlush = 20
        configuration.balancesPerPortion = 2
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path, configuration: configuration)
        try await store.commit(LedgerFixtures.opening(wallets: 30, each: 900))
        var marks: Set<Int64> = []
        for number in 0..<60 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 30))
            marks.insert(try await store.pool.read { try watermark($0) })
        }
        #expect(marks.count > 1)
        store.close()
        let queue = try DatabaseQueue(path: path)
        let (mark, last) = try await queue.read { db in
            (try watermark(db), try Int64.fetchOne(db, sql: "SELECT max(id) FROM transfers"))
        }
        #expect(mark == last)
    }

    private func words(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }

    private func watermark(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT transfer FROM watermark") ?? -1
    }

    private static let golden = """
        CREATE TABLE accounts ( id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, currency
            TEXT NOT NULL, floor INTEGER, ceiling INTEGER, frozen INTEGER NOT NULL,
            closed INTEGER NOT NULL ) STRICT
        CREATE TABLE balances ( id INTEGER PRIMARY KEY, debits_pending INTEGER NOT NULL
            CHECK (debits_pending >= 0), debits_posted INTEGER NOT NULL CHECK
            (debits_posted >= 0), credits_pending INTEGER NOT NULL CHECK
            (credits_pending >= 0), credits_posted INTEGER NOT NULL CHECK
            (credits_posted >= 0), last_transfer INTEGER NOT NULL ) STRICT
        CREATE VIEW entries AS SELECT id AS transfer, debit AS account, -amount AS
            amount, currency, debit_after AS balance, at FROM transfers WHERE kind IN
            (0, 2, 5, 6) UNION ALL SELECT id, credit, amount, currency, credit_after, at FROM
            transfers WHERE kind IN (0, 2, 5, 6)
        CREATE TABLE follow_ups ( original INTEGER NOT NULL, transfer INTEGER NOT NULL,
            PRIMARY KEY (original, transfer) ) STRICT, WITHOUT ROWID
        CREATE TRIGGER follow_ups_hold BEFORE UPDATE ON follow_ups BEGIN SELECT
            raise(ABORT, 'follow-ups are never changed'); END
        CREATE TRIGGER follow_ups_stay BEFORE DELETE ON follow_ups BEGIN SELECT
            raise(ABORT, 'follow-ups are never removed'); END
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)
        CREATE TABLE heads ( day TEXT PRIMARY KEY, transfer INTEGER NOT NULL, note INTEGER
            NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32), signature BLOB NOT
            NULL CHECK (length(signature) = 64) ) STRICT, WITHOUT ROWID
        CREATE TRIGGER heads_hold BEFORE UPDATE ON heads BEGIN SELECT raise(ABORT,
            'heads are never changed'); END
        CREATE TRIGGER heads_stay BEFORE DELETE ON heads BEGIN SELECT raise(ABORT,
            'heads are never removed'); END
        CREATE TABLE holds ( id INTEGER PRIMARY KEY, fate INTEGER NOT NULL ) STRICT
        CREATE INDEX holds_open ON holds (id) WHERE fate = 0
        CREATE TABLE idempotency ( key BLOB PRIMARY KEY, fingerprint INTEGER NOT NULL,
            first_transfer INTEGER NOT NULL, transfer_count INTEGER NOT NULL, rejection
            TEXT, rejected_index INTEGER ) STRICT, WITHOUT ROWID
        CREATE TABLE notes ( id INTEGER PRIMARY KEY, after INTEGER NOT NULL, kind INTEGER
            NOT NULL, at INTEGER NOT NULL, account INTEGER, account_kind INTEGER,
            currency TEXT, floor INTEGER, ceiling INTEGER, frozen INTEGER, closed
            INTEGER, actor TEXT, approver TEXT, action TEXT, subject TEXT, reason TEXT,
            hash BLOB NOT NULL CHECK (length(hash) = 32) ) STRICT
        CREATE TRIGGER notes_hold BEFORE UPDATE ON notes BEGIN SELECT raise(ABORT,
            'notes are never changed'); END
        CREATE TRIGGER notes_stay BEFORE DELETE ON notes BEGIN SELECT raise(ABORT,
            'notes are never removed'); END
        CREATE TABLE outbox ( id INTEGER PRIMARY KEY, recipient INTEGER NOT NULL, sender
            TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL, delivered INTEGER
            NOT NULL ) STRICT
        CREATE INDEX outbox_recipient ON outbox (recipient, id)
        CREATE INDEX outbox_undelivered ON outbox (id) WHERE delivered = 0
        CREATE TABLE records ( kind INTEGER NOT NULL, id INTEGER NOT NULL, version
            INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (kind, id) ) STRICT,
            WITHOUT ROWID
        CREATE TABLE spans ( last INTEGER PRIMARY KEY, earliest INTEGER NOT NULL, latest
            INTEGER NOT NULL ) STRICT
        CREATE TABLE sqlite_sequence(name,seq)
        CREATE TABLE transfers ( id INTEGER PRIMARY KEY, first INTEGER NOT NULL, kind
            INTEGER NOT NULL, detail INTEGER NOT NULL, debit INTEGER NOT NULL, credit
            INTEGER NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT
            NOT NULL, code INTEGER NOT NULL, reference TEXT NOT NULL, debit_after
            INTEGER NOT NULL, credit_after INTEGER NOT NULL, previous_debit INTEGER NOT
            NULL, previous_credit INTEGER NOT NULL, at INTEGER NOT NULL, hash BLOB NOT
            NULL CHECK (length(hash) = 32) ) STRICT
        CREATE TRIGGER transfers_hold BEFORE UPDATE ON transfers BEGIN SELECT raise(ABORT,
            'transfers are never changed'); END
        CREATE TRIGGER transfers_stay BEFORE DELETE ON transfers BEGIN SELECT raise(ABORT,
            'transfers are never removed'); END
        CREATE TABLE watermark ( id INTEGER PRIMARY KEY CHECK (id = 1), transfer INTEGER
            NOT NULL ) STRICT
        CREATE TABLE work ( id INTEGER PRIMARY KEY AUTOINCREMENT, transfer INTEGER NOT
            NULL, due INTEGER NOT NULL, kind INTEGER NOT NULL, subject INTEGER NOT NULL,
            body BLOB NOT NULL ) STRICT
        CREATE INDEX work_due ON work (due, id)
        """
}
