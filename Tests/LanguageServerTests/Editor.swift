// SPDX-License-Identifier: Apache-2.0
import Dialogue
import MenuLanguage
import Testing

@testable import LanguageServer

/// An editor that speaks with a server, and a disk in memory.
struct Editor {
    var server: LanguageServer
    private var next = 0
    /// What the server sent by itself.
    private(set) var told: [JSONValue] = []

    static let root = "/menus"

    init(
        _ disk: [String: String] = [:],
        contracts: Result<[ServiceContract], MenuReadError> = .success([])
    ) {
        let access = FileAccess(
            text: { path in disk[path].map { .success($0) } ?? .failure(.notFound) },
            names: { folder in
                disk.keys.filter { $0.hasPrefix(folder + "/") }
                    .map { String($0.dropFirst(folder.utf8.count + 1)) }
                    .filter { !$0.contains("/") }
            },
            contracts: { _ in contracts }
        )
        server = LanguageServer(files: access, version: "1.2.3")
    }

    /// An editor that has greeted the server.
    static func greeted(
        _ disk: [String: String] = [:],
        capabilities: JSONValue = [:],
        contracts: Result<[ServiceContract], MenuReadError> = .success([])
    ) -> Editor {
        var editor = Editor(disk, contracts: contracts)
        _ = editor.ask("initialize", ["capabilities": capabilities])
        editor.tell("initialized", [:])
        return editor
    }

    /// Sends messages together, and gives what comes back.
    mutating func send(_ messages: [JSONValue]) -> [JSONValue] {
        server.receive(messages.map { Array($0.text.utf8) })
    }

    /// Sends a request; the answer, with its result or its error.
    mutating func ask(_ method: String, _ params: JSONValue) -> JSONValue {
        next += 1
        let id = JSONValue.integer(next)
        let message: JSONValue = [
            "jsonrpc": "2.0", "id": id, "method": .string(method), "params": params,
        ]
        var answer = JSONValue.null
        for reply in send([message]) {
            if reply["id"] == id, reply["method"].isNull {
                answer = reply
            } else {
                told.append(reply)
            }
        }
        return answer
    }

    /// Sends a notification.
    mutating func tell(_ method: String, _ params: JSONValue) {
        told += send([["jsonrpc": "2.0", "method": .string(method), "params": params]])
    }

    mutating func open(_ path: String, _ text: String) {
        tell(
            "textDocument/didOpen",
            [
                "textDocument": [
                    "uri": .string("file://\(path)"), "languageId": "menu", "version": 1,
                    "text": .string(text),
                ]
            ]
        )
    }

    mutating func change(_ path: String, _ changes: [JSONValue], version: Int = 2) {
        tell(
            "textDocument/didChange",
            [
                "textDocument": [
                    "uri": .string("file://\(path)"), "version": .integer(version),
                ],
                "contentChanges": .array(changes),
            ]
        )
    }

    /// The ids of what was told last of each file, by its name.
    var findings: [String: [String]] {
        var found: [String: [String]] = [:]
        for message in told where message["method"] == "textDocument/publishDiagnostics" {
            let name = message["params"]["uri"].string?.split(separator: "/").last ?? ""
            found[String(name)] = message["params"]["diagnostics"].elements
                .compactMap { $0["code"].string }
        }
        return found
    }

    static func at(_ path: String, _ line: Int, _ character: Int) -> JSONValue {
        [
            "textDocument": ["uri": .string("file://\(path)")],
            "position": ["line": .integer(line), "character": .integer(character)],
        ]
    }

    static func range(_ numbers: Int...) -> JSONValue {
        [
            "start": ["line": .integer(numbers[0]), "character": .integer(numbers[1])],
            "end": ["line": .integer(numbers[2]), "character": .integer(numbers[3])],
        ]
    }
}
