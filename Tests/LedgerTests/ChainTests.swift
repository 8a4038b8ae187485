// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite struct ChainTests {
    private static let row = PostedTransfer(
        id: TransferID(7),
        group: TransferID(6),
        kind: .posted,
        debit: AccountID(1),
        credit: AccountID(2),
        amount: LedgerFixtures.cents(500),
        code: TransferCode(3),
        reference: "QX12",
        debitBalanceAfter: -500,
        creditBalanceAfter: 500,
        previousDebit: TransferID(5),
        previousCredit: nil,
        at: LedgerFixtures.now,
        hash: .genesis
    )

    @Test func `the seal of a known row never changes`() {
        // sha256 of the 135 bytes that the declaration of sealed(after:) lists, made by hand with
        // Python's hashlib
        let known =
            "755b0de5336528e04454223acb04773f"
            + "6dda72b28f7f859cd3ec6935ed7b263b"
        #expect(Self.row.sealed(after: .genesis).description == known)
    }

    @Test func `the audit finds every kind of forgery`() async throws {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 4, each: 100))
        for number in 0..<20 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 4))
        }
        var state = LedgerState()
        for account in store.accounts() { state.restore(account) }
        let rows = store.transfers(since: .zero, limit: 100)
        let last = try #require(rows.last)
        state.restore(LedgerHead(transfer: last.id, hash: last.hash, message: 0))
        #expect(audit(rows, state).isSound)

        var forged = rows
        forged[9].debitBalanceAfter += 1
        #expect(
            audit(forged, state).violations.prefix(2) == [
                .chainBroken(forged[9].id), .rowMismatch(forged[9].id),
            ]
        )
        var cut = rows
        cut.remove(at: 9)
        #expect(audit(cut, state).violations.contains(.gap(after: rows[8].id)))
        #expect(audit(rows.dropLast(), state).violations.contains(.chainBroken(last.id)))
        state.restore(Account(AccountOpening(id: AccountID(2), kind: .asset, currency: .kes)))
        #expect(audit(rows, state).violations.contains(.balanceMismatch(AccountID(2))))
        #expect(
            audit(rows, state).violations.contains {
                if case .sumNotZero(.kes, _) = $0 { true } else { false }
            }
        )
    }

    @Test func `invariants name what does not hold`() throws {
        var state = LedgerState()
        var low = Account(
            AccountOpening(id: AccountID(1), kind: .liability, currency: .kes, floor: 0)
        )
        low.debitsPosted = 5
        var closed = Account(AccountOpening(id: AccountID(2), kind: .liability, currency: .kes))
        closed.isClosed = true
        closed.creditsPosted = 5
        closed.creditsPending = 1
        state.restore(low)
        state.restore(closed)
        #expect(
            state.invariantViolations() == [
                .limitBroken(AccountID(1)), .closedNotEmpty(AccountID(2)),
                .pendingMismatch(AccountID(2)),
            ]
        )
    }

    private func audit(_ rows: some Sequence<PostedTransfer>, _ state: LedgerState) -> LedgerAudit {
        var auditor = LedgerAuditor()
        for row in rows { auditor.add(row) }
        return auditor.finish(comparing: state)
    }
}
