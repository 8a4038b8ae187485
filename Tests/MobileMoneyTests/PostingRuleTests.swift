// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Ledger
import Testing

@testable import MobileMoney

/// Which rules a tariff has, and which of them rows of the ledger followed.
@Suite struct PostingRuleTests {
    private func names(_ rules: some Sequence<PostingRule>) -> [String] {
        rules.map { "\($0.operation) \($0.posting)" }
    }

    @Test func aTariffHasARuleForEachPosting() throws {
        #expect(
            names(try SmallTariff.tariff("").postingRules) == [
                "send amount", "send fee", "withdraw amount", "deposit amount",
            ]
        )
        let rich = try SmallTariff.tariff(
            """
            send:
              least: 1
              most: 1000
              pays: split
              sender_share: 40%
              fee_tax: {rate: 10%, how: inside}
              amount_tax: {rate: 1%, how: on_top}
              fees:
                - {from: 1, to: 1000, fee: 10}
            withdraw:
              least: 50
              most: 1000
              commission:
                - {from: 50, to: 1000, fee: 2}
            """
        )
        #expect(
            names(rich.postingRules) == [
                "send amount", "send fee", "send tax inside the fee", "send tax",
                "send fee of the receiver", "send tax inside the fee of the receiver",
                "withdraw amount", "withdraw commission", "deposit amount",
            ]
        )
    }

    @Test func rowsFollowRulesThatTheTariffHas() throws {
        let village = try Village()
        #expect(try village.pay("Amina", to: "Baraka", 500_00, pin: "4821").outcome == "ok")
        #expect(try village.pay("Amina", to: "Baraka", 100_00, pin: "4821").outcome == "ok")
        let rows = try village.store.transfers(since: TransferID(0), limit: 100)
        let followed = PostingRule.followed(by: rows)
        let sent = followed.filter { $0.key.operation == "send" }
        #expect(
            sent == [
                PostingRule(operation: "send", posting: "amount"): 2,
                PostingRule(operation: "send", posting: "fee"): 1,
            ]
        )
        #expect(Set(followed.keys).isSubset(of: try Kenya.tariff().postingRules))
    }
}
