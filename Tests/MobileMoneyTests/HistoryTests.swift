// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Last payments, and the outcome that a subscriber missed.
@Suite struct HistoryTests {
    /// Kind, name, sign, amount, fee and balance of every item.
    private func lines(_ result: ServiceResult) throws -> [String] {
        guard case .list(let items)? = result.field(0) else { return [result.outcome] }
        return try items.map { item in
            guard case .record(let fields) = item, case .text(let name) = fields[0],
                case .text(let kind) = fields[8],
                case .amount(let amount) = fields[1], case .text(let sign) = fields[2],
                case .amount(let fee) = fields[3], case .amount(let balance) = fields[6]
            else { throw WalletFault.incomplete }
            return "\(kind) \(name) \(sign)\(amount) fee \(fee) balance \(balance)"
        }
    }

    @Test func everyPartySeesHerOwnSide() throws {
        let village = try Village()
        #expect(try village.pay("Amina", to: "Baraka", 500_00, pin: "4821").outcome == "ok")
        #expect(
            try village.pay("Amina", "withdraw", to: "Neema", 300_00, pin: "4821").outcome == "ok"
        )
        #expect(
            try village.pay("Neema", "deposit", to: "Baraka", 1_000_00, pin: "7391").outcome
                == "ok"
        )
        #expect(
            try lines(village.call("Amina", "last")) == [
                "cash_out 4021 MAMA NEEMA SHOP -30000 fee 2700 balance 116600",
                "sent Baraka -50000 fee 700 balance 149300",
                "opening MAVUNO +200000 fee 0 balance 200000",
            ]
        )
        #expect(
            try lines(village.call("Baraka", "last")) == [
                "cash_in 4021 MAMA NEEMA SHOP +100000 fee 0 balance 150000",
                "received Amina +50000 fee 0 balance 50000",
            ]
        )
        #expect(
            try lines(village.call("Neema", "last")) == [
                "cash_in Baraka -100000 fee 0 balance 431000",
                "cash_out Amina +30000 fee 0 balance 530000",
                "opening MAVUNO +500000 fee 0 balance 500000",
                "opening MAVUNO +10000 fee 0 balance 10000",
            ]
        )
        #expect(try lines(village.call("nobody", "last")) == ["none"])
    }

    @Test func aHistoryHasAtMostTenWholePayments() throws {
        let village = try Village()
        for count in 1...14 {
            let amount = Int64(count) * 1_00 + 100_00
            #expect(try village.pay("Asha", to: "Baraka", amount, pin: "6205").outcome == "ok")
        }
        let shown = try lines(village.call("Asha", "last"))
        #expect(shown.count == 10)
        #expect(shown.allSatisfy { $0.contains(" fee 700 ") })
        #expect(shown.first?.hasPrefix("sent Baraka -11400") == true)
    }

    @Test func thePaymentNeverToldIsNewsOnce() throws {
        let village = try Village()
        #expect(try village.call("Amina", "news").outcome == "none")
        let receipt = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821")
        let key = village.newKey()
        let news = try village.call("Amina", "news", key: key)
        #expect(
            news.value
                == .record([
                    receipt.field(0) ?? .absent, .text("sent"), .amount(500_00), .amount(7_00),
                    .text("Baraka"), try Village.moment("2026-06-14T10:32"), .amount(1_493_00),
                    .amount(0),
                ])
        )
        #expect(news.isToBeTold)
        #expect(try village.call("Amina", "news", key: key) == news)
        // Until its screen has gone out, it is still news.
        #expect(try village.call("Amina", "news").outcome == "ok")
        let amina = try village.number("Amina")
        village.service.telling(key, subscriber: amina, at: Village.morning)(true)
        #expect(try village.call("Amina", "news").outcome == "none")
        #expect(try village.call("Baraka", "news").outcome == "none")
    }

    @Test func aPaymentThatReachedTheScreenIsNoNews() throws {
        let village = try Village()
        let amina = try village.number("Amina")
        let first = village.newKey()
        _ = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821", key: first)
        village.service.telling(first, subscriber: amina, at: Village.morning)(true)
        village.service.telling(first, subscriber: amina, at: Village.morning)(true)
        #expect(try village.call("Amina", "news").outcome == "none")
        _ = try village.pay("Amina", to: "Baraka", 50_00, pin: "4821")
        village.service.telling(first, subscriber: amina, at: Village.morning)(true)
        #expect(try village.call("Amina", "news").field(2) == .amount(50_00))
    }

    @Test func tellingAnOlderPaymentLeavesTheNewestUntold() throws {
        let village = try Village()
        let older = village.newKey()
        _ = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821", key: older)
        _ = try village.pay("Amina", to: "Baraka", 50_00, pin: "4821")
        let amina = try village.number("Amina")
        village.service.telling(older, subscriber: amina, at: Village.morning)(true)
        #expect(try village.call("Amina", "news").field(2) == .amount(50_00))
    }

    @Test func newsThatCannotBeMarkedIsToldAgain() throws {
        let village = try Village()
        _ = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821")
        let amina = try village.number("Amina")
        for isMarked in [false, true] {
            let key = village.newKey()
            #expect(try village.call("Amina", "news", key: key).outcome == "ok")
            if !isMarked { village.store.fail([.refuse(.full)]) }
            village.service.telling(key, subscriber: amina, at: Village.morning)(true)
        }
        #expect(try village.call("Amina", "news").outcome == "none")
    }

    @Test func newsSurvivesARestartAndNamesAgentsAndDeposits() throws {
        let village = try Village()
        _ = try village.pay("Amina", "withdraw", to: "Neema", 300_00, pin: "4821")
        _ = try village.pay("Neema", "deposit", to: "Baraka", 50_00, pin: "7391")
        let restarted = Village.service(on: village.store, tariff: village.service.tariff)
        let withdrawn = try village.call("Amina", "news", by: restarted)
        #expect(withdrawn.field(1) == .text("withdrawn"))
        #expect(withdrawn.field(4) == .text("4021 MAMA NEEMA SHOP"))
        let deposited = try village.call("Neema", "news", by: restarted)
        #expect(deposited.field(1) == .text("deposited"))
        #expect(deposited.field(6) == .amount(5_255_00))
    }
}
