// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText
import Testing

@testable import LanguageServer

/// Files that stand beside a menu: its translations, and the shortcuts that people know.
struct TranslationTests {
    static let main = """
        menu m
            text  en
            also  sw

        dial *789#  -> home

        screen home
            | Hello
            1  Again  -> home in sw
            2  Bye    -> bye

        screen bye
            | Bye
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
        msgid "Hello"
        msgstr "Habari"

        msgctxt "home#1"
        msgid "Again"
        msgstr "Tena"

        msgctxt "home#2"
        msgid "Bye"
        msgstr "Kwaheri"

        msgctxt "bye"
        msgid "Bye"
        msgstr "Kwaheri"

        """
    static let broken = sw.replacing("msgstr \"Habari\"", with: "msgstr \"Habari {nobody}\"")
    static let menu = "/menus/m.menu"
    static let po = "/menus/m.sw.po"

    /// The findings in `MENU.sw.po` as the compiler has them.
    static func compiled(_ sw: String) -> [String] {
        let disk = [menu: main, po: sw]
        return MenuCompiler.compile(
            main: SourceFile(path: menu, text: main),
            contracts: [],
            read: { path in disk[path].map { .success($0) } ?? .failure(.notFound) }
        ).diagnostics.filter { $0.range.file == po }.map(\.id)
    }

    @Test func aBrokenTranslationIsToldInItsFile() {
        #expect(Self.compiled(Self.sw) == [])
        #expect(!Self.compiled(Self.broken).isEmpty)
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.broken])
        editor.open(Self.menu, Self.main)
        #expect(editor.findings["m.menu"] == [])
        #expect(editor.findings["m.sw.po"] == Self.compiled(Self.broken))
    }

    @Test func theMenuIsFoundFromItsTranslation() {
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.sw])
        editor.open(Self.po, Self.broken)
        #expect(editor.findings["m.sw.po"] == Self.compiled(Self.broken))
    }

    @Test func theOpenTranslationCountsNotTheDisk() throws {
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.broken])
        editor.open(Self.menu, Self.main)
        editor.open(Self.po, Self.sw)
        #expect(editor.findings["m.sw.po"] == [])
        editor.change(Self.po, [["text": .string(Self.sw.replacing("Habari", with: "Karibu"))]])
        let hover = editor.ask("textDocument/hover", Editor.at(Self.menu, 6, 9))["result"]
        let page = try #require(hover["contents"]["value"].string)
        #expect(page.contains("Karibu") && page.contains("Hello"), "\(page)")
        editor.tell("textDocument/didClose", ["textDocument": ["uri": "file:///menus/m.sw.po"]])
        #expect(editor.findings["m.sw.po"] == Self.compiled(Self.broken))
    }

    private static func actions(_ path: String) -> JSONValue {
        [
            "textDocument": ["uri": .string("file://\(path)")],
            "range": Editor.range(0, 0, 99, 0), "context": [:],
        ]
    }

    @Test func aFindingOfATranslationHasItsActions() {
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.sw])
        editor.open(Self.po, Self.broken)
        let answer = editor.ask("textDocument/codeAction", Self.actions(Self.po))["result"]
        let titles = answer.elements.compactMap { $0["title"].string }
        #expect(titles.contains { $0.hasPrefix("Explain menu.translation-hole") }, "\(titles)")
    }

    /// Editors send every file of translations along, those of other programs too.
    @Test func translationsOfOthersAreNotJudged() {
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.sw])
        let path = "/menus/other.sw.po"
        editor.open(path, Self.broken)
        #expect(editor.findings["other.sw.po", default: []] == [])
        let answer = editor.ask("textDocument/codeAction", Self.actions(path))
        #expect(answer["error"].isNull && answer["result"].isNull, "\(answer)")
    }

    @Test func aLanguageLeadsToItsFile() {
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.sw])
        editor.open(Self.menu, Self.main)
        let answer = editor.ask("textDocument/definition", Editor.at(Self.menu, 2, 11))["result"]
        let uris = answer.elements.isEmpty ? [answer["uri"]] : answer.elements.map { $0["uri"] }
        #expect(uris == ["file:///menus/m.sw.po"])
    }

    @Test func brokenShortcutsAreToldInTheirFile() {
        let lock = "/menus/shortcuts.lock"
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.sw])
        editor.open(Self.menu, Self.main)
        editor.open(lock, "nonsense\n")
        #expect(editor.findings["shortcuts.lock"]?.isEmpty == false)
    }

    @Test(arguments: ["hover", "completion", "rename", "documentSymbol", "formatting"])
    func onlyFindingsAreForTranslations(_ feature: String) {
        var editor = Editor.greeted([Self.menu: Self.main, Self.po: Self.sw])
        editor.open(Self.po, Self.sw)
        let answer = editor.ask("textDocument/\(feature)", Editor.at(Self.po, 0, 0))
        #expect(answer["error"].isNull && answer["result"].isNull)
    }
}
