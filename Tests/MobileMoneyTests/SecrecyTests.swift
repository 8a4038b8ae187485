// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Neither a PIN nor a full number is printed by anything the service makes or keeps.
@Suite struct SecrecyTests {
    private func printed(_ value: some Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }

    @Test func nothingPrintsAPINOrANumber() throws {
        let village = try Village()
        let number = try village.number("Amina")
        let wallet = try #require(try village.service.book.wallet(of: number))
        let payee = try #require(
            try village.service.book.wallet(of: village.number("Baraka"))
        )
        let opening = WalletOpening(name: "Amina", msisdn: number, pin: Secret("4821"))
        let payment = Payment(
            kind: .send,
            amount: 500_00,
            cost: Cost(),
            payer: wallet,
            payee: payee,
            activity: Activity(wallet: wallet.id),
            income: Income(wallet: payee.id)
        )
        let command = try payment.command(
            key: village.newKey(),
            attempt: 0,
            at: Village.morning.milliseconds,
            tariff: village.service.tariff,
            language: { _ in nil }
        )
        let quote = Quote(kind: .send, amount: 500_00, cost: Cost(), name: "Amina", number: number)
        let party = try #require(MessageTexts.Party(wallet) { _ in "sw" })
        for text in [
            printed(wallet), printed(wallet.body), printed(opening), printed(payment),
            printed(command.records), printed(quote), printed(party), printed(village.service),
            printed(wallet.body.pin as Any), printed(quote.value),
        ] {
            for secret in ["4821", "254712000001", "712000001", "digest", "254712000002"] {
                #expect(!text.contains(secret), "\(secret) in \(text)")
            }
        }
    }

    @Test func noDocumentHoldsAPINInTheClear() throws {
        let village = try Village()
        let records = RecordKind.allCases.flatMap { village.store.records(kind: $0.rawValue) }
        #expect(records.count == 16)
        for record in records {
            let text = String(decoding: record.body, as: UTF8.self)
            for villager in Villager.all {
                if let pin = villager.pin { #expect(!text.contains("\"\(pin)\"")) }
            }
        }
    }
}
