// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// Words for a number as an author writes them.
struct PluralTests {
    private func compile(_ text: String, language: String = "en") -> MenuCompilation {
        FindingTests.compile(
            """
            menu m
                text \(language)

            dial *789# -> home

            flow home
                ask tries: number 1 ... 9
                    | How many?
                end
                    | \(text)

            """
        )
    }

    @Test(arguments: [
        ("{tries} {tries|try|tries}", "en", 2), ("item{tries||s}", "en", 2),
        ("{tries} {tries|次}", "zh", 1), ("{tries|plik|pliki|plików}", "pl", 3),
    ])
    func asManyFormsAsTheLanguageHas(_ text: String, _ language: String, _ forms: Int) throws {
        let program = try #require(compile(text, language: language).program)
        let end = try #require(program.states.last)
        guard case .end(let body) = end.kind, case .byNumber(_, _, let made) = body.parts.first
        else { return #expect(Bool(false), "no forms") }
        #expect(made.count == forms)
        #expect(program.languages == [language])
    }

    @Test func theLongestFormIsMeasured() throws {
        let proof = try #require(compile("{tries} {tries|try|attempts}.").proof)
        let end = try #require(proof.largest.first { $0.name == "home.end" })
        #expect(end.units == "9 attempts.".count)
    }

    @Test(arguments: ["{tries|}", "{|a|b}", "{tries |a|b}", "{tries|a|b"])
    func otherHolesAreNone(_ text: String) {
        #expect(compile(text).program == nil)
    }

    @Test func theFormatterKeepsThem() throws {
        let text = """
            menu m
                text  en
                also  sw, pt-BR

            dial *789#  -> home in pt-BR

            screen home
                | Hello   {a|x  y|z}
                1   Go   on -> home   in   pt-BR   when a > 0
                2  Kiswahili  ->  home(a)  in  sw

            """
        let file = SourceFile(path: "m.menu", text: text)
        let laid = MenuFormatter.format(file).text
        #expect(laid.contains("| Hello   {a|x  y|z}"))
        #expect(laid.contains("also  sw, pt-BR"))
        #expect(laid.contains("-> home in pt-BR"))
        #expect(laid.contains("-> home(a) in sw"))
        #expect(!laid.contains("pt - BR"))
    }
}
