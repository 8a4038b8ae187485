// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization
import TestSupport
import Testing

@Suite struct MemoryStoreTests {
    @Test func `a completion is called before the call returns`() {
        let store = MemoryLedgerStore()
        let outcome = Mutex<LedgerResult?>(nil)
        store.commit(LedgerFixtures.opening(wallets: 2, each: 10)) { result in
            outcome.withLock { $0 = try? result.get() }
        }
        #expect(outcome.withLock { $0?.transfers.count } == 2)
    }

    @Test func `an announcement and a listener may read the store`() throws {
        let store = MemoryLedgerStore()
        let heard = Mutex<[OutboxMessage]>([])
        store.setMessageListener { messages in
            heard.withLock { $0 += messages }
            #expect(store.undeliveredMessages(limit: 9).count == 1)
        }
        var command = LedgerFixtures.opening(wallets: 2, each: 10)
        command.announce = { transfers in
            let balance = store.account(AccountID(2))?.balance ?? 0
            let after = transfers.first?.creditBalanceAfter ?? 0
            return [
                OutboxMessage(
                    to: 1,
                    from: "M",
                    text: "\(balance) \(after)",
                    at: LedgerFixtures.now
                )
            ]
        }
        store.commit(command) { _ in }
        #expect(heard.withLock { $0.map(\.text) } == ["0 10"])
        #expect(store.messages(to: 1, limit: 9).map(\.id) == [1])
        #expect(store.messages(to: 2, limit: 9).isEmpty)
    }

    @Test func `many clients at once lose nothing and double nothing`() async throws {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 10, each: 1_000))
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<400 as Range<UInt64> {
                group.addTask {
                    let command = LedgerFixtures.sending(number / 2, wallets: 10)
                    _ = try? await store.commit(command)
                }
            }
        }
        #expect(store.verify().transfers == 10 + 200)
        #expect(store.verify().isSound)
        #expect(store.undeliveredMessages(limit: 999).count == 50)
    }

    @Test func `a closed store does nothing more`() async throws {
        let store = MemoryLedgerStore()
        store.close()
        await #expect(throws: LedgerStoreError.closed) {
            try await store.commit(LedgerFixtures.opening(wallets: 2, each: 10))
        }
        await #expect(throws: LedgerStoreError.closed) {
            try await store.expirePending(at: LedgerFixtures.now)
        }
        await #expect(throws: LedgerStoreError.closed) { try await store.markDelivered([1]) }
        #expect(store.accounts().isEmpty)
    }

    @Test func `a statement can be bounded by time`() async throws {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 2, each: 1_000))
        for day in 1...5 as ClosedRange<UInt64> {
            var command = LedgerFixtures.sending(day, wallets: 2)
            command.at = LedgerFixtures.now.adding(milliseconds: Int64(day) * 86_400_000)
            try await store.commit(command)
        }
        let since = LedgerFixtures.now.adding(milliseconds: 3 * 86_400_000)
        let rows = store.statement(of: AccountID(2), since: since, limit: .max)
        #expect(rows.map(\.reference) == ["T5", "T4", "T3"])
    }

    @Test func `an expiry is announced, and an announcement too large does not hold up money`()
        async throws
    {
        let store = MemoryLedgerStore()
        var command = LedgerFixtures.opening(wallets: 2, each: 1_000)
        let ends = LedgerFixtures.now.adding(milliseconds: 1_000)
        let hold = Transfer(
            debit: AccountID(2),
            credit: AccountID(3),
            amount: LedgerFixtures.cents(5),
            kind: .pending(expiresAt: ends)
        )
        command.transfers += [hold, hold]
        try await store.commit(command)
        let long = OutboxMessage(
            to: 1,
            from: "M",
            text: String(repeating: "x", count: 5_000),
            at: ends
        )
        let rows = try await store.expirePending(at: ends) { _ in [long] }
        #expect(rows.map(\.kind) == [3, 4].map { .expire(pending: TransferID($0)) })
        #expect(store.account(AccountID(2))?.available == 1_000)
        #expect(store.undeliveredMessages(limit: 9).isEmpty)
    }

    @Test(arguments: [
        LedgerStoreError.full, .locked(by: "process 7"), .damaged("x"), .foreign("x"), .readOnly,
        .closed, .tooBusy, .io(code: 10, message: "x"),
        .inDoubt(code: 1_034, message: "x"),
    ])
    func `every error says what was not done and what to do`(error: LedgerStoreError) {
        let sentences = "\(error)".split(separator: ".").count
        #expect(sentences >= 3)
    }
}
