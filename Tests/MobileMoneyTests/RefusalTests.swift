// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Every reason a payment is refused for, with the numbers its screen needs.
@Suite struct RefusalTests {
    /// Who pays how to whom how much, and: reason, needed, available, limit, left, who.
    @Test(arguments: [
        "Amina send Baraka 2000.00 insufficient_funds 2033.00 2000.00 0.00 0.00 Baraka",
        "Amina send Baraka 0.99 below_minimum 0.99 0.00 1.00 0.00 Baraka",
        "Amina send Baraka 0.00 below_minimum 0.00 0.00 1.00 0.00 Baraka",
        "Asha send Baraka 250000.01 above_maximum 0.00 0.00 250000.00 0.00 Baraka",
        "Chui send Baraka 5000.01 day_limit 5000.01 0.00 5000.00 5000.00 Baraka",
        "Asha send Chui 9500.00 payee_balance_limit 0.00 0.00 0.00 0.00 Chui",
        "Baraka send Amina 1.00 account_blocked 0.00 0.00 0.00 0.00 -",
        "nobody send Amina 1.00 account_blocked 0.00 0.00 0.00 0.00 -",
        "Amina send nobody 1.00 payee_blocked 0.00 0.00 0.00 0.00 nobody",
        "Amina send Amina 1.00 same_party 0.00 0.00 0.00 0.00 Amina",
        "Amina withdraw Baraka 50.00 not_agent 0.00 0.00 0.00 0.00 Baraka",
        "Amina withdraw Neema 49.99 below_minimum 49.99 0.00 50.00 0.00 4021_MAMA_NEEMA_SHOP",
        "Asha withdraw Neema 15000.01 above_maximum 0.00 0.00 15000.00 0.00 4021_MAMA_NEEMA_SHOP",
        "Amina deposit Baraka 50.00 not_agent 0.00 0.00 0.00 0.00 Baraka",
        "Neema deposit Baraka 5000.01 no_float 5000.01 5000.00 0.00 0.00 Baraka",
        "Neema deposit Neema 50.00 same_party 0.00 0.00 0.00 0.00 Neema",
    ])
    func aRefusalNamesItsReasonAndNumbers(row: String) throws {
        let words = row.split(separator: " ").map(String.init)
        let village = try Village()
        let result = try village.quote(
            words[0],
            words[1],
            to: words[2],
            try units(words[3])
        )
        let who = words[9] == "-" ? "" : words[9].replacing("_", with: " ")
        #expect(
            result
                == ServiceResult(
                    "refused",
                    .record(
                        [.text(words[4])] + (try words[5...8].map { .amount(try units($0)) })
                            + [.text(who), .number(0)]
                    )
                )
        )
        #expect(try village.store.transfers(since: .zero, limit: 100).count == 5)
    }

    @Test func theDayIsFullAndBeginsAgainAtLocalMidnight() throws {
        let village = try Village()
        #expect(try village.pay("Chui", to: "Baraka", 4_000_00, pin: "5038").outcome == "ok")
        let refused = try village.quote("Chui", to: "Baraka", 1_500_00)
        #expect(refused.reason == "day_limit")
        #expect(refused.field(4) == .amount(1_000_00))
        #expect(try village.call("Chui", "me").field(2) == .amount(1_000_00))
        let beforeMidnight = Village.morning.adding(seconds: 13 * 3_600 + 27 * 60 + 59)
        #expect(
            try village.quote("Chui", to: "Baraka", 1_500_00, at: beforeMidnight).reason
                == "day_limit"
        )
        let midnight = beforeMidnight.adding(seconds: 1)
        #expect(try village.quote("Chui", to: "Baraka", 1_500_00, at: midnight).outcome == "ok")
    }

    @Test func theMonthIsFullAndBeginsAgainOnTheFirst() throws {
        let yaml = try Kenya.text().replacing(
            "{level: 0, day: 5000, month: 50000,",
            with: "{level: 0, day: 5000, month: 6000,"
        )
        let village = try Village(tariff: Tariff(yaml: yaml))
        #expect(try village.pay("Chui", to: "Baraka", 4_000_00, pin: "5038").outcome == "ok")
        let nextDay = Village.morning.adding(seconds: 86_400)
        let refused = try village.quote("Chui", to: "Baraka", 2_500_00, at: nextDay)
        #expect(refused.reason == "month_limit")
        #expect(refused.field(3) == .amount(6_000_00))
        #expect(refused.field(4) == .amount(2_000_00))
        let nextMonth = Village.morning.adding(seconds: 17 * 86_400)
        #expect(try village.quote("Chui", to: "Baraka", 2_500_00, at: nextMonth).outcome == "ok")
    }

    @Test func countsAreLimitedToo() throws {
        let yaml = try Kenya.text().replacing(
            "balance: 100000}",
            with: "balance: 100000, day_count: 2, month_count: 3}"
        )
        let village = try Village(tariff: Tariff(yaml: yaml))
        for _ in 1...2 {
            #expect(try village.pay("Amina", to: "Baraka", 50_00, pin: "4821").outcome == "ok")
        }
        let refused = try village.quote("Amina", to: "Baraka", 50_00)
        #expect(refused.reason == "day_count")
        #expect(refused.field(6) == .number(2))
        let nextDay = Village.morning.adding(seconds: 86_400)
        let third = try village.pay("Amina", to: "Baraka", 50_00, pin: "4821", at: nextDay)
        #expect(third.outcome == "ok")
        let full = try village.quote("Amina", to: "Baraka", 50_00, at: nextDay)
        #expect(full.reason == "month_count")
        #expect(full.field(6) == .number(3))
    }

    @Test func totalsAreThoseOfTheStatement() throws {
        let village = try Village()
        for amount in [50_00, 499_99, 100_01] as [Int64] {
            #expect(try village.pay("Amina", to: "Baraka", amount, pin: "4821").outcome == "ok")
        }
        let number = try village.number("Amina")
        let wallet = try #require(try village.service.book.wallet(of: number))
        let totals = try village.service.book.activity(of: wallet.id).body.counters
            .totals(at: village.service.localTime(Village.morning))
        let paid = village.store.inner.statement(of: wallet.main, since: nil, limit: 100)
            .filter { $0.code == .send }
        #expect(totals.day == paid.reduce(0) { $0 + $1.amount.minorUnits })
        #expect(totals.dayCount == paid.count && totals.month == totals.day)
    }

    @Test func frozenAccountsAreBlocked() throws {
        let village = try Village()
        try freeze("Amina", in: village)
        #expect(try village.quote("Amina", to: "Chui", 50_00).reason == "account_blocked")
        #expect(try village.call("Amina", "me").field(2) == .amount(0))
        let refused = try village.quote("Chui", to: "Amina", 50_00)
        #expect(refused.reason == "payee_blocked")
        #expect(refused.field(5) == .text("Amina"))
    }

    @Test func whatChangedSinceTheQuoteRefusesBeforeThePosting() throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Chui", 50_00)
        try freeze("Chui", in: village)
        let result = try village.call(
            "Amina",
            "send",
            [quote.value, .secret(Secret("4821"))]
        )
        #expect(result.reason == "payee_blocked")
        #expect(try village.balance("Amina") == 2_000_00)
    }

    @Test(arguments: [
        (TransferRejection.belowFloor, "send", "insufficient_funds"),
        (.belowFloor, "deposit", "no_float"), (.aboveCeiling, "send", "payee_balance_limit"),
        (.debitAccountFrozen, "send", "account_blocked"),
        (.debitAccountClosed, "withdraw", "account_blocked"),
        (.creditAccountFrozen, "send", "payee_blocked"),
        (.creditAccountClosed, "deposit", "payee_blocked"),
    ])
    func theLedgersOwnRefusalsHaveReasons(
        rejection: TransferRejection,
        kind: String,
        reason: String
    ) throws {
        let kind = try #require(PaymentKind(rawValue: kind))
        #expect(Refusal.Reason(rejection, kind: kind)?.rawValue == reason)
    }

    private func freeze(_ name: String, in village: Village) throws {
        let number = try village.number(name)
        let account = try #require(
            village.service.account(of: number).flatMap(village.store.account)
        )
        var setting = AccountSetting(account)
        setting.isFrozen = true
        let command = LedgerCommand(
            key: village.newKey().ledgerKey,
            at: Timestamp(Village.morning),
            settings: [setting]
        )
        village.store.inner.commit(command) { _ in }
    }

    private func units(_ text: String) throws -> Int64 {
        try #require(Amount(parsing: text, currency: .kes)).minorUnits
    }
}
