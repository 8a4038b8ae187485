// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// The rules of tariffs as wallets feel them: postings, quotas, volumes and limits.
@Suite struct MoneyRuleTests {
    private static let send = "send:\n  least: 1\n  most: 1000\n  "
    private static let seven = send + "fees: [{from: 1, to: 1000, fee: 7}]\n  "

    private func village(_ example: String) throws -> Village {
        let people = Villager.all.map { villager in
            Villager(
                villager.name,
                villager.digits,
                pin: villager.pin ?? "8460",
                balance: villager.name == "Baraka" ? 0 : 2_000_00,
                level: 0,
                agent: villager.agent
            )
        }
        return try Village(people, tariff: SmallTariff.tariff(example))
    }

    /// The tariff's block, who pays how much how, and the journal of the payment.
    @Test(arguments: [
        (
            seven + "fee_tax: {rate: 20%, how: inside}", "send",
            "amina -50.00; baraka 50.00; amina -5.83; income:fees 5.83; amina -1.17; "
                + "liability:tax 1.17"
        ),
        (
            seven + "fee_tax: {rate: 20%, how: on_top}", "send",
            "amina -50.00; baraka 50.00; amina -7.00; income:fees 7.00; amina -1.40; "
                + "liability:tax 1.40"
        ),
        (
            send + "amount_tax: {rate: 1%, how: on_top}", "send",
            "amina -50.00; baraka 50.00; amina -0.50; liability:tax 0.50"
        ),
        (
            send + "amount_tax: {rate: 25%, how: inside}", "send",
            "amina -50.00; baraka 50.00; baraka -10.00; liability:tax 10.00"
        ),
        (
            seven + "pays: receiver", "send",
            "amina -50.00; baraka 50.00; baraka -7.00; income:fees 7.00"
        ),
        (
            seven + "pays: split\n  sender_share: 50%", "send",
            "amina -50.00; baraka 50.00; amina -3.50; income:fees 3.50; baraka -3.50; "
                + "income:fees 3.50"
        ),
        (
            "withdraw:\n  least: 50\n  most: 1000\n  fees: [{from: 50, to: 1000, fee: 1.85%}]\n"
                + "  commission: [{from: 50, to: 1000, fee: 1%}]",
            "withdraw",
            "amina -50.00; float:4021 50.00; amina -0.93; income:fees 0.93; "
                + "expense:commission -0.50; float:4021 0.50"
        ),
        (
            "deposit:\n  least: 50\n  most: 1000\n  fees: [{from: 50, to: 1000, fee: 2}]\n"
                + "  pays: receiver\n  commission: [{from: 50, to: 1000, fee: 5%}]",
            "deposit",
            "float:4021 -50.00; baraka 50.00; baraka -2.00; income:fees 2.00; "
                + "expense:commission -2.50; float:4021 2.50"
        ),
    ])
    func aPaymentIsOneLinkedGroup(example: String, kind: String, journal: String) throws {
        let village = try village(example)
        let (payer, pin) = kind == "deposit" ? ("Neema", "7391") : ("Amina", "4821")
        let payee = kind == "withdraw" ? "Neema" : "Baraka"
        let quoted = try village.quote(payer, kind, to: payee, 50_00)
        let paid = try village.call(payer, kind, [quoted.value, .secret(Secret(pin))])
        #expect(paid.outcome == "ok")
        let lines = journal.split(separator: "; ").map(String.init)
        #expect(try village.journal(lines.count / 2) == lines)
        // What was quoted is what was charged: amount, fee and tax make the total.
        let before = kind == "deposit" ? 5_000_00 : 2_000_00 as Int64
        let after = try kind == "deposit" ? village.float(payer) : village.balance(payer)
        let earned: Int64 = kind == "deposit" ? 2_50 : 0
        #expect(quoted.field(2) == .amount(before - after + earned))
        #expect(quoted.field(1) == paid.field(2) && quoted.field(6) == paid.field(8))
        #expect(village.store.invariantViolations().isEmpty)
        #expect(try village.store.verify().isSound)
        for name in [payer, payee] {
            let text = try #require(try village.messages(to: name).first)
            #expect(TextSize.measure(text).units <= 160)
        }
    }

    @Test func whatAReceiverPaysIsToldToHer() throws {
        let village = try village(Self.seven + "pays: receiver")
        #expect(try village.pay("Amina", to: "Baraka", 50_00, pin: "4821").outcome == "ok")
        let text = try #require(try village.messages(to: "Baraka").first)
        #expect(text.hasSuffix("Fee 7.00. New balance 43.00."))
        let item = try village.call("Baraka", "last").field(0)
        guard case .list(let payments)? = item, case .record(let fields)? = payments.first else {
            Issue.record("no payment")
            return
        }
        #expect(fields[1] == .amount(50_00) && fields[3] == .amount(7_00))
        #expect(fields[6] == .amount(43_00))
        // Nobody receives less than nothing.
        let refused = try village.quote("Amina", to: "Baraka", 6_99)
        #expect(refused.reason == "below_minimum" && refused.field(3) == .amount(7_00))
    }

    @Test func theLastFreePaymentIsFreeOnce() throws {
        let village = try village(Self.seven + "free: {month_count: 2}")
        #expect(try village.pay("Amina", to: "Baraka", 50_00, pin: "4821").outcome == "ok")
        let first = try village.quote("Amina", to: "Baraka", 60_00)
        let second = try village.quote("Amina", to: "Chui", 70_00)
        #expect(first.field(1) == .amount(0) && second.field(1) == .amount(0))
        let pin = Value.secret(Secret("4821"))
        #expect(try village.call("Amina", "send", [second.value, pin]).field(2) == .amount(0))
        // The newer quote replaced the older one, which cannot be paid at its price any more.
        #expect(try village.call("Amina", "send", [first.value, pin]).reason == "quote_expired")
        let third = try village.quote("Amina", to: "Baraka", 60_00)
        #expect(third.field(1) == .amount(7_00))
        #expect(try village.balance("Amina") == 2_000_00 - 50_00 - 70_00)
    }

    /// Two gateways on one ledger each show the last free payment, and each keeps its word.
    @Test func whatWasShownIsChargedThoughAnotherPaymentCameBetween() throws {
        let village = try village(Self.seven + "free: {month_count: 1}")
        let other = Village.service(on: village.store, tariff: village.service.tariff)
        let payee = Value.record([.text("Baraka"), .msisdn(try village.number("Baraka"))])
        let pin = Value.secret(Secret("4821"))
        func quote(_ amount: Int64, by service: WalletService) throws -> ServiceResult {
            let arguments = [Value.text("send"), payee, .amount(amount)]
            return try village.call("Amina", "quote", arguments, by: service)
        }
        let first = try quote(50_00, by: village.service)
        let second = try quote(60_00, by: other)
        #expect(first.field(1) == .amount(0) && second.field(1) == .amount(0))
        for (quoted, service) in [(first, village.service), (second, other)] {
            let paid = try village.call("Amina", "send", [quoted.value, pin], by: service)
            #expect(paid.field(2) == .amount(0))
        }
        #expect(try village.balance("Amina") == 2_000_00 - 50_00 - 60_00)
        #expect(try quote(50_00, by: other).field(1) == .amount(7_00))
    }

    /// A payee's limit holds though another payment to her came between judging and writing.
    @Test func aLimitOfThePayeeIsJudgedAgainBeforeItIsWritten() throws {
        let village = try village(
            "levels:\n  - {level: 0, balance: 10000, in: {day: 100}}"
        )
        let first = try village.quote("Amina", to: "Baraka", 60_00)
        let second = try village.quote("Chui", to: "Baraka", 60_00)
        #expect(first.outcome == "ok" && second.outcome == "ok")
        let paid = try village.call("Amina", "send", [first.value, .secret(Secret("4821"))])
        #expect(paid.outcome == "ok")
        let refused = try village.call("Chui", "send", [second.value, .secret(Secret("5038"))])
        #expect(refused.reason == "payee_limit")
        #expect(try village.balance("Baraka") == 60_00)
    }

    @Test func aQuoteHoldsOverTheEndOfTheMonth() throws {
        let village = try village(Self.seven + "free: {month_count: 1}")
        // 2026-06-30 23:59:50 in Nairobi.
        let evening = Instant(milliseconds: 1_782_853_190_000)
        let later = evening.adding(seconds: 20)
        #expect(
            try village.pay("Amina", to: "Baraka", 50_00, pin: "4821", at: evening).outcome == "ok"
        )
        let quoted = try village.quote("Amina", to: "Baraka", 60_00, at: evening)
        #expect(quoted.field(1) == .amount(7_00))
        let paid = try village.call(
            "Amina",
            "send",
            [quoted.value, .secret(Secret("4821"))],
            at: later
        )
        #expect(paid.field(2) == .amount(7_00))
        // It was paid in July, and used the month's free payment up.
        #expect(
            try village.quote("Amina", to: "Baraka", 60_00, at: later).field(1) == .amount(7_00)
        )
        let august = later.adding(seconds: 31 * 86_400)
        #expect(try village.quote("Amina", to: "Baraka", 60_00, at: august).field(1) == .amount(0))
    }

    @Test func theMonthsVolumeIsKnownAfterARestart() throws {
        let village = try village(
            Self.seven + "over: [{month: 100, fees: [{from: 1, to: 1000, fee: 9}]}]"
        )
        #expect(
            try village.pay("Amina", to: "Baraka", 50_00, pin: "4821").field(2) == .amount(7_00)
        )
        let again = Village.service(on: village.store, tariff: village.service.tariff)
        func fee(_ amount: Int64) throws -> Value? {
            let payee = Value.record([.text("Baraka"), .msisdn(try village.number("Baraka"))])
            return try village.call(
                "Amina",
                "quote",
                [.text("send"), payee, .amount(amount)],
                by: again
            ).field(1)
        }
        #expect(try fee(50_00) == .amount(7_00))
        #expect(try fee(50_01) == .amount(9_00))
    }

    @Test func theFirstOfALifeIsFreeInAnyMonth() throws {
        let village = try village(
            Self.send + "fees: [{from: 1, to: 1000, fee: 1%}]\n  free: {life_amount: 100}"
        )
        #expect(try village.pay("Amina", to: "Baraka", 80_00, pin: "4821").field(2) == .amount(0))
        let later = Village.morning.adding(seconds: 60 * 86_400)
        let quoted = try village.quote("Amina", to: "Baraka", 80_00, at: later)
        #expect(quoted.field(1) == .amount(60))
    }

    /// A level's limits, payments made as `who kind amount`, and the reason of the last one.
    @Test(arguments: [
        ("send: {once: 60}", "Amina send 61", "above_maximum"),
        ("send: {once: 60}", "Amina send 60", "ok"),
        ("once: 60", "Amina withdraw 61", "above_maximum"),
        ("send: {day: 100}", "Amina send 60, Amina send 41", "day_limit"),
        ("send: {day: 100}", "Amina send 60, Amina withdraw 50", "ok"),
        ("day: 100", "Amina send 60, Amina withdraw 50", "day_limit"),
        ("send: {month: 100}", "Amina send 60, Amina send 41", "month_limit"),
        ("send: {day_count: 2}", "Amina send 5, Amina send 5, Amina send 5", "day_count"),
        ("day_count: 2", "Amina send 5, Amina withdraw 50, Amina send 5", "day_count"),
        ("withdraw: {month_count: 1}", "Amina withdraw 50, Amina withdraw 50", "month_count"),
        ("in: {day: 100}", "Amina send 60, Chui send 41", "payee_limit"),
        ("in: {day: 100}", "Amina send 60, Chui send 40", "ok"),
        ("in: {day: 100}", "Amina send 60, Baraka send 60, Chui send 40", "ok"),
        ("in: {day_count: 2}", "Amina send 5, Neema deposit 50, Chui send 5", "payee_limit"),
        ("deposit: {day: 100}", "Neema deposit 60, Neema deposit 50", "payee_limit"),
        ("deposit: {day: 100}", "Neema deposit 60, Amina send 50", "ok"),
        ("deposit: {day_count: 1}", "Neema deposit 60, Neema deposit 50", "payee_limit"),
        ("day: 10", "Neema deposit 500, Neema deposit 500", "ok"),
    ])
    func aLimitEndsIt(limits: String, payments: String, reason: String) throws {
        let village = try village(
            "levels:\n  - {level: 0, balance: 10000, \(limits)}\n" + Self.send
        )
        let pins = ["Amina": "4821", "Baraka": "8460", "Chui": "5038", "Neema": "7391"]
        let all = payments.split(separator: ", ").map(String.init)
        for (index, payment) in all.enumerated() {
            let words = payment.split(separator: " ").map(String.init)
            let payee =
                words[1] == "withdraw" ? "Neema" : words[0] == "Baraka" ? "Amina" : "Baraka"
            let paid = try village.pay(
                words[0],
                words[1],
                to: payee,
                (try #require(Int64(words[2]))) * 100,
                pin: try #require(pins[words[0]])
            )
            #expect(paid.reason == (index == all.count - 1 ? reason : "ok"), "\(payment)")
        }
    }

    @Test func whatCameInCountsAnewOnTheNextDay() throws {
        let village = try village(
            "levels:\n  - {level: 0, balance: 10000, in: {day: 100, month: 150}}"
        )
        #expect(try village.pay("Amina", to: "Baraka", 90_00, pin: "4821").outcome == "ok")
        #expect(try village.quote("Chui", to: "Baraka", 20_00).reason == "payee_limit")
        let next = Village.morning.adding(seconds: 86_400)
        #expect(try village.pay("Chui", to: "Baraka", 50_00, pin: "5038", at: next).outcome == "ok")
        #expect(try village.quote("Chui", to: "Baraka", 11_00, at: next).reason == "payee_limit")
        let month = Village.morning.adding(seconds: 30 * 86_400)
        #expect(try village.quote("Chui", to: "Baraka", 99_00, at: month).outcome == "ok")
    }

    @Test func sendableHeedsEveryRule() throws {
        let village = try village(
            "levels:\n  - {level: 0, balance: 10000, day: 600, send: {day: 500, once: 300}}\n"
                + Self.send + "fees: [{from: 1, to: 1000, fee: 10%}]"
        )
        #expect(try village.call("Amina", "me").field(2) == .amount(300_00))
        for left in [200_00, 0] as [Int64] {
            let amount = left == 0 ? 200_00 : 300_00 as Int64
            #expect(try village.pay("Amina", to: "Baraka", amount, pin: "4821").outcome == "ok")
            #expect(try village.call("Amina", "me").field(2) == .amount(left))
        }
    }

    @Test func aPaymentReadsNoHistory() throws {
        let village = try village(Self.seven + "free: {month_count: 2}")
        let wallet = try #require(
            try village.service.book.wallet(of: village.number("Amina"))
        )
        for _ in 1...20 {
            #expect(try village.pay("Amina", to: "Baraka", 5_00, pin: "4821").outcome == "ok")
        }
        let record = village.store.record(RecordKind.activity.key(wallet.id.rawValue))
        #expect(try #require(record).body.count < 200)
        let usage = try village.service.book.activity(of: wallet.id).body.counters
            .usage(of: .send, at: village.service.localTime(Village.morning))
        #expect(usage == Usage(monthCount: 20, month: 100_00, life: 100_00))
    }
}
