// SPDX-License-Identifier: Apache-2.0
import GRDB
import Ledger
import TestSupport
import Testing

@testable import LedgerStorage

@Suite struct JournalTests {
    @Test(arguments: ["transfers", "notes", "heads"])
    func `the tables of the journal refuse changes`(table: String) async throws {
        let folder = try TemporaryFolder()
        let store = try await written(folder)
        try await store.seal(day: "2026-11-20", key: try key())
        let rows = try await count(table, store)
        for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET hash = zeroblob(32)"] {
            #expect(throws: DatabaseError.self) {
                try store.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
            }
        }
        #expect(rows > 0)
        #expect(try await count(table, store) == rows)
        #expect(try store.verify(publicKey: try key().publicKey).isSound)
    }

    @Test func `notes and heads are there when the file is opened again`() async throws {
        let folder = try TemporaryFolder()
        let store = try await written(folder)
        var command = LedgerCommand(
            key: IdempotencyKey(high: 5, low: 5),
            at: LedgerFixtures.now,
            settings: [AccountSetting(id: AccountID(3), floor: 0, isFrozen: true)]
        )
        command.audit = [
            AuditEntry(
                actor: "amara",
                approver: "ben",
                action: "freeze",
                subject: "+2547****001",
                reason: "lost phone"
            ),
            AuditEntry(actor: "amara", action: "call", subject: "", reason: ""),
        ]
        try await store.commit(command)
        let head = try await store.seal(day: "2026-11-20", key: try key())
        let notes = try store.notes(since: 6, limit: 9)
        #expect(
            notes.map(\.kind) == [
                .set(command.settings[0]), .audit(command.audit[0]), .audit(command.audit[1]),
            ]
        )
        store.close()
        let again = try SQLiteLedgerStore(path: folder.path("ledger"))
        #expect(try again.notes(since: 6, limit: 9) == notes)
        #expect(try again.notes(since: 6, limit: 1) == Array(notes.prefix(1)))
        #expect(try again.heads() == [head])
        #expect(head.note == 9)
        let audit = try again.verify(publicKey: try key().publicKey)
        #expect(audit.isSound)
        #expect(audit.heads == 1)
        #expect(audit.notes == 9)
    }

    @Test func `the head of a day finds a chain that was sealed again`() async throws {
        let folder = try TemporaryFolder()
        let store = try await written(folder)
        let head = try await store.seal(day: "2026-11-20", key: try key())
        store.close()
        // another ledger with other transfers in the same places is sound in itself
        let other = try TemporaryFolder()
        let forged = try await written(other, from: 100)
        #expect(try forged.verify().isSound)
        #expect(
            try forged.verify(publicKey: try key().publicKey, kept: [head]).violations
                == [.headMismatch(day: "2026-11-20")]
        )
    }

    @Test func `a sealing that is refused does not take others with it`() async throws {
        let folder = try TemporaryFolder()
        let store = try await written(folder)
        let key = try key()
        await withTaskGroup(of: Void.self) { group in
            for number in 300..<340 as Range<UInt64> {
                group.addTask {
                    _ = try? await store.commit(LedgerFixtures.sending(number, wallets: 5))
                }
                group.addTask { _ = try? await store.seal(day: "never", key: key) }
            }
        }
        let audit = try store.verify()
        #expect(audit.transfers == 5 + 40 + 40)
        #expect(try store.heads().isEmpty)
    }

    @Test func `balances at moments are found whatever order the times come in`() async throws {
        let folder = try TemporaryFolder()
        var store = try SQLiteLedgerStore(path: folder.path("ledger"))
        let memory = MemoryLedgerStore()
        for ledger in [store, memory] as [any LedgerStore] {
            try await ledger.commit(LedgerFixtures.opening(wallets: 40, each: 100_000))
        }
        let limit = LedgerLimits().transfersPerCommandMax
        for batch in 0..<60 as Range<Int64> {
            if batch == 20 {
                // the span under way is then read again when it is full
                store.close()
                store = try SQLiteLedgerStore(path: folder.path("ledger"))
            }
            var command = LedgerCommand(
                key: IdempotencyKey(high: 9, low: UInt64(batch)),
                // mostly forward, with steps back, and one leap ahead that is taken back
                at: Timestamp(
                    milliseconds: LedgerFixtures.now.milliseconds + batch * 100
                        - batch * batch % 7 * 130 + (batch == 21 ? 1_000 : 0)
                )
            )
            for number in 0..<Int64(limit) {
                let from = (batch &* 7 &+ number &* number) % 38
                let to = (from + 1 + number % 37) % 38
                command.transfers.append(
                    Transfer(
                        debit: AccountID(UInt64(from + 2)),
                        credit: AccountID(UInt64(number % 9 == 0 ? 1 : to + 2)),
                        amount: LedgerFixtures.cents(number % 5 + 1)
                    )
                )
            }
            for ledger in [store, memory] as [any LedgerStore] { try await ledger.commit(command) }
        }
        #expect(try await spansThatFit(store) == [true, true, true])
        // two accounts that rest from the beginning, a busy one, and some between
        for account in [1, 2, 3, 20, 40, 41, 99] as [UInt64] {
            for step in stride(from: -300 as Int64, to: 7_500, by: 290) {
                let moment = LedgerFixtures.now.adding(milliseconds: step)
                let found = try store.balance(of: AccountID(account), at: moment)
                #expect(found == memory.balance(of: AccountID(account), at: moment))
            }
        }
        #expect(
            try store.balance(of: AccountID(1), at: Timestamp(milliseconds: .max))
                == store.account(AccountID(1))?.balance
        )
    }

    @Test func `an index of times that does not fit is found`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 5, each: 900_000))
        for batch in 0..<33 as Range<UInt64> {
            var command = LedgerFixtures.sending(batch, wallets: 5)
            command.transfers = Array(repeating: command.transfers[0], count: 250)
            try await store.commit(command)
        }
        #expect(try store.verify().isSound)
        for sql in ["UPDATE spans SET latest = latest + 1", "DELETE FROM spans WHERE last = 4096"] {
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
            let first = try store.verify().violations.first
            #expect(first == .timesMismatch(upTo: TransferID(4_096)))
        }
    }

    @Test func `reversals in one commit count together`() async throws {
        let folder = try TemporaryFolder()
        let store = try await written(folder)
        let outcomes = await withTaskGroup(of: TransferRejection?.self) { group in
            for number in 0..<50 as Range<UInt64> {
                group.addTask {
                    let command = LedgerCommand(
                        key: IdempotencyKey(high: 7, low: number),
                        at: LedgerFixtures.now,
                        transfers: [
                            .reversal(of: TransferID(1), amount: LedgerFixtures.cents(300))
                        ]
                    )
                    return try? await store.commit(command).rejection?.reason
                }
            }
            return await group.reduce(into: [TransferRejection?: Int]()) {
                $0[$1, default: 0] += 1
            }
        }
        #expect(outcomes == [nil: 3, .originalAlreadyReversed: 47])
        #expect(try store.followUps(of: TransferID(1)).count == 3)
        #expect(try store.verify().isSound)
    }

    private func written(
        _ folder: TemporaryFolder,
        from first: UInt64 = 0
    ) async throws -> SQLiteLedgerStore {
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 5, each: 900))
        for number in first..<first + 40 {
            try await store.commit(LedgerFixtures.sending(number, wallets: 5))
        }
        return store
    }

    /// For each span, whether it tells the times of its transfers.
    private func spansThatFit(_ store: SQLiteLedgerStore) async throws -> [Bool] {
        let sql = """
            SELECT (earliest, latest) = (SELECT min(at), max(at) FROM transfers
                WHERE id > last - 4096 AND id <= last)
            FROM spans ORDER BY last
            """
        return try await store.pool.read { try Bool.fetchAll($0, sql: sql) }
    }

    private func key() throws -> SealingKey {
        try #require(SealingKey(bytes: (0..<32).map { UInt8($0) }))
    }

    private func count(_ table: String, _ store: SQLiteLedgerStore) async throws -> Int {
        try await store.pool.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
    }
}
