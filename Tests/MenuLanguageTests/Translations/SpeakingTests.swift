// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// What a phone shows of a menu in several languages.
struct SpeakingTests {
    private static func program() throws -> MenuProgram {
        let compilation = Market.compile()
        let found = DiagnosticRenderer().render(compilation.diagnostics, in: compilation.sources)
        return try #require(compilation.program, "\(found)")
    }

    @Test func theProgramKnowsItsLanguages() throws {
        let program = try Self.program()
        #expect(program.languages == ["en", "sw", "zh"])
        #expect(program.also.map(\.moreLabel) == ["Zaidi", "More"])
        #expect(program.also.allSatisfy { $0.states.map(\.name) == program.states.map(\.name) })
    }

    @Test func anArrowGoesOnInItsLanguage() throws {
        var phone = Phone(try Self.program(), service: Wallet.answer)
        try phone.dial("*789#")
        #expect(phone.screen.hasPrefix("You have KES 2,000.00\n1 Days left"))
        try phone.type("3")
        #expect(
            phone.screen == """
                Salio lako:
                KES 2,000.00
                1 Siku
                2 Malipo
                3 Kiswahili
                4 Zhongwen
                """
        )
        try phone.type("4")
        #expect(phone.screen.hasPrefix("余额 KES 2,000.00\n1 天数"))
        #expect(phone.size.alphabet == .ucs2)
    }

    @Test func aRouteGoesOnInItsLanguage() throws {
        var phone = Phone(try Self.program(), service: Wallet.answer)
        try phone.dial("*789*2#")
        #expect(phone.screen.hasPrefix("Salio lako"))
        phone = Phone(try Self.program(), service: Wallet.answer)
        try phone.send("HABARI")
        #expect(phone.screen == "Siku ngapi?")
    }

    @Test(arguments: [
        ("1", "1", "1 day is left.\nBye."), ("1", "3", "3 days are left.\nBye."),
        ("2", "1", "Imebaki siku moja."), ("2", "3", "Zimebaki siku 3."),
    ])
    func wordsFollowTheNumber(_ way: String, _ days: String, _ shown: String) throws {
        var phone = Phone(try Self.program(), service: Wallet.answer)
        try phone.dial(way == "1" ? "*789#" : "*789*2#")
        try phone.type("1", days)
        #expect(phone.screen == shown)
        #expect(phone.isOver)
    }

    @Test func aLanguageWithOneFormShowsIt() throws {
        var phone = Phone(try Self.program(), service: Wallet.answer)
        try phone.dial("*789#")
        try phone.type("4", "1", "7")
        #expect(phone.screen == "还有7天。")
    }

    @Test func anErrorLineSpeaksTheLanguageOfItsArrow() throws {
        var phone = Phone(try Self.program()) { call in
            call.operation == "last" ? ServiceResult("none") : Wallet.answer(call)
        }
        try phone.dial("*789#")
        try phone.type("2")
        #expect(phone.screen.hasPrefix("没有付款。\n余额"))
    }

    @Test func whatIsNotTranslatedIsShownAsItIsWritten() throws {
        var phone = Phone(try Self.program(), service: Wallet.answer)
        try phone.dial("*789*2#")
        try phone.type("9")
        #expect(phone.screen.hasPrefix("9 si jibu hapa.\nSalio"))
        try phone.type("2")
        #expect(phone.screen.hasPrefix("Your payments\n1 KES 100.00 To BARAKA 1"))
        #expect(phone.screen.hasSuffix("98 Zaidi"))
    }

    @Test func aTranslationBelongsToTheVersion() throws {
        let first = try Self.program().version
        let other = Market.compile(sw: Market.sw.replacing("Siku ngapi?", with: "Siku?"))
        #expect(try #require(other.program).version != first)
    }

    @Test func everyScreenIsProvedInEveryLanguage() throws {
        let proof = try #require(Market.compile().proof)
        #expect(proof.languages == ["en", "sw", "zh"])
        #expect(proof.screens == 6)
        #expect(proof.largest.count == 18)
        let home = Dictionary(
            proof.largest.filter { $0.name == "home" }.map { ($0.language, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(home["en"]?.alphabet == .gsm7)
        #expect(home["sw"]?.alphabet == .gsm7)
        #expect(home["zh"]?.alphabet == .ucs2)
        let end = proof.largest.filter { $0.name == "count.end" }
        let sizes = Dictionary(
            end.map { ($0.language, "\($0.alphabet) \($0.units) of \($0.limit)") },
            uniquingKeysWith: { first, _ in first }
        )
        // A number of one digit and " days are left.", a line feed, "Bye.".
        #expect(sizes["en"] == "gsm7 21 of 182")
        #expect(sizes["sw"] == "gsm7 18 of 182")
        #expect(sizes["zh"] == "ucs2 5 of 80")
    }
}
