// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// Files that translators begin with.
@Suite struct TranslationExtractTests {
    @Test func aTemplateHasEveryTextAndNoTranslation() {
        let file = TranslationExtract.file(
            of: MenuMessage.some,
            menu: "market",
            language: nil,
            in: [MenuMessage.market]
        )
        #expect(
            POWriter.text(of: file) == """
                #, fuzzy
                msgid ""
                msgstr ""
                "Project-Id-Version: market\\n"
                "PO-Revision-Date: \\n"
                "Last-Translator: \\n"
                "Language-Team: \\n"
                "Language: \\n"
                "MIME-Version: 1.0\\n"
                "Content-Type: text/plain; charset=UTF-8\\n"
                "Content-Transfer-Encoding: 8bit\\n"
                "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

                #. Two lines.
                #: market.menu:3
                msgctxt "home"
                msgid ""
                "{me.name}, welcome to the market.\\n"
                "What do you sell?"
                msgstr ""

                #: market.menu:5
                msgctxt "home#1"
                msgid "Maize"
                msgstr ""

                #: market.menu:6
                msgctxt "home#2"
                msgid "Beans"
                msgstr ""

                #: market.menu:9
                msgctxt "maize#0"
                msgid "Back"
                msgstr ""

                #: market.menu:20
                msgctxt "pin#wrong_pin"
                msgid "{tries} try left"
                msgid_plural "{tries} tries left"
                msgstr[0] ""
                msgstr[1] ""

                """
        )
    }

    @Test(arguments: [("sw", "sw", 2), ("ar", "ar", 6), ("pt-BR", "pt_BR", 2), ("zh", "zh", 1)])
    func aLanguageHasItsPluralForms(_ language: String, _ field: String, _ forms: Int) {
        let file = TranslationExtract.file(
            of: MenuMessage.some,
            menu: "market",
            language: language,
            in: SourceSet()
        )
        #expect(file.header["Language"] == field)
        #expect(file.header.flags.isEmpty)
        #expect(file.entry("pin#wrong_pin")?.translations.count == forms)
        #expect(file.entry("home")?.references == ["market.menu"])
    }

    @Test(.enabled(if: GettextTool.isInstalled, "\(GettextTool.missing)"))
    func msgfmtTakesWhatIsMade() throws {
        let languages: [String?] = ["sw", "ar", "pt-BR", "ru", "zh", nil]
        for language in languages {
            var file = TranslationExtract.file(
                of: MenuMessage.some,
                menu: "market",
                language: language,
                in: [MenuMessage.market]
            )
            if language == nil { file.header["Plural-Forms"] = "nplurals=2; plural=n>1;" }
            let ended = try GettextTool.run(
                "msgfmt",
                ["--check", "--check-format", "-o", "/dev/null"],
                on: POWriter.text(of: file)
            )
            #expect(ended.status == 0, "\(ended.output)")
            // A template names no language, of which gettext reminds.
            #expect(ended.output.isEmpty || language == nil, "\(ended.output)")
        }
    }
}
