// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

@testable import MenuLanguage

/// The canonical form, by example.
///
/// `RECORD=1` in the environment writes the expected texts anew; the run fails all the same, so
/// that no text is accepted unread.
struct FormattingTests {
    @Test(arguments: Menus.paths(in: Menus.goldens))
    func isLaidOutAsExpected(_ path: String) throws {
        let formatting = Self.format(try Menus.text(path, in: Menus.goldens))
        #expect(formatting.diagnostics.map(\.id) == [])
        let name = path.replacing(".menu", with: ".formatted.txt")
        let golden = Menus.goldens.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try formatting.text.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("The text of \(name) was written; read it and run again without RECORD.")
        }
        let expected = try String(contentsOf: golden, encoding: .utf8)
        #expect(formatting.text == expected)
        #expect(Self.format(expected).text == expected)
    }

    @Test(arguments: Menus.paths(in: Menus.dialled))
    func theMenusAreCanonical(_ path: String) throws {
        let text = try Menus.text(path, in: Menus.dialled)
        let formatting = Self.format(text)
        #expect(formatting.diagnostics.map(\.id) == [])
        #expect(formatting.text == text, "Run `stardial fmt Menus`.")
    }

    @Test(arguments: ["MenuLanguage", "Layout"])
    func theExamplesOfThePagesAreCanonical(_ page: String) throws {
        let page = Menus.pages.appending(path: "\(page).md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let example = try #require(text.firstMatch(of: /```\n([\s\S]*?\n)```/))
        let formatting = Self.format(String(example.1))
        #expect(formatting.diagnostics.map(\.id) == [])
        #expect(formatting.text == String(example.1))
    }

    @Test(arguments: ["", "\n", "  \n\r\n\t\n"])
    func whatSaysNothingBecomesEmpty(_ text: String) {
        #expect(Self.format(text).text == "")
    }

    @Test(arguments: [
        "screen a\n\t| x\n", "screen a\n  | x\n   | y\n", "screen a\n  1 -> b\n", "scren a\n",
        "\u{FEFF}screen a\n",
    ])
    func whatIsWrittenWronglyStaysAsItIs(_ text: String) {
        let formatting = Self.format(text)
        #expect(formatting.text == text)
        #expect(formatting.diagnostics.hasErrors)
    }

    @Test func blanksBehindATextAreKeptAndReported() {
        let formatting = Self.format("screen a\n | x  \n")
        #expect(formatting.text == "screen a\n    | x  \n")
        #expect(formatting.diagnostics.map(\.id) == ["menu.trailing-blanks"])
    }

    /// A long file has its form; one that would become too long to be read stays as it is.
    @Test func longFilesAreLaidOut() {
        let lines = (0..<54_000).map { (key: $0 % 100, label: 100 + $0 % 900) }
        let close = "screen a\n" + lines.map { "  \($0.key) \($0.label) -> a\n" }.joined()
        let formatting = Self.format(close)
        #expect(formatting.diagnostics.map(\.id) == [])
        #expect(formatting.text.utf8.count > SyntaxLimits.fileOctetsMax * 9 / 10)
        #expect(formatting.text.hasSuffix("\n    99  999  -> a\n"))

        let label = String(repeating: "x", count: MenuFormatter.cellColumnsMax)
        let wide = "screen a\n 1 \(label) -> a\n" + String(repeating: " 1 x -> a\n", count: 24_000)
        #expect(Self.format(wide).text == wide)
        #expect(Self.format(wide).diagnostics.map(\.id) == ["menu.file-too-long"])
    }

    /// A cell that is far too wide does not push the text below it away.
    @Test func aWideWordCostsItsLineOnly() {
        let word = String(repeating: "w", count: 60_000)
        let more = String(repeating: "            | more\n", count: 10_000)
        let text = "screen a\n  case b.c\n    \(word) | x\n\(more)    d | y\n"
        let expected = "screen a\n    case b.c\n        \(word)  | x\n\(more)        d  | y\n"
        #expect(Self.format(text).text == expected)
    }

    static func format(_ text: String) -> Formatting {
        MenuFormatter.format(SourceFile(path: "a.menu", text: text))
    }
}
