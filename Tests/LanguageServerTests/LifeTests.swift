// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import Testing

@testable import LanguageServer

/// How a conversation begins and ends, and what keeps no order.
struct LifeTests {
    static func code(_ answer: JSONValue) -> Int? { answer["error"]["code"].integer }

    @Test func nothingIsDoneBeforeTheGreeting() {
        var editor = Editor()
        #expect(Self.code(editor.ask("textDocument/hover", [:])) == -32002)
        #expect(Self.code(editor.ask("shutdown", .null)) == -32002)
        editor.open("/menus/a.menu", "screen a\n")
        #expect(editor.told.isEmpty)
        let answer = editor.ask("initialize", ["capabilities": [:]])
        #expect(answer["result"]["serverInfo"] == ["name": "stardial", "version": "1.2.3"])
        #expect(answer["result"]["capabilities"]["positionEncoding"] == "utf-16")
        #expect(Self.code(editor.ask("initialize", [:])) == -32600)
    }

    @Test func afterShutdownOnlyExitFollows() {
        var editor = Editor.greeted()
        #expect(editor.ask("shutdown", .null)["result"] == .null)
        #expect(Self.code(editor.ask("textDocument/hover", [:])) == -32600)
        #expect(editor.server.exitCode == nil)
        editor.tell("exit", .null)
        #expect(editor.server.exitCode == 0)
    }

    @Test func exitAloneIsNotWell() {
        var editor = Editor.greeted()
        editor.tell("exit", .null)
        #expect(editor.server.exitCode == 1)
        var stranger = Editor()
        stranger.tell("exit", .null)
        #expect(stranger.server.exitCode == 1)
    }

    @Test func whatIsNotKnownIsRefusedOrPassedOver() {
        var editor = Editor.greeted()
        #expect(Self.code(editor.ask("textDocument/novel", [:])) == -32601)
        #expect(Self.code(editor.ask("$/novel", [:])) == -32601)
        editor.tell("$/novel", [:])
        editor.tell("novel", [:])
        #expect(editor.told.isEmpty)
        #expect(Self.code(editor.ask("textDocument/hover", [:])) == -32602)
        #expect(Self.code(editor.ask("textDocument/hover", Editor.at("/a.menu", 0, 0))) == -32803)
    }

    static let odd: [(String, Int?)] = [
        ("{", -32700), ("[]", -32600), ("[{}]", -32600), ("1", -32600), ("{}", -32600),
        ("{\"id\":1}", -32600), ("{\"id\":[],\"method\":\"shutdown\"}", -32600),
        ("{\"id\":null,\"method\":\"shutdown\"}", -32600),
        ("{\"id\":\"watch\",\"result\":null}", nil),
        ("{\"method\":1}", -32600),
    ]

    @Test(arguments: odd)
    func oddMessagesAreAnswered(_ text: String, _ code: Int?) {
        var editor = Editor.greeted()
        let replies = editor.server.receive([Array(text.utf8)])
        #expect(replies.first.flatMap { Self.code($0) } == code, "\(replies)")
    }

    @Test func aRequestThatIsCancelledLaterInTheRowIsNotDone() {
        var editor = Editor.greeted()
        func request(_ id: JSONValue) -> JSONValue {
            ["id": id, "method": "workspace/symbol", "params": ["query": ""]]
        }
        let replies = editor.send([
            request(7), request("b"), ["method": "$/cancelRequest", "params": ["id": 7]],
        ])
        #expect(replies.map { $0["id"] } == [7, "b"])
        #expect(Self.code(replies[0]) == -32800)
        #expect(replies[1]["result"] == [])
        #expect(editor.send([["method": "$/cancelRequest", "params": ["id": 7]]]).isEmpty)
    }

    @Test func filesAreWatchedWhereTheEditorCan() {
        let able: JSONValue = [
            "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]
        ]
        let told = Editor.greeted(capabilities: able).told
        #expect(told.map { $0["method"] } == ["client/registerCapability"])
        #expect(Editor.greeted().told.isEmpty)
    }

    @Test func whyServicesAreNotKnownIsToldOnce() {
        var editor = Editor.greeted(contracts: .failure(MenuReadError("a.tariff.yaml is broken.")))
        editor.open("/menus/a.menu", "menu a\n")
        editor.change("/menus/a.menu", [["text": "menu ab\n"]])
        let messages = editor.told.filter { $0["method"] == "window/showMessage" }
        #expect(messages.map { $0["params"]["message"] } == ["a.tariff.yaml is broken."])
    }
}
