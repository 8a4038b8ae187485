// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// What subscribers are told when the ledger fails before, during or after a commit.
@Suite struct StoreFailureTests {
    static let errors: [LedgerStoreError] = [
        .full, .locked(by: "other"), .damaged("page 3"), .foreign("a photo"), .readOnly, .closed,
        .tooBusy, .io(code: 5, message: "broken"),
    ]

    @Test(arguments: errors)
    func whatWasNotWrittenIsUnavailableAndCanBePaidLater(error: LedgerStoreError) throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        let arguments = [quote.value, Value.secret(Secret("4821"))]
        let key = village.newKey()
        village.store.fail([.refuse(error)])
        #expect(try village.call("Amina", "send", arguments, key: key) == .unavailable)
        #expect(try village.balance("Amina") == 2_000_00)
        #expect(try village.messages(to: "Baraka").isEmpty)
        #expect(try village.call("Amina", "send", arguments, key: key).outcome == "ok")
        #expect(try village.balance("Amina") == 1_493_00)
    }

    @Test func aLostAnswerIsReadFromTheLedger() throws {
        let village = try Village()
        village.store.fail([.loseAnswer(.io(code: 5, message: "broken"))])
        let result = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821")
        #expect(result.outcome == "ok")
        #expect(result.field(3) == .amount(1_493_00))
    }

    @Test func whatTheLedgerDoesNotTellIsUnsureUntilItDoes() throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        let arguments = [quote.value, Value.secret(Secret("4821"))]
        let key = village.newKey()
        village.store.fail([.loseAnswerAndReads(.io(code: 5, message: "broken"))])
        #expect(try village.call("Amina", "send", arguments, key: key) == .unsure)
        #expect(try village.call("Amina", "send", arguments, key: key) == .unsure)
        #expect(try village.pay("Chui", to: "Baraka", 50_00, pin: "5038") == .unavailable)
        village.store.failReads(false)
        let result = try village.call("Amina", "send", arguments, key: key)
        #expect(result.outcome == "ok")
        #expect(try village.balance("Amina") == 1_493_00)
        #expect(try village.call("Amina", "news").outcome == "ok")
    }

    @Test func aChangeInBetweenIsJudgedAgain() throws {
        let village = try Village()
        village.store.fail([.changeRecordFirst, .changeRecordFirst])
        #expect(try village.pay("Amina", to: "Baraka", 500_00, pin: "4821").outcome == "ok")
        village.store.fail(Array(repeating: .changeRecordFirst, count: 17))
        #expect(try village.pay("Amina", to: "Baraka", 500_00, pin: "4821") == .unavailable)
        #expect(try village.balance("Amina") == 1_493_00)
    }

    @Test func aReceiptNumberInUseIsDrawnAgain() throws {
        let village = try Village()
        let key = village.newKey()
        let time = village.service.localTime(Village.morning)
        let taken = TransactionReference(key: key, attempt: 0, at: time)
        let entry = RecordChange(
            key: RecordKind.receipt.key(taken.number),
            expectedVersion: 0,
            body: [1]
        )
        let command = LedgerCommand(
            key: village.newKey().ledgerKey,
            at: Timestamp(Village.morning),
            records: [entry]
        )
        village.store.inner.commit(command) { _ in }
        let result = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821", key: key)
        let next = TransactionReference(key: key, attempt: 1, at: time)
        #expect(result.field(0) == .text(next.text))
    }

    @Test func anUnreadableWalletIsUnavailable() throws {
        let village = try Village()
        let number = try village.number("Amina")
        let wallet = try #require(try village.service.book.wallet(of: number))
        for body in [[], [2], [1], [1, 0x7B]] as [[UInt8]] {
            let change = RecordChange(
                key: RecordKind.wallet.key(wallet.id.rawValue),
                expectedVersion: nil,
                body: body
            )
            let command = LedgerCommand(
                key: village.newKey().ledgerKey,
                at: Timestamp(Village.morning),
                records: [change]
            )
            village.store.inner.commit(command) { _ in }
            for operation in ["me", "last", "news"] {
                #expect(try village.call("Amina", operation) == .unavailable)
            }
        }
    }

    @Test func callsThatNoContractKnowsAreUnavailable() throws {
        let village = try Village()
        for operation in ["", "steal", "Me"] {
            #expect(try village.call("Amina", operation) == .unavailable)
        }
        for operation in village.contract.operations where !operation.parameters.isEmpty {
            let junk = [.flag(true), .flag(true), .flag(true)] as [Value]
            for arguments in [[], junk] {
                let result = try village.call("Asha", operation.name, arguments)
                #expect(result == .unavailable || result.reason == "quote_expired")
            }
        }
    }
}
