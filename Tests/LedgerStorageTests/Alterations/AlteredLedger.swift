// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import LedgerStorage
import TestSupport

/// A ledger with transfers of every kind, and somebody who changes its file behind its back.
final class AlteredLedger {
    let store: SQLiteLedgerStore
    /// How many transfers it has.
    let transfers: Int64
    private let folder: TemporaryFolder
    private let attacker: DatabaseQueue

    init(commands: UInt64) async throws {
        folder = try TemporaryFolder()
        store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 8, each: 100_000))
        for number in 0..<commands {
            let result = try await store.commit(Self.movement(number))
            if let hold = result.transfers.first, let end = Self.end(of: hold, number) {
                try await store.commit(end)
            }
            try await store.commit(Self.deed(number, after: result.transfers.first))
            if number % 20 == 19 { try await store.expirePending(at: Self.moment(number)) }
        }
        transfers = try store.verify().transfers
        attacker = try DatabaseQueue(path: folder.path("ledger"))
        try await attacker.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in try String.fetchAll(db, sql: triggers) {
                try db.execute(sql: "DROP TRIGGER \(name.quotedDatabaseIdentifier)")
            }
        }
    }

    /// A movement, every third only held.
    private static func movement(_ number: UInt64) -> LedgerCommand {
        let at = moment(number)
        let transfer = Transfer(
            debit: AccountID(2 + number % 8),
            credit: AccountID(2 + (number + 3) % 8),
            amount: LedgerFixtures.cents(Int64(2 + number * 37 % 400)),
            code: TransferCode(UInt16(number * 97 % 1_000)),
            reference: number % 5 == 0 ? "" : "Ref\(number)é",
            kind: number % 3 == 0 ? .pending(expiresAt: at.adding(milliseconds: 50)) : .posted
        )
        return LedgerCommand(
            key: IdempotencyKey(high: 5, low: number),
            at: at,
            transfers: [transfer]
        )
    }

    /// How a hold ends: posted, posted in part, voided, or left to expire.
    private static func end(of hold: PostedTransfer, _ number: UInt64) -> LedgerCommand? {
        guard case .pending = hold.kind else { return nil }
        let transfer: Transfer
        switch number / 3 % 4 {
        case 0: transfer = .post(hold.id)
        case 1: transfer = .post(hold.id, amount: LedgerFixtures.cents(1), reference: "part")
        case 2: transfer = .void(hold.id)
        default: return nil
        }
        return LedgerCommand(
            key: IdempotencyKey(high: 6, low: number),
            at: moment(number),
            transfers: [transfer]
        )
    }

    /// What staff did: a freeze, a thaw, or a part of a transfer taken back, with a note of it.
    private static func deed(_ number: UInt64, after row: PostedTransfer?) -> LedgerCommand {
        var command = LedgerCommand(key: IdempotencyKey(high: 7, low: number), at: moment(number))
        guard number % 6 == 4, let row else { return command }
        command.audit = [
            AuditEntry(actor: "ann", approver: "ben", action: "deed", subject: "s", reason: "é")
        ]
        if number % 12 == 4 {
            let part = LedgerFixtures.cents(1)
            command.transfers = [.reversal(of: row.id, amount: part)]
        } else {
            command.settings = [AccountSetting(id: AccountID(1), isFrozen: number % 24 == 10)]
        }
        return command
    }

    private static func moment(_ number: UInt64) -> Timestamp {
        LedgerFixtures.now.adding(milliseconds: Int64(number) * 10)
    }

    /// The rows of a table by number, each with its columns.
    func rows(of table: JournalTable) throws -> [Row] {
        try attacker.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM \(table.name) ORDER BY \(table.number)")
        }
    }

    /// Changes the file; false when SQLite itself does not let it happen.
    func run(_ sql: String) throws -> Bool {
        try attacker.writeWithoutTransaction { db in
            do {
                try db.execute(sql: sql)
                return true
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                return false
            }
        }
    }

    /// What the store finds, in words; empty when it finds nothing.
    func findings() -> [String] { Self.findings(in: store) }

    static func findings(in store: SQLiteLedgerStore) -> [String] {
        do throws(LedgerStoreError) {
            return try store.verify().violations.map(\.description)
        } catch {
            return [error.description]
        }
    }

    /// The bytes of the whole ledger in one file, made by SQLite.
    func copied() throws -> Data {
        try attacker.writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM INTO ?", arguments: [folder.path("copy")])
        }
        return try folder.bytes("copy")
    }
}
