// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// What payments do to the ledger, to both phones and to whoever repeats them.
@Suite struct PaymentTests {
    @Test func sendingMovesAmountAndFeeAndTellsBoth() throws {
        let village = try Village()
        let result = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821")
        #expect(result.outcome == "ok")
        #expect(
            try village.journal(2) == [
                "amina -500.00", "baraka 500.00", "amina -7.00", "income:fees 7.00",
            ]
        )
        guard case .text(let id)? = result.field(0) else {
            Issue.record("no receipt number")
            return
        }
        #expect(TransactionReference(typed: id)?.text == id)
        #expect(
            result.value
                == .record([
                    .text(id), .amount(500_00), .amount(7_00), .amount(1_493_00), .text("Baraka"),
                    .msisdn(try village.number("Baraka")), try Village.moment("2026-06-14T10:32"),
                    .amount(0),
                    .amount(0),
                ])
        )
        #expect(
            try village.messages(to: "Amina") == [
                "\(id) Confirmed. KES 500.00 sent to Baraka 0712000002 on 14/06, 10:32. "
                    + "Fee 7.00. New balance 1,493.00."
            ]
        )
        #expect(
            try village.messages(to: "Baraka") == [
                "\(id) Confirmed. You received KES 500.00 from Amina 0712000001 on 14/06, 10:32. "
                    + "New balance 500.00."
            ]
        )
        #expect(village.store.invariantViolations().isEmpty)
        #expect(try village.store.verify().isSound)
    }

    @Test func aFreeAmountHasNoFeeRow() throws {
        let village = try Village()
        #expect(try village.pay("Amina", to: "Baraka", 100_00, pin: "4821").outcome == "ok")
        #expect(try village.journal(1) == ["amina -100.00", "baraka 100.00"])
    }

    @Test func withdrawingMovesToTheFloat() throws {
        let village = try Village()
        let agent = try village.call("Amina", "agent", [.text("4021")])
        #expect(agent.field(0) == .text("4021 MAMA NEEMA SHOP"))
        let quote = try village.call(
            "Amina",
            "quote",
            [.text("withdraw"), agent.value, .amount(300_00)]
        )
        let result = try village.call("Amina", "withdraw", [quote.value, .secret(Secret("4821"))])
        #expect(result.outcome == "ok")
        #expect(result.field(4) == .text("4021 MAMA NEEMA SHOP"))
        #expect(
            try village.journal(2) == [
                "amina -300.00", "float:4021 300.00", "amina -27.00", "income:fees 27.00",
            ]
        )
        let text = try #require(try village.messages(to: "Amina").first)
        #expect(
            text.hasSuffix(
                "Confirmed. Take KES 300.00 cash from 4021 MAMA NEEMA SHOP on 14/06, 10:32. "
                    + "Fee 27.00. New balance 1,673.00."
            )
        )
        let agentText = try #require(try village.messages(to: "Neema").first)
        #expect(agentText.contains("Give KES 300.00 cash to Amina 0712000001"))
        #expect(agentText.hasSuffix("New float 5,300.00."))
    }

    @Test func depositingMovesFromTheFloatAndPaysCommission() throws {
        let village = try Village()
        let result = try village.pay("Neema", "deposit", to: "Baraka", 1_000_00, pin: "7391")
        #expect(result.outcome == "ok")
        #expect(result.field(3) == .amount(4_010_00))
        #expect(result.field(7) == .amount(10_00))
        #expect(
            try village.journal(2) == [
                "float:4021 -1,000.00", "baraka 1,000.00", "expense:commission -10.00",
                "float:4021 10.00",
            ]
        )
        let text = try #require(try village.messages(to: "Baraka").first)
        #expect(
            text.hasSuffix(
                "You gave KES 1,000.00 cash to 4021 MAMA NEEMA SHOP on 14/06, 10:32. "
                    + "New balance 1,000.00."
            )
        )
    }

    @Test func aRepeatedKeyGetsTheFirstReceipt() throws {
        let village = try Village()
        let key = village.newKey()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        let arguments = [quote.value, Value.secret(Secret("4821"))]
        let first = try village.call("Amina", "send", arguments, key: key)
        let later = Village.morning.adding(seconds: 500)
        #expect(try village.call("Amina", "send", arguments, key: key, at: later) == first)
        #expect(try village.balance("Amina") == 1_493_00)
        #expect(try village.messages(to: "Baraka").count == 1)
    }

    @Test func aRepeatedKeyAfterARestartGetsTheFirstReceipt() throws {
        let village = try Village()
        let key = village.newKey()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        let arguments = [quote.value, Value.secret(Secret("4821"))]
        let first = try village.call("Amina", "send", arguments, key: key)
        let restarted = Village.service(on: village.store, tariff: village.service.tariff)
        let later = Village.morning.adding(seconds: 500)
        let second = try village.call(
            "Amina",
            "send",
            arguments,
            key: key,
            at: later,
            by: restarted
        )
        #expect(second == first)
        #expect(try village.balance("Amina") == 1_493_00)
    }

    @Test func aQuoteIsPaidOnce() throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        let arguments = [quote.value, Value.secret(Secret("4821"))]
        #expect(try village.call("Amina", "send", arguments).outcome == "ok")
        #expect(try village.call("Amina", "send", arguments).reason == "quote_expired")
        #expect(try village.balance("Amina") == 1_493_00)
    }

    @Test func aRefusalStaysARefusalWhenItsCallIsRepeated() throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        let key = village.newKey()
        let arguments = [quote.value, Value.secret(Secret("4821"))]
        let late = Village.morning.adding(seconds: 61)
        let first = try village.call("Amina", "send", arguments, key: key, at: late)
        #expect(first.reason == "quote_expired")
        #expect(try village.call("Amina", "send", arguments, key: key) == first)
        #expect(try village.balance("Amina") == 2_000_00)
    }

    @Test(arguments: [0, 60])
    func aQuoteHoldsForAMinute(seconds: Int) throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        let now = Village.morning.adding(seconds: seconds)
        let result = try village.call(
            "Amina",
            "send",
            [quote.value, .secret(Secret("4821"))],
            at: now
        )
        #expect(result.outcome == "ok")
    }

    @Test func aQuoteMadeUpByACallerIsNotPaid() throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 500_00)
        guard case .record(var fields) = quote.value else { return }
        fields[1] = .amount(0)
        let result = try village.call(
            "Amina",
            "send",
            [.record(fields), .secret(Secret("4821"))]
        )
        #expect(result.reason == "quote_expired")
        let other = try village.call(
            "Amina",
            "withdraw",
            [quote.value, .secret(Secret("4821"))]
        )
        #expect(other.reason == "quote_expired")
    }

    @Test func sendableIsWhatCanBeSent() throws {
        let village = try Village()
        let me = try village.call("Amina", "me")
        #expect(
            me.value
                == .record([
                    .text("Amina"), .amount(2_000_00), .amount(1_967_00), .number(1),
                    .flag(false), .text(""), .text(""), .amount(0),
                ])
        )
        #expect(try village.quote("Amina", to: "Baraka", 1_967_01).reason == "insufficient_funds")
        #expect(try village.pay("Amina", to: "Baraka", 1_967_00, pin: "4821").outcome == "ok")
        #expect(try village.balance("Amina") == 0)
        #expect(try village.call("Amina", "me").field(2) == .amount(0))
    }

    @Test func anAgentSeesHerFloat() throws {
        let village = try Village()
        #expect(
            try village.call("Neema", "me").value
                == .record([
                    .text("Neema"), .amount(100_00), .amount(100_00), .number(1), .flag(true),
                    .text("4021"), .text("MAMA NEEMA SHOP"), .amount(5_000_00),
                ])
        )
    }

    @Test func payeesAreFoundByNumberAndTill() throws {
        let village = try Village()
        let baraka = try village.number("Baraka")
        #expect(
            try village.call("Amina", "payee", [.msisdn(baraka)])
                == .ok(.record([.text("Baraka"), .msisdn(baraka)]))
        )
        let amina = try village.number("Amina")
        #expect(try village.call("Amina", "payee", [.msisdn(amina)]).outcome == "is_self")
        let nobody = try village.number("nobody")
        #expect(try village.call("Amina", "payee", [.msisdn(nobody)]).outcome == "not_found")
        for till in ["4022", "", "04021", "4021 ", "+4021", "99999999999999999999"] {
            #expect(try village.call("Amina", "agent", [.text(till)]).outcome == "not_found")
        }
    }
}
