// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// What the owner of a wallet can do after staff did something to it, and how often she may try.
@Suite struct StandingTests {
    private func village(
        _ standing: WalletStanding,
        pin: String = "604183",
        agent: AgentOpening? = nil
    ) throws -> Village {
        let village = try Village()
        let number = try #require(MSISDN(digits: 254_712_999_999))
        let opening = WalletOpening(
            name: "Zuri",
            msisdn: number,
            pin: Secret(pin),
            openingBalance: 1_000_00,
            agent: agent,
            standing: standing
        )
        let outcome = Box<Result<Void, ProvisioningError>>()
        village.service.provision([opening], at: Village.morning) { outcome.put($0) }
        try #require(outcome.value).get()
        return village
    }

    private func changePIN(
        _ village: Village,
        _ pins: [String],
        at now: Instant = Village.morning
    ) throws -> ServiceResult {
        try village.call("Zuri", "change_pin", pins.map { .secret(Secret($0)) }, at: now)
    }

    @Test func aResetPINOnlyServesToChooseANewOne() throws {
        let village = try village(.reset)
        #expect(try village.call("Zuri", "me").outcome == "pin_reset")
        #expect(try village.quote("Zuri", to: "Amina", 50_00).reason == "pin_reset")
        #expect(try changePIN(village, ["111111", "2580", "2580"]).outcome == "wrong_pin")
        #expect(try changePIN(village, ["604183", "604183", "604183"]).outcome == "weak_pin")
        #expect(try changePIN(village, ["604183", "2580", "2580"]) == .ok())
        #expect(try village.call("Zuri", "me").outcome == "ok")
        #expect(try changePIN(village, ["604183", "3691", "3691"]).outcome == "wrong_pin")
        #expect(try village.pay("Zuri", to: "Amina", 50_00, pin: "2580").outcome == "ok")
    }

    @Test(arguments: [
        (WalletStanding.usual, "ok"), (.frozen, "account_blocked"), (.newSIM, "sim_changed"),
        (.reset, "pin_reset"),
    ])
    func whoCannotPayIsToldBeforeShePicksAReceiver(
        standing: WalletStanding,
        reason: String
    ) throws {
        #expect(try village(standing).call("Zuri", "may_pay").reason == reason)
    }

    @Test(arguments: [
        (WalletStanding.usual, "ok"), (.frozen, "account_blocked"), (.newSIM, "sim_changed"),
        (.reset, "pin_reset"),
    ])
    func anAgentWhoCannotPutCashInIsToldBeforeItIsCounted(
        standing: WalletStanding,
        reason: String
    ) throws {
        let agent = AgentOpening(till: "4077", businessName: "SHOP", float: 900_00)
        #expect(try village(standing, agent: agent).call("Zuri", "may_deposit").reason == reason)
        let other = try village(.usual)
        #expect(try other.call("Zuri", "may_deposit").reason == "not_agent")
    }

    @Test func aQuoteFromBeforeTheResetPaysNothing() throws {
        let village = try village(.usual)
        let quote = try village.quote("Zuri", to: "Amina", 50_00)
        let number = try village.number("Zuri")
        var wallet = try #require(try village.service.book.wallet(of: number))
        wallet.body.codeUntil = .max
        let box = Box<Bool>()
        village.store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 1, low: 1),
                at: Timestamp(Village.morning),
                records: [wallet.change]
            )
        ) { result in box.put((try? result.get().rejection) == .some(nil)) }
        #expect(box.value == true)
        let result = try village.call("Zuri", "send", [quote.value, .secret(Secret("604183"))])
        #expect(result.reason == "pin_reset")
    }

    @Test func aCodeServesForADay() throws {
        let village = try village(.reset)
        let late = Village.morning.adding(seconds: 86_400)
        let refused = try changePIN(village, ["604183", "2580", "2580"], at: late)
        #expect(refused.reason == "code_expired")
        let inTime = Village.morning.adding(seconds: 86_399)
        #expect(try changePIN(village, ["604183", "2580", "2580"], at: inTime) == .ok())
    }

    @Test func wrongCodesLockLikeWrongPINs() throws {
        let village = try village(.reset)
        for outcome in ["wrong_pin", "wrong_pin", "locked", "locked"] {
            #expect(try changePIN(village, ["111111", "2580", "2580"]).outcome == outcome)
        }
    }

    @Test func aNewSIMReceivesAndPaysAfterTwoDays() throws {
        let village = try village(.newSIM)
        let refused = try village.quote("Zuri", to: "Amina", 50_00)
        #expect(refused.reason == "sim_changed")
        #expect(refused.field(5) == .text("16/06 10:32"))
        #expect(try village.pay("Amina", to: "Zuri", 50_00, pin: "4821").outcome == "ok")
        let later = Village.morning.adding(seconds: 172_800)
        let paid = try village.pay("Zuri", to: "Amina", 50_00, pin: "604183", at: later)
        #expect(paid.outcome == "ok")
    }

    @Test func aFrozenWalletNeitherPaysNorIsPaid() throws {
        let village = try village(.frozen)
        #expect(try village.balance("Zuri") == 1_000_00)
        #expect(try village.quote("Zuri", to: "Amina", 50_00).reason == "account_blocked")
        #expect(try village.quote("Amina", to: "Zuri", 50_00).reason == "payee_blocked")
    }

    @Test func moreEntriesThanAMinuteAllowsAreRefusedUnseen() throws {
        let yaml = try Kenya.text() + "\nrates: {pins_per_minute: 2, pins_per_day: 3}\n"
        let village = try Village(tariff: Tariff(yaml: yaml))
        let pay = { (now: Instant) in
            try village.pay("Amina", to: "Baraka", 50_00, pin: "4821", at: now).reason
        }
        #expect(try pay(Village.morning) == "ok")
        #expect(try pay(Village.morning) == "ok")
        #expect(try pay(Village.morning) == "too_often")
        #expect(try village.pay("Chui", to: "Baraka", 50_00, pin: "5038").outcome == "ok")
        let next = Village.morning.adding(seconds: 60)
        #expect(try pay(next) == "ok")
        #expect(try pay(next) == "too_often", "the day is full too")
        #expect(try pay(Village.morning.adding(seconds: 86_400)) == "ok")
        let wallet = try village.service.book.wallet(of: village.number("Amina"))
        #expect(wallet?.body.wrongTries == 0, "what was not looked at is not counted as wrong")
    }

    @Test func ratesAreData() throws {
        let text = try Kenya.text()
        #expect(try Tariff(yaml: text).rates == RateRules())
        let yaml = """

            rates: {sessions_per_minute: 3, sessions_per_day: 9, pins_per_minute: 1, \
            pins_per_day: 2, sim_hold_seconds: 0}
            """
        let rates = try Tariff(yaml: text + yaml).rates
        #expect(rates.sessions == AttemptLimit(perMinute: 3, perDay: 9))
        #expect(rates.pins == AttemptLimit(perMinute: 1, perDay: 2) && rates.simHoldSeconds == 0)
        #expect(throws: TariffError.self) {
            try Tariff(yaml: text + "\nrates: {pins_per_minute: 0}")
        }
        #expect(throws: TariffError.self) { try Tariff(yaml: text + "\nrates: {pins: 1}") }
    }
}
