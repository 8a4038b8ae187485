// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText
import Testing

@testable import LanguageServer

/// Findings while one writes.
struct FindingTests {
    static let main = """
        menu m
            include part.menu

        dial *789#  -> home

        screen home
            | Hello
            1  Part  -> part

        """
    static let part = "screen part\n    | Part\n    0  Back  -> back\n"
    static let disk = [
        "/menus/m.menu": main, "/menus/part.menu": part, "/menus/other.menu": "menu o\n",
    ]

    @Test func findingsAreThoseOfTheCompiler() {
        var editor = Editor.greeted(Self.disk)
        let broken = Self.main.replacing("-> part", with: "-> parts")
        editor.open("/menus/m.menu", broken)
        let compilation = MenuCompiler.compile(
            main: SourceFile(path: "/menus/m.menu", text: broken),
            contracts: [],
            read: { path in Self.disk[path].map { .success($0) } ?? .failure(.notFound) }
        )
        #expect(editor.findings["m.menu"] == ["menu.unknown-target"])
        let found = compilation.diagnostics.filter { $0.range.file == "/menus/m.menu" }
        #expect(editor.findings["m.menu"] == found.map(\.id))
    }

    @Test func aFindingSaysWhereAndWhatToDo() throws {
        var editor = Editor.greeted(Self.disk)
        editor.open("/menus/m.menu", Self.main.replacing("-> part", with: "-> parts"))
        let told = try #require(editor.told.last)["params"]
        let finding = try #require(told["diagnostics"].elements.first)
        #expect(told["version"] == 1)
        #expect(finding["range"] == Editor.range(7, 16, 7, 21))
        #expect(finding["severity"] == 1)
        #expect(finding["source"] == "stardial")
        #expect(finding["data"]["explain"] == "stardial explain menu.unknown-target")
        #expect(finding["message"].string?.contains("\n") == true)
    }

    @Test func theOpenTextCountsNotTheDisk() {
        var editor = Editor.greeted(Self.disk)
        editor.open("/menus/m.menu", Self.main)
        #expect(editor.findings == ["m.menu": []])
        editor.open("/menus/part.menu", "screen parts\n    | Part\n    0  Back  -> back\n")
        #expect(editor.findings["m.menu"] == ["menu.unknown-target"])
        #expect(editor.findings["part.menu"] == [])
        editor.change(
            "/menus/part.menu",
            [["range": Editor.range(0, 7, 0, 12), "text": "part"]]
        )
        #expect(editor.findings == ["m.menu": [], "part.menu": []])
    }

    @Test func theMainFileIsFoundFromAPart() {
        var editor = Editor.greeted(Self.disk)
        editor.open("/menus/part.menu", "screen part\n    | {x}\n    0  Back  -> back\n")
        #expect(editor.findings == ["part.menu": ["menu.unknown-name"]])
        editor.open("/menus/alone.menu", "screen x\n    | {x}\n    1 a -> \n")
        #expect(editor.findings["alone.menu"] == ["menu.expected-target"])
    }

    @Test func aFileThatWasMissingIsTakenWhenItIsOpened() {
        let main = Self.main.replacing("part.menu", with: "sub/part.menu")
        var editor = Editor.greeted(["/menus/m.menu": main])
        editor.open("/menus/m.menu", main)
        #expect(editor.findings["m.menu"]?.contains("menu.include-unreadable") == true)
        editor.open("/menus/sub/part.menu", Self.part)
        #expect(editor.findings == ["m.menu": [], "part.menu": []])
    }

    @Test func whatIsClosedIsTakenBack() {
        var editor = Editor.greeted(Self.disk)
        editor.open("/menus/m.menu", "menu m\n    nonsense\n")
        #expect(editor.findings["m.menu"]?.isEmpty == false)
        editor.tell(
            "textDocument/didClose",
            ["textDocument": ["uri": "file:///menus/m.menu"]]
        )
        #expect(editor.findings["m.menu"] == [])
    }

    @Test func changesAreMadeOneAfterAnother() {
        var editor = Editor.greeted()
        editor.open("/menus/a.menu", "é\u{1F4B0}x\r\nb")
        editor.change(
            "/menus/a.menu",
            [
                ["range": Editor.range(0, 1, 0, 3), "text": ""],
                ["range": Editor.range(0, 2, 1, 0), "text": "\n"],
                ["range": Editor.range(1, 1, 9, 9), "text": "c"],
                ["range": Editor.range(-1, 0, 0, 0), "text": "never"],
                ["text": .null],
            ]
        )
        #expect(editor.server.workspace.open["/menus/a.menu"]?.file.text == "éx\nbc")
        editor.change("/menus/a.menu", [["text": "whole"]])
        #expect(editor.server.workspace.open["/menus/a.menu"]?.file.text == "whole")
        editor.change("/menus/never-opened.menu", [["text": "whole"]])
        #expect(editor.server.workspace.open.count == 1)
    }

    @Test func findingsAreToldOnceForARowOfChanges() {
        var editor = Editor.greeted(Self.disk)
        editor.open("/menus/m.menu", Self.main)
        func change(_ text: String, _ version: Int) -> JSONValue {
            [
                "method": "textDocument/didChange",
                "params": [
                    "textDocument": [
                        "uri": "file:///menus/m.menu", "version": .integer(version),
                    ],
                    "contentChanges": [["text": .string(text)]],
                ],
            ]
        }
        let replies = editor.send([change("menu", 2), change("menu x", 3), change("screen", 4)])
        #expect(replies.count == 1)
        #expect(replies.first?["params"]["version"] == 4)
        #expect(editor.send([change("screen", 5)]).isEmpty)
    }

    /// A file typed letter by letter never keeps a finding of a moment before.
    @Test func typingLetterByLetterEndsWell() {
        var editor = Editor.greeted(Self.disk)
        editor.open("/menus/m.menu", "")
        var line = 0
        var character = 0
        for letter in Self.main {
            editor.change(
                "/menus/m.menu",
                [
                    [
                        "range": Editor.range(line, character, line, character),
                        "text": .string(String(letter)),
                    ]
                ]
            )
            (line, character) = letter == "\n" ? (line + 1, 0) : (line, character + 1)
        }
        #expect(editor.server.workspace.open["/menus/m.menu"]?.file.text == Self.main)
        #expect(editor.findings["m.menu"] == [])
    }
}
