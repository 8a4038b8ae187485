// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Paths of one character, which are files like any other.
@Suite struct ShortPathTests {
    @Test(arguments: [
        ["check", "m"], ["graph", "m", "--svg", "g"], ["diff", "m", "m"], ["line", "m"],
        ["line", "m", "--ledger", "sqlite:l"],
        ["test", "a", "--report", "junit=r"], ["bundle", "a", "-o", "b"],
        ["phone", "--port", "1", "--menus", "m", "--record", "r", "*100#"],
        ["record", "s", "--menus", "m", "-o", "r"], ["record", "s", "--menus", "m"],
        ["test", "--everywhere", "--cuts", "c", "a"], ["load", "a", "--for", "1s", "--rate", "2"],
        ["play", "a"], ["fmt", "m"], ["i18n", "status", "m"],
    ])
    func anyPathIsTaken(_ words: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        for (from, to) in [
            ("Menus/tutorial/1-hello.menu", "m"), ("Transcripts/tutorial/hello.ussd", "a"),
        ] {
            let text = try String(contentsOfFile: "\(BuiltCommand.root)/\(from)", encoding: .utf8)
            try folder.write(text, to: to)
        }
        try folder.write("PHONE amina\n*100#\n", to: "s")
        let ended = try await BuiltCommand.run(words, in: folder.path)
        #expect((0...1).contains(ended.status), "\(ended.status) \(ended.errors)")
    }
}
