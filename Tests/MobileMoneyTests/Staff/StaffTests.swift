// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// What each operation does to a wallet, once two members of staff agreed.
@Suite struct StaffTests {
    private static let amina = "+254712000001"

    @Test func nothingHappensBeforeTheApproval() async throws {
        let office = try Office()
        let request = try await office.request("freeze \(Self.amina)")
        #expect(request.id == 1 && request.state == .open)
        #expect(try office.village.pay("Amina", to: "Chui", 50_00, pin: "4821").outcome == "ok")
        let approval = try await office.approve(1)
        #expect(approval.request.state == .done && approval.request.decider == "kamau")
        #expect(approval.code == nil)
        #expect(try office.village.quote("Amina", to: "Chui", 50_00).reason == "account_blocked")
        #expect(try office.village.messages(to: "Amina").contains { $0.contains("frozen") })
    }

    @Test func frozenThenThawed() async throws {
        let office = try Office()
        try await office.done("freeze +254712000003")
        #expect(
            try office.village.quote("Amina", "withdraw", to: "Neema", 50_00).reason
                == "payee_blocked",
            "an agent's float is frozen too"
        )
        try await office.done("thaw +254712000003")
        #expect(try office.village.quote("Amina", "withdraw", to: "Neema", 50_00).outcome == "ok")
    }

    @Test func onlyAnEmptyWalletIsClosed() async throws {
        let office = try Office()
        let refusal = try await office.refusal { try await office.request("close \(Self.amina)") }
        #expect(refusal == .walletNotEmpty("KES 2,000.00"))
        try await office.done("close +254712000002")
        #expect(try office.village.quote("Amina", to: "Baraka", 50_00).reason == "payee_blocked")
        let again = try await office.refusal { try await office.request("thaw +254712000002") }
        #expect(again == .walletClosed)
    }

    @Test func anUnlockedWalletKeepsTheLengthOfItsNextLock() async throws {
        let office = try Office()
        let village = office.village
        for _ in 1...3 { _ = try village.pay("Amina", to: "Chui", 50_00, pin: "1111") }
        #expect(try village.pay("Amina", to: "Chui", 50_00, pin: "4821").outcome == "locked")
        try await office.done("unlock \(Self.amina)")
        for _ in 1...2 { _ = try village.pay("Amina", to: "Chui", 50_00, pin: "1111") }
        let locked = try village.pay("Amina", to: "Chui", 50_00, pin: "1111")
        let until = try Village.moment("2026-06-15T10:32")
        #expect(locked == ServiceResult("locked", until), "a day, not half an hour")
    }

    @Test func aResetPINIsACodeThatOnlyTheApproverSees() async throws {
        let office = try Office()
        let village = office.village
        let approval = try await office.done("reset-pin \(Self.amina)")
        let code = try #require(approval.code)
        let digits = code.exposedToItsChecker { $0 }
        #expect(digits.count == 6 && UInt64(digits) != nil)
        #expect(try village.call("Amina", "me").outcome == "pin_reset")
        let pins = [code, Secret("2580"), Secret("2580")].map { Value.secret($0) }
        #expect(try village.call("Amina", "change_pin", pins) == .ok())
        #expect(try village.pay("Amina", to: "Chui", 50_00, pin: "2580").outcome == "ok")
        let said = try office.log().joined() + village.messages(to: "Amina").joined()
        #expect(!said.contains(digits))
        var dumped = ""
        dump(approval, to: &dumped)
        #expect(!dumped.contains(digits) && !dumped.contains("712000001"))
    }

    @Test func aNewSIMPaysNothingForTwoDays() async throws {
        let office = try Office()
        try await office.done("change-sim \(Self.amina)")
        let refused = try office.village.quote("Amina", to: "Chui", 50_00)
        #expect(refused.reason == "sim_changed" && refused.field(5) == .text("16/06 10:32"))
    }

    @Test func aHigherLevelHoldsAndSendsMore() async throws {
        let office = try Office()
        let village = office.village
        #expect(try village.quote("Asha", to: "Chui", 9_500_00).reason == "payee_balance_limit")
        try await office.done("raise +254712000004 1")
        #expect(try village.quote("Asha", to: "Chui", 9_500_00).outcome == "ok")
        #expect(try village.call("Chui", "me").field(3) == .number(1))
        for level in [1, 0, 3] {
            let refusal = try await office.refusal {
                try await office.request("raise +254712000004 \(level)")
            }
            #expect(refusal == .levelNotHigher(level))
        }
    }

    @Test func aKeyIsRetiredWhenNothingIsUnderIt() async throws {
        let village = try Village([Villager("Amina", 254_712_000_001, pin: "4821", balance: 5_00)])
        let keys = try PINKeyring(Array(repeating: 7, count: 32))
            .adding(Array(repeating: 8, count: 32))
        let service = WalletService(
            store: village.store,
            tariff: village.service.tariff,
            verifier: PINVerifier(keys: keys, cost: .tests, worker: { $0() }, salts: { 3 })
        )
        var old = try Office(village, service: service)
        let inUse = try await old.refusal { try await old.request("retire-key 1") }
        var uses = try old.desk.keyUse()
        #expect(uses.map(\.wallets) == [1, 0] && uses.map(\.staff) == [4, 0])
        #expect(inUse == .keyInUse(uses[0]))
        let office = Office(
            village: village,
            desk: StaffDesk(
                service: service,
                roster: try StaffRoster(yaml: Office.yaml(service.verifier))
            )
        )
        old = office
        let pins = ["4821", "2580", "2580"].map { Value.secret(Secret($0)) }
        #expect(try village.call("Amina", "change_pin", pins, by: service) == .ok())
        #expect(
            try await office.refusal { try await office.request("retire-key 2") } == .keyIsNewest
        )
        try await office.done("retire-key 1")
        uses = try office.desk.keyUse()
        #expect(uses.map(\.isRetired) == [true, false] && uses.map(\.isNewest) == [false, true])
        let again = try await office.refusal { try await office.request("retire-key 1") }
        #expect(again == .unknownKey(1))
    }

    @Test func everyStepIsInTheChain() async throws {
        let office = try Office()
        try await office.request("freeze \(Self.amina)", by: "wanjiru", reason: "phone stolen")
        try await office.approve(1)
        try await office.request("raise \(Self.amina) 2", reason: "card shown")
        _ = try await office.desk.reject(
            2,
            reason: "the card is a copy",
            by: office.credential("kamau"),
            at: Village.morning
        )
        #expect(
            try office.log() == [
                "wanjiru request 1: freeze (+2547****001): phone stolen",
                "wanjiru with kamau approve 1: freeze (+2547****001): phone stolen",
                "otieno request 2: raise to level 2 (+2547****001): card shown",
                "otieno with kamau reject 2: raise to level 2 (+2547****001): the card is a copy",
            ]
        )
        #expect(try office.village.store.verify().isSound)
    }

    @Test func aReasonCannotForgeALine() async throws {
        let office = try Office()
        try await office.request("freeze \(Self.amina)", reason: "x\n9 otieno with kamau\u{1B}[2J")
        #expect(
            try office.log() == [
                "otieno request 1: freeze (+2547****001): x 9 otieno with kamau [2J"
            ]
        )
    }
}

extension Office {
    init(village: Village, desk: StaffDesk) {
        self.village = village
        self.desk = desk
    }
}
