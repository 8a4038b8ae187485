// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// What is found in a file of translations, and where.
struct TranslationTests {
    static let menu = """
        menu m
            also sw

        dial *789# -> home

        flow home
            ask name: text 3 ... 9
                | Your name?
            ask days: number 1 ... 9
                | How many days?
            end
                | Hello {name} {{x}}.
                | {days} {days|day|days}.

        """

    private static let others = """
        msgctxt "#wrong"
        msgid "{typed} is not an answer here."
        msgstr "{typed} si jibu."

        msgctxt "#below"
        msgid "The least is {least}."
        msgstr "Chini ni {least}."

        msgctxt "#above"
        msgid "The most is {most}."
        msgstr "Juu ni {most}."

        msgctxt "home.name"
        msgid "Your name?"
        msgstr "Jina?"

        msgctxt "home.days"
        msgid "How many days?"
        msgstr "Siku ngapi?"

        msgctxt "home.end"
        msgid "Hello {name} {{x}}.\\n{days} day."
        msgid_plural "Hello {name} {{x}}.\\n{days} days."

        """

    /// Compiles with the forms of the ending, marked where something is wrong with them.
    private func check(
        _ forms: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let header = """
            msgid ""
            msgstr ""
            "Plural-Forms: nplurals=2; plural=(n != 1);\\n"


            """
        let marked = header + Self.others + forms + "\n"
        assertDiagnostics(marked, sourceLocation: sourceLocation) { file in
            let compilation = FindingTests.compile(files: [
                "main.menu": Self.menu, "main.sw.po": file.text,
            ])
            return compilation.diagnostics.map { diagnostic in
                let range = diagnostic.range
                return Diagnostic(
                    diagnostic.kind,
                    at: file.range(range.lower, range.upper)
                )
            }
        }
    }

    @Test func aTranslationOfAllHolesIsWell() {
        check("msgstr[0] \"{name}, siku moja {{x}}.\"\nmsgstr[1] \"Siku {days}, {name}.\"")
    }

    @Test func holesAreFoundWhereTheyAreInCutStringsToo() {
        check(
            """
            msgstr[0] ""
            "{{x}} \\"Habari\\" {name}\\n"
            "siku {⟦day⟧}"  ⟵ menu.translation-hole
            msgstr[1] "Siku {days}, {name}."
            """
        )
        check(
            """
            msgstr[0] "{⟦nmae⟧} {days} {{nmae}}"  ⟵ menu.translation-hole
            msgstr[1] ⟦"Siku {days}."⟧  ⟵ menu.translation-hole-missing
            """
        )
    }

    @Test func bracesAreFoundWhereTheyAre() {
        check(
            """
            msgstr[0] "{name} ⟦}⟧ "  ⟵ menu.translation-brace
            msgstr[1] "{name} {days} ⟦{⟧"  ⟵ menu.translation-brace
            """
        )
        check(
            """
            msgstr[0] "{name} ⟦{days|siku|siku}⟧"  ⟵ menu.translation-brace
            msgstr[1] "{name} ⟦{a b}⟧"  ⟵ menu.translation-brace
            """
        )
    }

    @Test func aCharacterThatForcesUCS2IsNamedInItsFile() throws {
        let text = "Karibu \\\"sana\\\" kwenye soko letu la kila siku, ndugu na dada wa Afrika!"
        let po = """
            msgctxt "home"
            msgid "Welcome."
            msgstr ""
            "\(text)\\n"
            "Tunafurahi kukuona tena ’leo’ hapa sokoni kwetu."

            """
        let compilation = FindingTests.compile(files: [
            "main.menu": """
            menu m
                also sw

            dial *789# -> home

            screen home
                | Welcome.
                end

            """,
            "main.sw.po": po,
        ])
        let finding = try #require(compilation.diagnostics.first)
        #expect(compilation.diagnostics.count == 1)
        #expect(finding.id == "menu.too-long-ucs2")
        #expect(finding.range.file == "main.sw.po")
        #expect(compilation.sources.text(in: finding.range) == "’")
        #expect(finding.kind.message.contains("`home` in `sw` needs"))
        #expect(finding.kind.message.contains("because `’` at line 5, column 26"))
        #expect(finding.kind.help?.contains("Write `'` in its place") == true)
        #expect(finding.fix?.replacement == "'")
    }

    @Test func aLongTranslationIsShownInItsFile() throws {
        let po = """
            msgctxt "home"
            msgid "Welcome."
            msgstr "\(String(repeating: "x", count: 183))"

            """
        let compilation = FindingTests.compile(files: [
            "main.menu": """
            menu m
                also sw

            dial *789# -> home

            screen home
                | Welcome.
                end

            """,
            "main.sw.po": po,
        ])
        let finding = try #require(compilation.diagnostics.first)
        #expect(finding.id == "menu.too-long")
        #expect(finding.range.file == "main.sw.po")
        #expect(compilation.measures?.languages == ["en", "sw"])
    }

    @Test func aTextOfManyFormsThatChangedIsStale() {
        let po = Self.others.replacing("{days} days.", with: "{days} nights.")
        let compilation = FindingTests.compile(files: [
            "main.menu": Self.menu,
            "main.sw.po": po + "msgstr[0] \"{name}\"\nmsgstr[1] \"{name}\"\n",
        ])
        #expect(compilation.diagnostics.map(\.id).contains("menu.translation-stale"))
    }

    @Test func anyBytesOfATranslationAreReadWithoutATrap() {
        var lottery = Lottery(seed: 7)
        let whole = Array((Market.sw + Market.zh).utf8)
        for _ in 0..<150 {
            var octets = whole
            for _ in 0..<Int.random(in: 1...6, using: &lottery) {
                let place = Int.random(in: 0..<octets.count, using: &lottery)
                switch Int.random(in: 0..<3, using: &lottery) {
                case 0: octets[place] = UInt8.random(in: 0...255, using: &lottery)
                case 1: octets.remove(at: place)
                default: octets.insert(UInt8(ascii: "{"), at: place)
                }
            }
            let text = String(decoding: octets, as: UTF8.self)
            let compilation = Market.compile(sw: text)
            let rendered = DiagnosticRenderer().render(
                compilation.diagnostics,
                in: compilation.sources
            )
            #expect(compilation.diagnostics.isEmpty == rendered.isEmpty)
            #expect(compilation.program == nil || !compilation.diagnostics.hasErrors)
        }
    }
}
