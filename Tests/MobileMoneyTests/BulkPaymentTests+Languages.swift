// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// That whoever is paid reads it in her language.
extension BulkPaymentTests {
    @Test(arguments: [
        ("sw", "Umepokea KES 10.00 kutoka RELIEF"), ("fr", "RELIEF vous a envoyé 10,00 KES"),
        ("es", "Recibe 10,00 KES de RELIEF"), ("so", "You received KES 10.00 from RELIEF"),
    ])
    func whoIsPaidReadsItInHerLanguage(code: String, words: String) async throws {
        let village = try await village()
        let number = try village.number("Baraka")
        village.service.keep(language: code, of: number, at: Village.morning)
        let payments = try await prepared(try lines("0712000002,10,a\n"), village)
        _ = try await pay(payments)
        let text = try #require(try village.messages(to: "Baraka").first)
        #expect(text.contains(words), "\(text)")
        #expect(!text.contains("{"))
    }

    @Test(arguments: MessageTemplates.languages)
    func everyMessageOfHoldsAndProgrammesFitsOnePart(code: String) {
        let templates = ScheduleTemplates.of(language: code).templates
        let longest = [
            "id": "6BK7M9XB4T", "sum": "KES 99,999,999.99", "balance": "99,999,999.99",
            "who": String(repeating: "M", count: 20), "when": "10/02 09:00",
        ]
        for template in [templates.released, templates.paidOut, templates.disbursed] {
            let size = TextSize.measure(ScheduleTemplates.filled(template, longest))
            #expect(size.alphabet == .gsm7 && size.units <= 160, "\(size.units): \(template)")
        }
    }
}
