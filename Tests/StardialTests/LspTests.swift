// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial lsp`, as an editor starts it.
@Suite struct LspTests {
    private static func framed(_ messages: [[String: Any]]) throws -> Data {
        var data = Data()
        for message in messages {
            let content = try JSONSerialization.data(withJSONObject: message)
            data += Data("Content-Length: \(content.count)\r\n\r\n".utf8) + content
        }
        return data
    }

    /// The contents of the messages that were written, by their headers.
    private static func contents(_ output: String) throws -> [[String: Any]] {
        var rest = Data(output.utf8)
        var contents: [[String: Any]] = []
        while let end = rest.range(of: Data("\r\n\r\n".utf8)) {
            let header = String(decoding: rest[rest.startIndex..<end.lowerBound], as: UTF8.self)
            let length = try #require(Int(header.dropFirst("Content-Length: ".count)))
            let content = rest[end.upperBound..<(end.upperBound + length)]
            let message = try JSONSerialization.jsonObject(with: Data(content))
            contents.append(try #require(message as? [String: Any]))
            rest = rest[(end.upperBound + length)...]
        }
        #expect(rest.isEmpty)
        return contents
    }

    private static func opened(_ path: String, _ text: String) -> [String: Any] {
        [
            "method": "textDocument/didOpen",
            "params": [
                "textDocument": [
                    "uri": "file://\(path)", "languageId": "menu", "version": 1, "text": text,
                ]
            ],
        ]
    }

    @Test func speaksWithAnEditorFromBeginningToEnd() async throws {
        let path = BuiltCommand.root + "/Menus/mavuno/send.menu"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let broken = text.replacing("{payee.name}?", with: "{payee.nam}?")
        let input = try Self.framed([
            ["id": 1, "method": "initialize", "params": ["capabilities": [String: Any]()]],
            ["method": "initialized", "params": [String: Any]()],
            Self.opened(path, broken),
            ["id": 2, "method": "shutdown"], ["method": "exit"],
        ])
        let ended = try await BuiltCommand.run(["lsp", "--stdio"], input: .pipe(input))
        #expect(ended.status == 0, "\(ended.errors)")
        let told = try Self.contents(ended.output)
        #expect(told.compactMap { $0["id"] as? Int } == [1, 2])
    }

    /// The findings are those of `stardial check`: the tariff beside the menu is found, and the
    /// main file of a part.
    @Test func findsWhatCheckFinds() async throws {
        let folder = try TemporaryFolder()
        let menus = BuiltCommand.root + "/Menus/mavuno"
        for name in try FileManager.default.contentsOfDirectory(atPath: menus) {
            let text = try String(contentsOfFile: "\(menus)/\(name)", encoding: .utf8)
            let broken = text.replacing("for {payee.name}?", with: "for {payee.nam}?")
            try folder.write(broken, to: "mavuno/\(name)")
        }
        let tariff = "kenya.tariff.yaml"
        try folder.write(
            try String(contentsOfFile: "\(BuiltCommand.root)/Menus/\(tariff)", encoding: .utf8),
            to: tariff
        )
        let checked = try await BuiltCommand.run(["check", "mavuno", "--short"], in: folder.path)
        let path = folder("mavuno/send.menu")
        let input = try Self.framed([
            ["id": 1, "method": "initialize", "params": ["capabilities": [String: Any]()]],
            Self.opened(path, try String(contentsOfFile: path, encoding: .utf8)),
        ])
        let ended = try await BuiltCommand.run(["lsp"], input: .pipe(input))
        #expect(ended.status == 1)
        #expect(ended.errors.contains("The editor went away without saying exit."))
        let told = try Self.contents(ended.output).compactMap { $0["params"] as? [String: Any] }
        let here = told.first { ($0["uri"] as? String)?.hasSuffix("/send.menu") == true }
        let found = try #require(here?["diagnostics"] as? [[String: Any]])
        #expect(found.compactMap { $0["code"] as? String } == ["menu.unknown-field"])
        #expect(checked.output.contains("menu.unknown-field"), "\(checked.output)")
        let menusWithFindings = told.filter { file in
            (file["uri"] as? String)?.hasSuffix(".menu") == true
                && (file["diagnostics"] as? [Any])?.isEmpty == false
        }
        #expect(menusWithFindings.count == 1)
    }

    @Test func whatIsNoMessageIsToldAndPassedOver() async throws {
        var input = Data("hello\r\n\r\n".utf8)
        input += try Self.framed([["method": "exit"]])
        let ended = try await BuiltCommand.run(["lsp"], input: .pipe(input))
        #expect(ended.status == 1)
        #expect(ended.errors.contains("The editor said exit without shutdown."))
        let told = try Self.contents(ended.output)
        let error = told.first?["error"] as? [String: Any]
        #expect(error?["code"] as? Int == -32700)
    }

    @Test func writesAnExtension() async throws {
        let folder = try TemporaryFolder()
        let arguments = ["lsp", "--editor", "vscode", "out"]
        let ended = try await BuiltCommand.run(arguments, in: folder.path)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output == "6 files were written to out. Its README.md says more.\n")
        let written = try FileManager.default.subpathsOfDirectory(atPath: folder("out")).sorted()
        #expect(
            written == [
                "README.md", "extension.js", "language-configuration.json", "package.json",
                "syntaxes", "syntaxes/menu.tmLanguage.json", "syntaxes/ussd.tmLanguage.json",
            ]
        )
        for name in written where name.hasSuffix(".json") {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder("out/" + name)))
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: data) }
        }
    }

    @Test func printsTheLinesForNeovim() async throws {
        let ended = try await BuiltCommand.run(["lsp", "--editor", "neovim"])
        #expect(ended.status == 0)
        #expect(ended.output.contains("cmd = { 'stardial', 'lsp' }"))
    }

    @Test(arguments: [
        ["lsp", "--editor", "vscode"], ["lsp", "somewhere"], ["lsp", "--editor", "ed"],
    ])
    func whatDoesNotGoTogetherIsRefused(_ arguments: [String]) async throws {
        let ended = try await BuiltCommand.run(arguments)
        #expect(ended.status == 2, "\(ended.errors)")
    }
}
