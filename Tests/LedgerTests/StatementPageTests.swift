// SPDX-License-Identifier: Apache-2.0
import Ledger
import TestSupport
import Testing

@Suite struct StatementPageTests {
    @Test func `a page stays as it was while new rows come`() async throws {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 3, each: 100))
        for number in 0..<30 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 3))
        }
        let account = AccountID(2)
        let first = try store.statement(of: account, before: nil, limit: 4)
        let cursor = try #require(first.next)
        let second = try store.statement(of: account, before: cursor, limit: 4)
        for number in 30..<60 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 3))
        }
        #expect(try store.statement(of: account, before: cursor, limit: 4) == second)
        #expect(try store.statement(of: account, before: nil, limit: 4) != first)
        let whole = try store.statement(of: account, before: nil, limit: .max)
        #expect(whole.next == nil)
        for (newer, older) in zip(whole.rows, whole.rows.dropFirst()) {
            #expect(newer.balance == older.balance + newer.change)
        }
    }

    @Test(arguments: ["", ".", "2", "2.", ".1", "2.0", "2.-1", "2.1.1", "x y", "2.+1", "A.1"])
    func `what is no cursor is refused`(text: String) {
        #expect(StatementCursor(text) == nil)
    }

    @Test func `a cursor of another statement is refused`() async throws {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 3, each: 100))
        for text in ["3.1", "2.2", "2.zz"] {
            let cursor = try #require(StatementCursor(text))
            let error = #expect(throws: LedgerStoreError.self) {
                try store.statement(of: AccountID(2), before: cursor, limit: 4)
            }
            #expect(error?.description.contains("the cursor \(text) is not of") == true)
        }
    }
}
