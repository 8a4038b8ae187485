// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Opening wallets from the phone and before anybody dials.
@Suite struct RegistrationTests {
    private func arguments(_ name: String, _ pin: String, _ again: String) -> [Value] {
        [.text(name), .secret(Secret(pin)), .secret(Secret(again))]
    }

    @Test func aStrangerBecomesACustomerOfTheLowestLevel() throws {
        let village = try Village()
        #expect(try village.call("nobody", "me").outcome == "unregistered")
        let key = village.newKey()
        let given = arguments("Wanjikũ wa Ngũgĩ", "2580", "2580")
        let result = try village.call("nobody", "register", given, key: key)
        #expect(
            result
                == .ok(
                    .record([
                        .text("Wanjiku wa Ngugi"), .amount(0), .amount(0), .number(0),
                        .flag(false), .text(""), .text(""), .amount(0),
                    ])
                )
        )
        #expect(try village.call("nobody", "me").value == result.value)
        let restarted = Village.service(on: village.store, tariff: village.service.tariff)
        #expect(
            try village.call("nobody", "register", given, key: key, by: restarted) == result
        )
        #expect(
            try village.call("nobody", "register", given).outcome == "already_registered"
        )
        #expect(try village.pay("Amina", to: "nobody", 500_00, pin: "4821").outcome == "ok")
        #expect(try village.pay("nobody", to: "Amina", 100_00, pin: "2580").outcome == "ok")
    }

    @Test(arguments: [
        ("2580", "2581", "pins_differ"), ("1234", "1234", "weak_pin"),
        ("9999", "9999", "weak_pin"), ("258", "258", "weak_pin"), ("6666", "6667", "pins_differ"),
    ])
    func aBadPINOpensNothing(pin: String, again: String, outcome: String) throws {
        let village = try Village()
        let before = village.store.accounts().count
        let given = arguments("Wanjiku", pin, again)
        #expect(try village.call("nobody", "register", given).outcome == outcome)
        #expect(village.store.accounts().count == before)
    }

    @Test func theWalletThatCameFirstStays() throws {
        let village = try Village()
        village.store.fail([.changeRecordFirst])
        let given = arguments("Wanjiku", "2580", "2580")
        #expect(try village.call("nobody", "register", given).outcome == "already_registered")
        village.store.fail([.refuse(.full)])
        #expect(try village.call("nobody", "register", given) == .unavailable)
        #expect(try village.call("nobody", "register", given).outcome == "ok")
    }

    @Test func settingUpTwiceChangesNothing() throws {
        let village = try Village()
        let accounts = village.store.accounts()
        #expect(try village.pay("Amina", to: "Baraka", 500_00, pin: "4821").outcome == "ok")
        let opening = WalletOpening(
            name: "Other",
            msisdn: try village.number("Amina"),
            pin: Secret("1111"),
            openingBalance: 5_00
        )
        let outcome = Box<Result<Void, ProvisioningError>>()
        village.service.provision([opening], at: Village.morning.adding(seconds: 9)) {
            outcome.put($0)
        }
        #expect(throws: Never.self) { try outcome.value?.get() }
        #expect(try village.balance("Amina") == 1_493_00)
        #expect(village.store.accounts().count == accounts.count)
    }

    /// A ledger of before there were taxes gets the account that it lacks, once.
    @Test func olderBooksGetTheAccountForTaxes() throws {
        let store = FaultyStore()
        let service = Village.service(on: store, tariff: try Kenya.tariff())
        let older = LedgerCommand(
            key: ServiceKey(high: 0, low: 0).ledgerKey("books"),
            at: Timestamp(Village.morning),
            openings: ChartOfAccounts.operatorOpenings(.kes).filter { $0.id != ChartOfAccounts.tax }
        )
        store.inner.commit(older) { _ in }
        for _ in 1...2 {
            let outcome = Box<Result<Void, ProvisioningError>>()
            service.openBooks(at: Village.morning) { outcome.put($0) }
            #expect(throws: Never.self) { try outcome.value?.get() }
            #expect(store.account(ChartOfAccounts.tax)?.kind == .liability)
            #expect(store.accounts().count == 6)
        }
        #expect(service.accountName(ChartOfAccounts.tax) == "liability:tax")
    }

    @Test func settingUpSaysWhatIsWrong() throws {
        let village = try Village()
        let foreign = try #require(MSISDN(e164: "+233241234567"))
        let new = try #require(MSISDN(e164: "+254712000009"))
        let rows: [(WalletOpening, ProvisioningError)] = [
            (WalletOpening(name: "A", msisdn: foreign), .foreignNumber(foreign)),
            (WalletOpening(name: "A", msisdn: new, level: 7), .unknownLevel(7)),
            (
                WalletOpening(name: "A", msisdn: new, openingBalance: 100_000_01),
                .balanceOutOfRange(new)
            ),
            (WalletOpening(name: "A", msisdn: new, openingBalance: -1), .balanceOutOfRange(new)),
            (
                WalletOpening(
                    name: "A",
                    msisdn: new,
                    agent: AgentOpening(till: "4021", businessName: "X", float: -1)
                ),
                .balanceOutOfRange(new)
            ),
            (
                WalletOpening(
                    name: "A",
                    msisdn: new,
                    agent: AgentOpening(till: "0421", businessName: "X")
                ),
                .badTill("0421")
            ),
            (
                WalletOpening(
                    name: "A",
                    msisdn: new,
                    agent: AgentOpening(till: "4021", businessName: "X")
                ),
                .tillTaken("4021")
            ),
        ]
        for (opening, expected) in rows {
            let outcome = Box<Result<Void, ProvisioningError>>()
            village.service.provision([opening], at: Village.morning) { outcome.put($0) }
            #expect(throws: expected) { try outcome.value?.get() }
            #expect(!expected.description.contains("254712000009"))
        }
        #expect(village.service.account(of: new) == nil)
        village.store.fail([.refuse(.readOnly)])
        let outcome = Box<Result<Void, ProvisioningError>>()
        village.service.provision(
            [WalletOpening(name: "A", msisdn: new)],
            at: Village.morning
        ) { outcome.put($0) }
        #expect(throws: ProvisioningError.ledger(LedgerStoreError.readOnly.description)) {
            try outcome.value?.get()
        }
    }

    @Test func accountsHaveNamesForJournals() throws {
        let village = try Village()
        let neema = try village.number("Neema")
        let main = try #require(village.service.account(of: neema))
        let float = try #require(village.service.agentAccount(of: neema))
        #expect(village.service.accountName(main) == "wallet:+2547****003")
        #expect(village.service.accountName(float) == "float:4021")
        #expect(village.service.agentAccount(of: try village.number("Amina")) == nil)
        #expect(village.service.account(of: try village.number("nobody")) == nil)
        #expect(
            village.store.accounts().prefix(3).map { village.service.accountName($0.id) }
                == ["asset:cash", "income:fees", "expense:commission"]
        )
        #expect(village.store.accounts().reduce(0) { $0 + $1.balance } == 0)
    }
}
