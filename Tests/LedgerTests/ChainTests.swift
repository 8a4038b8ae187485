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

    @Test func `the seal of a known note never changes`() {
        // sha256 of the bytes that the declaration of sealed(after:) lists, made by hand with
        // Python's hashlib
        let known =
            "0e435b41e6ca7c371adc67417afc7821"
            + "51a678d60982fca45f1034b089ab944c"
        let entry = AuditEntry(
            actor: "amara",
            approver: "ben",
            action: "freeze",
            subject: "+2547****001",
            reason: "lost phone"
        )
        let note = JournalNote(
            id: 3,
            after: TransferID(7),
            kind: .audit(entry),
            at: LedgerFixtures.now,
            hash: .genesis
        )
        #expect(note.sealed(after: .genesis).description == known)
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
}
