// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import LanguageServer

/// What the conversation does not show.
struct FeatureTests {
    static let path = "/menus/m.menu"

    @Test func withoutSnippetsPlainTextIsOffered() throws {
        var editor = Editor.greeted()
        editor.open(Self.path, "menu m\n\nflow f\n    \n")
        let answer = editor.ask("textDocument/completion", Editor.at(Self.path, 3, 4))
        let ask = try #require(
            answer["result"]["items"].elements.first { $0["label"] == "ask" }
        )
        #expect(ask["textEdit"]["newText"] == "ask")
        #expect(ask["insertTextFormat"] == .null)
    }

    @Test func aBlankAsksBehindWordsOnly() {
        var editor = Editor.greeted()
        editor.open(Self.path, "menu m\n\nflow f\n    ask a: \n")
        func count(_ line: Int, _ character: Int) -> Int {
            guard case .object(var params) = Editor.at(Self.path, line, character) else {
                return -1
            }
            params["context"] = ["triggerKind": 2, "triggerCharacter": " "]
            let answer = editor.ask("textDocument/completion", .object(params))
            return answer["result"]["items"].elements.count
        }
        #expect(count(3, 4) == 0)
        #expect(count(3, 11) == 7)
    }

    @Test func anOutlineWithoutLevelsHasAllNames() {
        var editor = Editor.greeted()
        editor.open(Self.path, "menu m\n\nflow f\n    ask a: msisdn\n        | ?\n")
        let answer = editor.ask(
            "textDocument/documentSymbol",
            ["textDocument": ["uri": .string("file://\(Self.path)")]]
        )
        #expect(answer["result"].elements.map { $0["name"] } == ["m", "f", "a"])
    }

    @Test func allChangesAreMadeAtOnce() throws {
        let text = "menu m\n\ndial *789#  -> hom\n\nscren hom\n    | Hi \n    end\n"
        var editor = Editor.greeted()
        editor.open(Self.path, text)
        let params: JSONValue = [
            "textDocument": ["uri": .string("file://\(Self.path)")],
            "range": Editor.range(0, 0, 0, 0), "context": ["only": ["source.fixAll"]],
        ]
        let actions = editor.ask("textDocument/codeAction", params)["result"].elements
        #expect(actions.map { $0["kind"] } == ["source.fixAll"])
        let edits = actions[0]["edit"]["changes"]["file://\(Self.path)"].elements
        #expect(edits.map { $0["newText"] } == ["screen", ""])
    }

    static let layouts: [(String, String)] = [
        ("a\nb\nc\n", "a\nb\nc\n"), ("a\n\n\nb", "a\n\nb\n"), ("", "x\n"), ("x\n", ""),
        ("a\r\nb\r\n", "a\nb\n"), ("a\nb\nc\nd\n", "x\nb\ny\nz\nd\n"), ("é\n", "e\u{301}\n"),
    ]

    @Test(arguments: layouts)
    func theChangesGiveTheOtherText(_ old: String, _ new: String) {
        let file = SourceFile(path: "a", text: old)
        let edits = LayoutEdits(from: file, to: new).edits
        #expect(file.applying(edits).file.text.utf8.elementsEqual(new.utf8))
        #expect(edits.isEmpty == old.utf8.elementsEqual(new.utf8))
    }

    @Test func onlyLinesThatDifferChange() {
        let old = "a\nb\nc\nd\ne\n"
        let edits = LayoutEdits(from: SourceFile(path: "a", text: old), to: "a\nB\nc\nd\n\ne\n")
            .edits
        #expect(edits.map(\.replacement) == ["B\n", "\n"])
        #expect(edits.map(\.range.lower) == [2, 8])
        #expect(edits.map(\.range.upper) == [4, 8])
    }

    @Test func noMoreFilesThanTheLimitAreOpened() {
        var server = Editor.greeted().server
        for number in 0...LanguageServer.Limits.documentsMax {
            server.didOpen([
                "textDocument": ["uri": .string("file:///x/\(number).menu"), "text": ""]
            ])
        }
        #expect(server.workspace.open.count == LanguageServer.Limits.documentsMax)
        #expect(server.outgoing.count == 1)
    }

    @Test(arguments: [
        "textDocument/completion", "textDocument/hover", "textDocument/definition",
        "textDocument/references", "textDocument/documentHighlight", "textDocument/prepareRename",
        "textDocument/rename", "textDocument/documentSymbol", "textDocument/foldingRange",
        "textDocument/formatting", "textDocument/semanticTokens/full", "textDocument/codeAction",
        "workspace/symbol", "workspace/executeCommand",
    ])
    func strangeParametersAreAnswered(_ method: String) {
        var editor = Editor.greeted()
        editor.open(Self.path, "menu m\n")
        let uri: JSONValue = ["uri": .string("file://\(Self.path)")]
        let all: [JSONValue] = [
            .null, [], 1, [:], ["textDocument": 1], ["textDocument": uri],
            ["textDocument": uri, "position": [:], "range": [:]],
            ["textDocument": uri, "position": ["line": -1, "character": 0]],
            [
                "textDocument": uri,
                "position": ["line": .integer(.max), "character": .integer(.max)],
            ],
            ["textDocument": uri, "range": Editor.range(5, 5, 0, 0)],
        ]
        for params in all {
            let answer = editor.ask(method, params)
            #expect(!answer["id"].isNull)
        }
    }
}
