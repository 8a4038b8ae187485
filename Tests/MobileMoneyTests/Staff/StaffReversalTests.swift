// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Payments that go back, wholly or in part, and corrections.
@Suite struct StaffReversalTests {
    @Test func theMoneyIsHeldUntilItIsDecided() async throws {
        let office = try Office()
        let village = office.village
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        try await office.request("reverse \(receipt)")
        let held = try #require(village.service.account(of: village.number("Baraka")))
        #expect(village.store.account(held)?.available == 0)
        #expect(village.store.account(held)?.balance == 500_00)
        try await office.approve(1)
        #expect(try village.balance("Baraka") == 0)
        #expect(try village.balance("Amina") == 2_000_00, "with the fee")
        #expect(try village.store.verify().isSound)
        let told = try village.messages(to: "Baraka") + village.messages(to: "Amina")
        #expect(told.contains { $0.contains("went back to the sender. New balance 0.00.") })
        #expect(told.contains { $0.contains("came back to you. New balance 2,000.00.") })
    }

    @Test func whoApprovesSeesWhatWasPaid() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        let back = office.desk.line(try await office.request("reverse \(receipt) 200"))
        let paid = "paid: KES 500.00 from wallet:+2547****001 to wallet:+2547****002"
        #expect(back.hasPrefix("1 open: reverse 200.00 \(receipt) (\(paid)), asked by"), "\(back)")
        let words = "correct \(receipt) income:fees wallet:+254712000001 7.00"
        let right = office.desk.line(try await office.request(words))
        #expect(right.contains("(from income:fees to wallet:+2547****001, \(paid)), asked by"))
    }

    @Test func aRejectedReversalLetsGo() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        try await office.request("reverse \(receipt)", by: "wanjiru")
        let rejected = try await office.desk.reject(
            1,
            reason: "asked by mistake",
            by: office.credential("wanjiru"),
            at: Village.morning
        )
        #expect(rejected.state == .rejected)
        let account = try #require(
            office.village.service.account(of: office.village.number("Baraka"))
        )
        #expect(office.village.store.account(account)?.available == 500_00)
    }

    @Test func partsAddUpToNoMoreThanTheWhole() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        try await office.done("reverse \(receipt) 200")
        #expect(try office.village.balance("Amina") == 1_693_00, "a part without the fee")
        let refusal = try await office.refusal {
            try await office.request("reverse \(receipt) 301")
        }
        #expect(refusal == .aboveRest(left: "KES 300.00"))
        try await office.done("reverse \(receipt)")
        #expect(try office.village.balance("Amina") == 2_000_00)
        let none = try await office.refusal { try await office.request("reverse \(receipt)") }
        #expect(none == .alreadyReversed)
    }

    @Test func moneyThatWasSpentIsNotTakenTwice() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Chui", 500_00, pin: "4821")
        _ = try office.send("Chui", "Baraka", 5_000_00, pin: "5038")
        try await office.request("reverse \(receipt)")
        _ = try office.village.pay("Asha", to: "Baraka", 50_00, pin: "6205")
        try await office.approve(1)
        let spent = try office.send("Asha", "Baraka", 100_00, pin: "6205")
        #expect(try office.village.balance("Baraka") == 5_150_00)
        try await office.done("freeze +254712000002")
        let frozen = try await office.refusal { try await office.request("reverse \(spent)") }
        #expect(frozen == .refused(.debitAccountFrozen))
    }

    @Test func whatTheReceiverSpentIsToldWithWhatIsLeft() async throws {
        let office = try Office()
        let receipt = try office.send("Asha", "Amina", 3_000_00, pin: "6205")
        _ = try office.send("Amina", "Chui", 900_00, pin: "4821")
        let left = try office.village.balance("Amina")
        _ = try office.send("Amina", "Baraka", 2_000_00, pin: "4821")
        let now = try office.village.balance("Amina")
        #expect(left > now && now < 3_000_00)
        let refusal = try await office.refusal { try await office.request("reverse \(receipt)") }
        let available = office.village.service.tariff.amount(now).formatted
        #expect(refusal == .receiverLacks(available: "KES \(available)"))
    }

    @Test func aDepositGoesBackWithTheAgentsCommission() async throws {
        let office = try Office()
        let village = office.village
        let paid = try village.pay("Neema", "deposit", to: "Baraka", 1_000_00, pin: "7391")
        guard case .text(let receipt)? = paid.field(0) else {
            Issue.record("\(paid)")
            return
        }
        try await office.done("reverse \(receipt)")
        #expect(try village.float("Neema") == 5_000_00)
        #expect(try village.balance("Baraka") == 0)
    }

    @Test func aHistoryShowsWhatWentBack() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        try await office.done("reverse \(receipt)")
        guard case .list(let items)? = try office.village.call("Amina", "last").field(0),
            case .record(let first)? = items.first
        else {
            Issue.record("There is no history.")
            return
        }
        #expect(first[8] == .text("reversed") && first[2] == .text("+"))
        #expect(items.count == 3)
    }

    @Test func aCorrectionNamesThePayment() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        try await office.done("correct \(receipt) income:fees wallet:+254712000001 7.00")
        #expect(try office.village.balance("Amina") == 1_500_00)
        let rows = try office.village.store.transfers(since: .zero, limit: 100)
        let last = try #require(rows.last)
        #expect(last.reference == receipt && last.kind.original != nil)
        let wallet = "liabilities:wallets:+254712000001"
        try await office.done("correct \(receipt) \(wallet) income:fees 1.00")
        #expect(try office.village.balance("Amina") == 1_499_00, "named as the books name it")
        for (words, refusal) in [
            ("income:fees income:fees 1", StaffRefusal.sameAccount),
            ("income:fees wallet:+254712000001 0", .amountNotPositive),
            ("income:tips income:fees 1", .unknownAccount("income:tips")),
            ("float:9999 income:fees 1", .unknownAccount("float:9999")),
        ] {
            let found = try await office.refusal {
                try await office.request("correct \(receipt) \(words)")
            }
            #expect(found == refusal)
        }
    }

    @Test func whatTheLedgerRefusesIsFailedAndNeverTriedAgain() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        try await office.request("correct \(receipt) wallet:+254712000002 income:fees 500.01")
        let refusal = try await office.refusal { try await office.approve(1) }
        #expect(refusal == .refused(.belowFloor))
        #expect(try await office.refusal { try await office.approve(1) } == .requestClosed(.failed))
        #expect(try office.village.balance("Baraka") == 500_00)
        #expect(try office.log().last?.contains("fail 1") == true)
    }
}
