// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// No screen is larger than its proof says, whatever language it is in.
struct LanguageProofTests {
    /// The market, with an error line that is carried into another language on the way.
    private static func compile() -> MenuCompilation {
        Market.compile(
            menu: Market.menu.replacing(
                "none  -> home in zh  | No payments.",
                with: "none  -> lost  | No payments."
            ) + "\nflow lost\n    -> home in sw\n"
        )
    }

    @Test(arguments: 0..<40)
    func noScreenIsLargerThanProved(_ seed: Int) throws {
        let compilation = Self.compile()
        let found = DiagnosticRenderer().render(compilation.diagnostics, in: compilation.sources)
        let program = try #require(compilation.program, "\(found)")
        let proofs = try #require(compilation.proof).largest
        let largest = Dictionary(
            uniqueKeysWithValues: proofs.map { ("\($0.name) \($0.language)", $0) }
        )
        var dice = Dice(seed: UInt64(seed) &* 7_919 &+ 3)
        var languages: Set<String> = []
        for _ in 0..<12 {
            let values = dice.next()
            var phone = Phone(program) { call in
                var dice = Dice(seed: values ^ UInt64(call.operation.utf8.count))
                return ProofHoldsTests.answer(call, &dice)
            }
            try phone.dial(dice.pick(["*789#", "*789*2#"]))
            for _ in 0..<30 where !phone.isOver {
                let language = phone.dialogue.languageCode
                languages.insert(language)
                let screen = try #require(largest["\(phone.state) \(language)"])
                #expect(program.profile.fits(phone.size))
                if phone.size.alphabet == screen.alphabet {
                    #expect(phone.size.units <= screen.units, "\(phone.screen)")
                }
                try phone.type(dice.pick(ProofHoldsTests.inputs + ["1", "2", "2", "3", "4"]))
            }
        }
        #expect(languages.count > 1)
    }

    @Test func anErrorLineIsMeasuredInTheLanguageItWasWrittenIn() throws {
        let home = try #require(
            Self.compile().proof?.largest.first { $0.name == "home" && $0.language == "sw" }
        )
        // The Chinese line of the call stands above the Swahili screen.
        #expect(home.alphabet == .ucs2)
        #expect(
            home.units == "没有付款。\nSalio lako:\n1 Siku\n2 Malipo\n3 Kiswahili\n4 Zhongwen".count + 17
        )
    }

    @Test func amountsAreMeasuredAsTheLanguageWritesThem() throws {
        let menu = """
            menu m
                also fr, de

            dial *789# -> home

            flow home
                ask amount: money 1.00 ... 5000.00
                    | How much?
                end
                    | {amount}

            """
        let other = """
            msgctxt "home.end"
            msgid "{amount}"
            msgstr "{amount} "

            """
        let compilation = FindingTests.compile(files: [
            "main.menu": menu, "main.fr.po": other, "main.de.po": other,
        ])
        let program = try #require(compilation.program)
        let style = NumberStyle.of(language: "fr")
        #expect(program.also.map(\.numbers) == [style, NumberStyle.of(language: "de")])
        let end = try #require(
            compilation.proof?.largest.first { $0.name == "home.end" && $0.language == "fr" }
        )
        #expect(end.units == program.amountFormat.longestSeptets(in: style) + 1)
        #expect(
            compilation.diagnostics.map(\.id)
                == Array(
                    repeating: "menu.translation-incomplete",
                    count: 2
                )
        )
    }
}
