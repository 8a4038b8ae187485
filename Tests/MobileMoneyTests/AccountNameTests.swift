// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger
import Testing

@testable import MobileMoney

/// What accounts are called in the books.
@Suite struct AccountNameTests {
    @Test func everyAccountHasItsOwnNameAndNoNumberInFull() throws {
        let twins = [
            Villager("Amina", 254_712_000_001, pin: nil, balance: 1_00),
            Villager("Twin", 254_712_999_001, pin: nil, balance: 2_00),
            Villager(
                "Neema",
                254_712_000_003,
                pin: nil,
                balance: 0,
                agent: AgentOpening(till: "4021", businessName: "SHOP", float: 5_00)
            ),
        ]
        let village = try Village(twins)
        let names = AccountNames(store: village.store)
        let all = village.store.accounts().map { names.name(of: $0.id) }
        #expect(
            all.sorted() == [
                "assets:cash", "expenses:commission", "expenses:interest", "income:fees",
                "liabilities:dormant", "liabilities:floats:4021", "liabilities:tax",
                "liabilities:wallets:+2547****001", "liabilities:wallets:+2547****001#2",
                "liabilities:wallets:+2547****003",
            ]
        )
        for account in village.store.accounts() {
            #expect(names.account(named: names.name(of: account.id)) == account.id)
        }
        let amina = try village.number("Amina")
        #expect(names.account(named: "+254712000001") == village.service.account(of: amina))
        #expect(names.account(named: "254712000001") == village.service.account(of: amina))
        #expect(names.account(named: "floats:4021") != nil)
        #expect(names.account(named: "+254712000009") == nil)
        let full = AccountNames(store: village.store, showsNumbers: true)
        #expect(
            full.name(of: try #require(village.service.account(of: amina)))
                == "liabilities:wallets:+254712000001"
        )
    }

    @Test func movementsAreNamed() {
        let words = [1, 2, 3, 4, 5, 6, 20, 24, 77].map {
            AccountNames.purpose(of: TransferCode($0))
        }
        #expect(
            words == [
                "opening", "send", "withdraw", "deposit", "fee", "commission", "interest",
                "disbursement", "code-77",
            ]
        )
    }
}
