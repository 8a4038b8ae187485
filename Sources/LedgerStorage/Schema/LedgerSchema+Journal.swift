// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

extension LedgerSchema {
    /// Migration 2, which never changes.
    ///
    /// Notes in the chain, tables nobody can rewrite in passing, signed heads, and what finds
    /// reversals and moments.
    static func journal(_ db: Database) throws {
        try db.execute(sql: second)
        try noteAccounts(db)
    }

    /// Transfers in one row of `spans`.
    static let transfersPerSpan: Int64 = 4_096

    /// Notes each account that is there already, with its limits and flags, behind all transfers.
    private static func noteAccounts(_ db: Database) throws {
        let queries = LedgerQueries(db: db)
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM transfers")
        let row = try last.flatMap { try queries.transfer(TransferID($0)) }
        var hash = row?.hash ?? .genesis
        var number: Int64 = 0
        let moment = row?.at ?? Timestamp(milliseconds: 0)
        func add(_ kind: JournalNote.Kind) throws {
            number += 1
            var note = JournalNote(
                id: number,
                after: row?.id ?? .zero,
                kind: kind,
                at: moment,
                hash: .genesis
            )
            note.hash = note.sealed(after: hash)
            hash = note.hash
            try db.execute(
                sql: "INSERT INTO notes VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                arguments: note.arguments
            )
        }
        for account in try LoadedLedger.accounts(db) {
            try add(
                .opened(
                    AccountOpening(
                        id: account.id,
                        kind: account.kind,
                        currency: account.currency,
                        floor: account.floor,
                        ceiling: account.ceiling
                    )
                )
            )
            if account.isFrozen || account.isClosed { try add(.set(AccountSetting(account))) }
        }
    }

    private static let second = """
        PRAGMA user_version = 2;
        CREATE TABLE notes (
            id INTEGER PRIMARY KEY,
            after INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            at INTEGER NOT NULL,
            account INTEGER,
            account_kind INTEGER,
            currency TEXT,
            floor INTEGER,
            ceiling INTEGER,
            frozen INTEGER,
            closed INTEGER,
            actor TEXT,
            approver TEXT,
            action TEXT,
            subject TEXT,
            reason TEXT,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE TABLE heads (
            day TEXT PRIMARY KEY,
            transfer INTEGER NOT NULL,
            note INTEGER NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            signature BLOB NOT NULL CHECK (length(signature) = 64)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE spans (
            last INTEGER PRIMARY KEY,
            earliest INTEGER NOT NULL,
            latest INTEGER NOT NULL
        ) STRICT;
        INSERT INTO spans
            SELECT last, min(at), max(at)
            FROM (SELECT (id + 4095) / 4096 * 4096 AS last, at FROM transfers)
            WHERE last <= (SELECT max(id) FROM transfers) GROUP BY last;
        CREATE TABLE follow_ups (
            original INTEGER NOT NULL,
            transfer INTEGER NOT NULL,
            PRIMARY KEY (original, transfer)
        ) STRICT, WITHOUT ROWID;
        DROP VIEW entries;
        CREATE VIEW entries AS
            SELECT id AS transfer, debit AS account, -amount AS amount, currency,
                debit_after AS balance, at
            FROM transfers WHERE kind IN (0, 2, 5, 6)
            UNION ALL
            SELECT id, credit, amount, currency, credit_after, at
            FROM transfers WHERE kind IN (0, 2, 5, 6);
        CREATE TRIGGER transfers_stay BEFORE DELETE ON transfers
            BEGIN SELECT raise(ABORT, 'transfers are never removed'); END;
        CREATE TRIGGER transfers_hold BEFORE UPDATE ON transfers
            BEGIN SELECT raise(ABORT, 'transfers are never changed'); END;
        CREATE TRIGGER notes_stay BEFORE DELETE ON notes
            BEGIN SELECT raise(ABORT, 'notes are never removed'); END;
        CREATE TRIGGER notes_hold BEFORE UPDATE ON notes
            BEGIN SELECT raise(ABORT, 'notes are never changed'); END;
        CREATE TRIGGER follow_ups_stay BEFORE DELETE ON follow_ups
            BEGIN SELECT raise(ABORT, 'follow-ups are never removed'); END;
        CREATE TRIGGER follow_ups_hold BEFORE UPDATE ON follow_ups
            BEGIN SELECT raise(ABORT, 'follow-ups are never changed'); END;
        CREATE TRIGGER heads_stay BEFORE DELETE ON heads
            BEGIN SELECT raise(ABORT, 'heads are never removed'); END;
        CREATE TRIGGER heads_hold BEFORE UPDATE ON heads
            BEGIN SELECT raise(ABORT, 'heads are never changed'); END;
        """
}
