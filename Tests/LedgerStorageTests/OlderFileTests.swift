// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

@testable import LedgerStorage

/// Files written before there were notes, made with the first migration alone.
@Suite struct OlderFileTests {
    @Test func `an older file is opened, gets its notes and verifies`() async throws {
        let folder = try TemporaryFolder()
        let accounts = try await writeOlder(folder)
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        #expect(store.accounts() == accounts)
        #expect(
            try store.notes(since: 0, limit: 99).map(\.kind.number) == [1, 1, 1, 1, 1, 2, 1]
        )
        let notes = try store.notes(since: 0, limit: 99)
        #expect(Set(notes.map(\.after)) == [TransferID(25)])
        let audit = try store.verify()
        #expect(audit.isSound)
        #expect(audit.transfers == 25)
        // what comes afterwards continues the chain, and a second opening changes nothing
        try await store.commit(LedgerFixtures.sending(90, wallets: 3))
        store.close()
        let again = try SQLiteLedgerStore(path: folder.path("ledger"))
        #expect(try again.verify().isSound)
        #expect(try again.verify().notes == 7)
        #expect(try again.balance(of: AccountID(2), at: LedgerFixtures.now) != nil)
    }

    @Test func `an altered older file is refused before it is touched`() async throws {
        let folder = try TemporaryFolder()
        _ = try await writeOlder(folder)
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "UPDATE transfers SET code = 9 WHERE id = 7")
        }
        try queue.close()
        let before = try folder.bytes("ledger")
        #expect(throws: LedgerStoreError.damaged("Transfer 7 does not continue the hash chain")) {
            try SQLiteLedgerStore(path: folder.path("ledger"))
        }
        #expect(try folder.bytes("ledger") == before)
    }

    /// Writes a file as the first version did; gives its accounts.
    private func writeOlder(_ folder: TemporaryFolder) async throws -> [Account] {
        let memory = MemoryLedgerStore()
        try await memory.commit(LedgerFixtures.opening(wallets: 5, each: 900))
        for number in 0..<20 as Range<UInt64> {
            try await memory.commit(LedgerFixtures.sending(number, wallets: 3))
        }
        try await memory.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 3, low: 3),
                at: LedgerFixtures.now,
                settings: [AccountSetting(id: AccountID(5), floor: -10, isFrozen: true)]
            )
        )
        let queue = try DatabaseQueue(path: folder.path("ledger"))
        try LedgerSchema.migrator.migrate(queue, upTo: "1 ledger")
        try await queue.write { db in
            for account in memory.accounts() {
                try db.execute(
                    sql: "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        account.id.stored, Int64(account.kind.rawValue), account.currency.code,
                        account.floor, account.ceiling, account.isFrozen, account.isClosed,
                    ]
                )
            }
            var hash = TransferHash.genesis
            for row in memory.transfers(since: .zero, limit: .max) {
                hash = row.sealed(after: hash)
                try db.execute(
                    sql: """
                        INSERT INTO transfers
                        VALUES (?, ?, 0, 0, ?, ?, ?, 'KES', ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        row.id.rawValue, row.group.rawValue, row.debit.stored, row.credit.stored,
                        row.amount.minorUnits, Int64(row.code.rawValue), row.reference,
                        row.debitBalanceAfter, row.creditBalanceAfter,
                        row.previousDebit?.rawValue ?? 0, row.previousCredit?.rawValue ?? 0,
                        row.at.milliseconds, Data(hash.bytes),
                    ]
                )
            }
        }
        try queue.close()
        return memory.accounts()
    }
}
