// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import Synchronization
import Testing

@testable import MobileMoney

/// The language of a subscriber is known at once and for ever.
@Suite struct LanguageTests {
    @Test func isKeptForWhoHasAWalletAndForWhoHasNone() throws {
        let village = try Village()
        let amina = try village.number("Amina")
        let stranger = try village.number("nobody")
        #expect(village.service.language(of: amina) == nil)
        village.service.keep(language: "sw", of: amina, at: Village.morning)
        village.service.keep(language: "pt-BR", of: stranger, at: Village.morning)
        #expect(village.service.language(of: amina) == "sw")
        #expect(village.service.language(of: stranger) == "pt-BR")
        #expect(try village.service.language(of: village.number("Baraka")) == nil)
    }

    @Test func survivesARestartHoweverOftenItChangedInOneMoment() throws {
        let village = try Village()
        let amina = try village.number("Amina")
        for code in ["sw", "en", "sw", "fr", "en", "sw"] {
            village.service.keep(language: code, of: amina, at: Village.morning)
        }
        let restarted = Village.service(on: village.store, tariff: try Kenya.tariff())
        #expect(restarted.language(of: amina) == "sw")
        #expect(restarted.language(of: try village.number("Neema")) == nil)
        restarted.keep(language: "fr", of: amina, at: Village.morning)
        #expect(village.service.language(of: amina) == "fr")
        #expect(village.service.memory.withLock(\.languages).isEmpty)
    }

    @Test func sameLanguageAgainIsNotWrittenAgain() throws {
        let village = try Village()
        let amina = try village.number("Amina")
        village.service.keep(language: "sw", of: amina, at: Village.morning)
        let commits = village.store.commitCount
        village.service.keep(language: "sw", of: amina, at: Village.morning)
        #expect(village.store.commitCount == commits)
    }

    @Test(arguments: [
        FaultyStore.Fault.refuse(.tooBusy), .loseAnswer(.tooBusy), .changeRecordFirst,
    ])
    func holdsUntilARestartWhenTheLedgerFails(_ fault: FaultyStore.Fault) throws {
        let village = try Village()
        let amina = try village.number("Amina")
        village.store.fail([fault])
        village.service.keep(language: "sw", of: amina, at: Village.morning)
        #expect(village.service.language(of: amina) == "sw")
        village.service.keep(language: "en", of: amina, at: Village.morning)
        let restarted = Village.service(on: village.store, tariff: try Kenya.tariff())
        #expect(restarted.language(of: amina) == "en")
        #expect(village.service.language(of: amina) == "en")
    }

    @Test func isTriedAgainAfterTheLedgerFailed() throws {
        let village = try Village()
        let amina = try village.number("Amina")
        village.store.fail([.refuse(.tooBusy)])
        village.service.keep(language: "sw", of: amina, at: Village.morning)
        village.service.keep(language: "sw", of: amina, at: Village.morning)
        let restarted = Village.service(on: village.store, tariff: try Kenya.tariff())
        #expect(restarted.language(of: amina) == "sw")
        #expect(village.service.memory.withLock(\.languages).isEmpty)
    }

    @Test(arguments: ["", String(repeating: "x", count: 36)])
    func codeThatIsNoneOrTooLongIsNotKept(_ code: String) throws {
        let village = try Village()
        let amina = try village.number("Amina")
        village.service.keep(language: code, of: amina, at: Village.morning)
        #expect(village.service.language(of: amina) == nil)
    }
}
