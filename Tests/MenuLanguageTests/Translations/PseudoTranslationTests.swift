// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// The made-up language.
@Suite struct PseudoTranslationTests {
    @Test(arguments: [
        ("Send money", "<Séñd mööñééyé>"), ("Back", "<Båckö>"),
        ("{me.name}, hi", "<{me.name}, hìö>"),
        ("{{a}} {b}}}", "<{{å}} {b}}}>"), ("1 Pay\n2 Save\n", "<1 Påyö\n2 Såvéé\n>"), ("", "<>"),
        ("*789#", "<*789#>"), ("发送", "<发送ö>"),
    ])
    func lettersAreAccentedAndHolesStay(_ source: String, _ expected: String) {
        let text = PseudoTranslation.text(of: source)
        #expect(text == expected)
    }

    @Test func textsGrowAndStayInTheirAlphabet() {
        let sources = [
            "Welcome to the market of Mwanza. What would you like to buy today?",
            "You cannot send to yourself. Type another number, or 0 to go back.",
        ]
        for source in sources {
            let text = PseudoTranslation.text(of: source)
            let letters = source.count { $0.isLetter }
            let growth = Double(text.count - source.count - 2) / Double(letters)
            #expect((0.30...0.40).contains(growth), "\(text)")
            #expect(TextSize.measure(text).alphabet == .gsm7)
        }
    }

    @Test func everyTextIsTranslated() {
        let file = PseudoTranslation.file(
            of: MenuMessage.some,
            menu: "market",
            in: [MenuMessage.market]
        )
        let status = TranslationStatus(of: file, for: MenuMessage.some, language: "qps")
        #expect(status.percent == 100)
        let plural = file.entry("pin#wrong_pin")
        #expect(plural?.translations.map { $0.contains("{tries}") } == [true, true])
        #expect(plural?.translations[0] != plural?.translations[1])
        for (entry, message) in zip(file.entries, MenuMessage.some) {
            #expect(
                entry.translations[0].split(separator: "\n").count
                    == message.source.split(separator: "\n").count
            )
        }
        #expect(file.header["Language"] == "qps")
    }
}
