// SPDX-License-Identifier: Apache-2.0
import Foundation
import LanguageServer
import MenuLanguage

/// How long the slowest completion of a menu takes, in times of compiling the menu once.
struct LspBench {
    var menus: String

    /// How often the slowest positions are measured again, so that a disturbed one does not count.
    static let roundsMax = 5
    static let slowestMax = 32

    func run() throws {
        let folder = URL(fileURLWithPath: menus).standardizedFileURL.path
        let names = FileAccess.onDisk.names(folder).filter { $0.hasSuffix(".menu") }.sorted()
        let paths = names.map { "\(folder)/\($0)" }
        let compile =
            (0..<Self.roundsMax).map { _ in
                BenchRun.seconds { _ = try? MenuShelf(path: menus) }
            }.min() ?? 1
        var server = LanguageServer(files: .onDisk, version: Stardial.versionNumber)
        Self.send(&server, ["id": 0, "method": "initialize", "params": ["capabilities": [:]]])
        var requests: [(seconds: Double, request: JSONValue)] = []
        for path in paths {
            let text = try MenuShelf.text(of: path)
            let document: JSONValue = [
                "uri": .string("file://\(path)"), "version": 1, "text": .string(text),
            ]
            Self.send(
                &server,
                ["method": "textDocument/didOpen", "params": ["textDocument": document]]
            )
            for request in Self.requests(text, document["uri"]) {
                let seconds = BenchRun.seconds { Self.send(&server, request) }
                requests.append((seconds, request))
            }
        }
        let slowest = requests.sorted { $0.seconds > $1.seconds }.prefix(Self.slowestMax)
        let worst =
            slowest.map { _, request in
                (0..<Self.roundsMax).map { _ in
                    BenchRun.seconds { Self.send(&server, request) }
                }.min() ?? 0
            }.max() ?? 0
        let milliseconds = (worst * 100_000).rounded() / 100
        let afterKey = ((worst + compile) * 100_000).rounded() / 100
        BenchRun.report(
            "lsp",
            worst / compile,
            "bare compiles for the worst completion",
            "mark 50 ms; \(milliseconds) ms, \(afterKey) ms after an edit; "
                + "\(requests.count) positions"
        )
    }

    /// A completion at every character of a text.
    private static func requests(_ text: String, _ uri: JSONValue) -> [JSONValue] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { number, line in
            (0...line.utf16.count).map { character in
                [
                    "id": 1, "method": "textDocument/completion",
                    "params": [
                        "textDocument": ["uri": uri],
                        "position": [
                            "line": .integer(number), "character": .integer(character),
                        ],
                    ],
                ]
            }
        }
    }

    private static func send(_ server: inout LanguageServer, _ message: JSONValue) {
        for reply in server.receive([Array(message.text.utf8)]) { _ = MessageWriter.octets(reply) }
    }
}
