// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("A dialogue in several languages")
struct LanguageTests {
    /// The first lines of screens, one for each input.
    static func lines(_ inputs: String..., dial: String = "*5#", language: LanguageIndex = 0)
        -> [String]
    {
        var phone = phone(language)
        return ([phone.dial(dial)] + inputs.map { phone.type($0) }).map { screen in
            screen.split(separator: "\n").first.map(String.init) ?? ""
        }
    }

    static func phone(_ language: LanguageIndex = 0) -> WalletStub {
        let program = BilingualMenu.program
        var phone = WalletStub(program)
        phone.dialogue = Dialogue(program: program, language: language)
        return phone
    }

    @Test("begins in the language it is given, or in the menu's when there is no such")
    func begins() {
        #expect(Self.lines() == ["You have KES 2,000.00"])
        #expect(Self.lines(language: 1) == ["Vous avez 2 000,00 KES"])
        #expect(Self.lines(language: 3) == ["You have KES 2,000.00"])
        #expect(Dialogue(program: BilingualMenu.program, language: 200).language == 0)
        #expect(BilingualMenu.program.languages == ["en", "fr", "pt-BR"])
    }

    @Test("speaks another language from an arrow on, until another arrow")
    func switches() {
        var phone = Self.phone()
        _ = phone.dial("*5#")
        #expect(phone.dialogue.languageCode == "en")
        #expect(phone.type("1").hasPrefix("Vous avez"))
        #expect(phone.dialogue.languageCode == "fr")
        #expect(phone.type("4") == "Combien?")
        #expect(phone.type("0").hasPrefix("Vous avez"))
        #expect(phone.type("00").hasPrefix("Vous avez"))
        #expect(phone.type("2").hasPrefix("Welcome\nYou have"))
        #expect(phone.dialogue.language == 0)
        #expect(phone.type("7").hasPrefix("Vous avez"))
    }

    @Test("the line of an arrow that switches is in the language it switches to")
    func errorLine() {
        #expect(Self.lines("3") == ["You have KES 2,000.00", "Bienvenue"])
        #expect(Self.lines("3", "2") == ["You have KES 2,000.00", "Bienvenue", "Welcome"])
    }

    @Test("an arrow to a language that is not there changes nothing")
    func unknown() {
        #expect(Self.lines("8", language: 1).last == "Vous avez 2 000,00 KES")
    }

    @Test("a dialled string can choose, and home keeps what was chosen since")
    func dialled() {
        #expect(Self.lines("4", dial: "*5*2#") == ["Vous avez 2 000,00 KES", "Combien?"])
        #expect(
            Self.lines("2", "00", dial: "*5*2#").last == "You have KES 2,000.00"
        )
    }

    @Test("says what is wrong in its language, with amounts as it writes them")
    func wrong() {
        #expect(
            Self.lines("x", "4", "x", "0.5", "2000000", language: 1) == [
                "Vous avez 2 000,00 KES", "x n'est pas ici.", "Combien?",
                "x n'est pas une somme.", "0.5 est moins de 1,00 KES.",
                "2000000 est plus de 1 000 000,00 KES.",
            ]
        )
    }

    @Test("what is typed as money is read alike in every language, and never guessed")
    func typed() {
        for language in [0, 1] as [LanguageIndex] {
            for (typed, isTaken) in [
                ("1500", true), ("1500.5", true), ("1,500", true), ("1,5", false),
                ("1.500", false), ("1 500", false), ("1500,50", false), ("1.500,00", false),
            ] {
                let last = Self.lines("4", typed, language: language).last ?? ""
                #expect(last.hasSuffix("KES") || last.hasPrefix("You have") ? isTaken : !isTaken)
            }
        }
    }

    @Test(
        "a line by a number has the form of it, and the last form for what is none",
        arguments: [
            ("60", "Pay\n0 tries left\nBack\n-- end", "Payer\nEncore 0 essai\nRetour\n-- end"),
            ("61", "Pay\n1 try left\nBack\n-- end", "Payer\nEncore 1 essai\nRetour\n-- end"),
            ("62", "Pay\n-2 tries left\nBack\n-- end", "Payer\nEncore -2 essais\nRetour\n-- end"),
            (
                "63", "Pay\nMany tries left\nBack\n-- end",
                "Payer\nEncore Many essais\nRetour\n-- end"
            ),
        ]
    )
    func byNumber(key: String, english: String, french: String) throws {
        for (language, text) in [(0, english), (1, french)] as [(LanguageIndex, String)] {
            var phone = Self.phone(language)
            _ = phone.dial("*5#")
            let effect = phone.turn(.input(key))
            #expect(WalletStub.text(effect) == text)
            guard case .end(let screen) = effect else { continue }
            #expect(screen.size == TextSize.measure(screen.text))
        }
    }

    @Test("the pages of a list have its options, its key for more and its amounts")
    func pages() {
        var phone = Self.phone(1)
        phone.payments = (1...30).map { .record([.text("Baraka"), .amount($0 * 100_000)]) }
        _ = phone.dial("*5#")
        let page = phone.type("5").split(separator: "\n")
        #expect(page.first == "Baraka 1 000,00 KES")
        #expect(page.suffix(2) == ["9 Retour", "98 Suite"])
        #expect(phone.type("98").contains("Suite"))
    }

    @Test("a state that a language lacks is shown in the language of the menu")
    func missing() {
        #expect(
            Self.lines("4", language: 2) == ["Vous avez KES 2.000,00", "How much?"]
        )
    }

    @Test(
        "a code is served by itself, by its language, or by another country's",
        arguments: [
            ("fr", 1), ("FR", 1), ("fr-CD", 1), ("fr_CD", 1), ("pt-BR", 2), ("pt", 2),
            ("pt-PT", 2), ("en-KE", 0), ("sw", nil), ("f", nil), ("", nil),
        ] as [(String, LanguageIndex?)]
    )
    func index(code: String, index: LanguageIndex?) {
        #expect(BilingualMenu.program.languageIndex(of: code) == index)
    }
}
