// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// A menu of two languages under a cursor.
struct LanguageEditingTests {
    static let menu = """
        menu main
            text      en
            also      sw
            services  money
            me        money.me
            otherwise
                unavailable   -> bye
                unsure        -> bye
                unregistered  -> bye

        dial *789#    -> home
        dial *789*2#  -> home in sw
        sms  HABARI   -> home in sw

        screen home
            | You have {me.balance}
            1  Bye        -> bye
            2  Kiswahili  -> home in sw

        screen bye
            | Bye.
            end

        """

    static let sw = """
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

        msgctxt "#wrong"
        msgid "{typed} is not an answer here."
        msgstr "{typed} si jibu hapa."

        msgctxt "home"
        msgid "You have {me.balance}"
        msgstr "Salio lako: {me.balance}"

        msgctxt "home#1"
        msgid "Bye"
        msgstr "Kwaheri"

        msgctxt "home#2"
        msgid "Kiswahili"
        msgstr "Kiswahili"

        msgctxt "bye"
        msgid "Bye."
        msgstr "Kwaheri."

        """

    static func desk(_ line: String, for old: String? = nil) throws -> Desk {
        let old = old ?? line.replacing(Desk.cursor, with: "")
        let place = try #require(menu.firstRange(of: old), "no line has `\(old)`")
        return try Desk(
            marked: menu.replacingCharacters(in: place, with: line),
            in: ["main.sw.po": sw]
        )
    }

    @Test func hoverDrawsTheScreenInEveryLanguage() throws {
        let desk = try Self.desk("screen ho‸me")
        let proofs = try #require(desk.analysis.compilation.proof).largest
        let english = try #require(proofs.first { $0.name == "home" && $0.language == "en" })
        let swahili = try #require(proofs.first { $0.name == "home" && $0.language == "sw" })
        #expect(english.units != swahili.units)
        let page = """
            `screen home`

            ```text
            ┌──────────────────────────────────┐
            │ You have KES 9,999,999.99        │
            │ 1 Bye                            │
            │ 2 Kiswahili                      │
            └──────────────────────────────────┘
            ```
            - en: at most \(english.units) of 182 septets, the longest error line above it included

            ```text
            ┌──────────────────────────────────┐
            │ Salio lako: KES 9,999,999.99     │
            │ 1 Kwaheri                        │
            │ 2 Kiswahili                      │
            └──────────────────────────────────┘
            ```
            - sw: at most \(swahili.units) of 182 septets, the longest error line above it included

            """
        let hover = desk.hover ?? "nothing"
        #expect(hover == page, "\(hover)")
    }

    @Test func withoutItsTextsALanguageIsNotDrawn() throws {
        let hover = try Desk(marked: Self.menu.replacing("screen home", with: "screen ho‸me")).hover
        #expect(hover?.contains("You have") == true)
        #expect(hover?.contains("Salio") == false)
    }

    static let told: [(line: String, start: String)] = [
        ("also      s‸w", "`sw` (Swahili): its texts are in `main.sw.po`."),
        ("text      e‸n", "`en` (English): a language of this menu."),
        ("*789*2#  -> home in s‸w", "`sw` (Swahili): its texts are in `main.sw.po`."),
    ]

    @Test(arguments: told)
    func aLanguageIsTold(_ line: String, _ start: String) throws {
        let hover = try Self.desk(line).hover ?? "nothing"
        #expect(hover.hasPrefix(start), "\(hover)")
    }

    @Test func aLanguageIsFoundWhereverItIsWritten() throws {
        let desk = try Self.desk("2  Kiswahili  -> home in s‸w")
        #expect(desk.uses == ["main.menu:3", "main.menu:12", "main.menu:13", "main.menu:18"])
        let found = try #require(desk.analysis.occurrence(at: desk.offset, in: "main.menu"))
        #expect(desk.analysis.declarations(of: found.symbol).map(\.file) == ["main.sw.po"])
        guard case .failure = desk.renamed("zh") else {
            Issue.record("a language became another one")
            return
        }
    }

    /// The name of a value stands in texts, that of a screen before them: translations keep both.
    @Test(arguments: [
        ("{amo‸unt} for you", ["menu.translation-stale"]),
        ("screen pa‸id", ["menu.translation-incomplete", "menu.translation-obsolete"]),
    ])
    func translationsAreLeftForTheTranslator(_ line: String, _ findings: [String]) throws {
        let menu = """
            menu main
                also  sw

            dial *789#                  -> home
            dial *789*{amount: money}#  -> paid

            screen home
                | Hello
                end

            screen paid(amount: money)
                | {amount} for you
                end

            """
        let texts = [
            "main.sw.po": """
            msgid ""
            msgstr ""
            "Content-Type: text/plain; charset=UTF-8\\n"
            "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

            msgctxt "home"
            msgid "Hello"
            msgstr "Habari"

            msgctxt "paid"
            msgid "{amount} for you"
            msgstr "{amount} zako"

            """
        ]
        let old = line.replacing(Desk.cursor, with: "")
        let desk = try Desk(marked: menu.replacing(old, with: line), in: texts)
        #expect(desk.analysis.compilation.diagnostics.map(\.id) == [])
        var renamed = try desk.renamed("novel_9").get()
        #expect(renamed["main.sw.po"] == nil || renamed["main.sw.po"] == texts["main.sw.po"])
        renamed["main.sw.po"] = texts["main.sw.po"]
        let after = try Desk(marked: (renamed["main.menu"] ?? "") + Desk.cursor, in: renamed)
        #expect(after.analysis.compilation.diagnostics.map(\.id) == findings)
        #expect(desk.analysis.picture("paid")?.contains("zako") == true)
        let drawn = after.analysis.picture("paid") ?? after.analysis.picture("novel_9") ?? ""
        #expect(drawn.contains("for you") && !drawn.contains("zako"), "\(drawn)")
    }

    static let offered: [(line: String, old: String, first: [String])] = [
        ("2  Kiswahili  -> home in ‸", "2  Kiswahili  -> home in sw", ["en", "sw"]),
        ("dial *789*2#  -> home in ‸", "dial *789*2#  -> home in sw", ["en", "sw"]),
        ("sms  HABARI   -> home in s‸", "sms  HABARI   -> home in sw", ["en", "sw"]),
        ("unsure        -> bye in ‸", "unsure        -> bye", ["en", "sw"]),
        ("also      ‸", "also      sw", ["sw", "zh", "am", "ar"]),
        ("also      sw, ‸", "also      sw", ["zh", "am", "ar"]),
        ("1  Bye        -> bye ‸", "1  Bye        -> bye", ["when", "in"]),
        ("dial *789#    -> home ‸", "dial *789#    -> home", ["in"]),
        ("unsure        -> bye ‸", "unsure        -> bye", ["in"]),
    ]

    @Test(arguments: offered)
    func languagesAreOffered(_ line: String, _ old: String, _ first: [String]) throws {
        let labels = try Self.desk(line, for: old).labels
        #expect(Array(labels.prefix(first.count)) == first, "\(labels)")
        let taken = line.hasPrefix("also      sw") ? ["en", "sw"] : ["home"]
        #expect(labels.filter(taken.contains).isEmpty, "\(labels)")
    }

    @Test func oneLanguageIsNotLeftForAnother() throws {
        let labels = try Desk("BAL  -> balance ‸", for: "-> balance").labels
        #expect(!labels.contains("in"), "\(labels)")
    }
}
