// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// What holds for the layout of any text, well written or not.
struct AnyLayoutTests {
    @Test func menusOfTheRepositoryKeepWhatTheySay() throws {
        for text in try Menus.everything() { check(text) }
    }

    @Test(arguments: [
        "sms # -> a\nsms A # -> a\ndial *1# -> b\ndial *1*{ a:text }# -> b",
        "menu a\n include #x , #y\n services money\n me money.me  # a comment",
        "menu a\n wrong\n  | x\n   | y\n otherwise\n  case -> when\n  as as as -> as(as)",
        "screen a\n each p in x.y | -> b",
        "screen a\n each p in x.y |",
        "screen a\n |\n | \n |  \n end  # end",
        "screen not\n 1 A -> not (when) when not(not a)or(b)and c is set",
        "screen a\n case b\n  case | x\n  |y\n     | z\n  f\n   | x\n # c\n   # d\n     # e\n end",
        "flow a\n ask b:choice\n  | c\n  1 # = d\n  2 = = e  #f\n  3 \u{301} -> g",
        "flow a\n\n # b\n\n # c\n end\n\n  | d\n\n  # e\n # f\n# g\n # h\n\n",
        "# a\n\n\n  # b\n\nscreen a\n # c\n  # d\nscreen b\n   #  \n",
    ])
    func oddMenusKeepWhatTheySay(_ text: String) {
        let diagnostics = FormattingTests.format(text).diagnostics
        #expect(diagnostics.filter { $0.severity == .error }.map(\.kind.message) == [])
        check(text)
    }

    @Test(arguments: 0..<8)
    func spoiltMenusKeepWhatTheySay(_ seed: Int) throws {
        var lottery = Lottery(seed: UInt64(seed))
        var count = 0
        for text in try Menus.everything() {
            for _ in 0..<2 {
                let isWhole = check(Self.shaken(text, &lottery))
                count += isWhole ? 1 : 0
                check(Self.spoilt(text, &lottery))
            }
        }
        // Shaken texts are mostly written well, or the test would say nothing.
        #expect(count > 60)
    }

    /// Checks that a text has a form which says the same, or stays as it is; returns which.
    @discardableResult
    private func check(_ text: String) -> Bool {
        let formatting = FormattingTests.format(text)
        if formatting.diagnostics.hasErrors {
            #expect(formatting.text.utf8.elementsEqual(text.utf8))
            return false
        }
        let before = SourceFile(path: "a.menu", text: text)
        let after = SourceFile(path: "a.menu", text: formatting.text)
        let again = MenuFormatter.format(after)
        #expect(again.text == after.text, "\(text)")
        #expect(again.diagnostics.map(\.id) == formatting.diagnostics.map(\.id), "\(text)")
        let sketch = SyntaxSketch(after)
        #expect(sketch.lines == SyntaxSketch(before).lines, "\(text)")
        #expect(sketch.strays.isEmpty, "\(text)")
        #expect(Self.said(after) == Self.said(before), "\(text)")
        checkShape(MenuTokens(after).lines, after)
        return true
    }

    /// Line ends, empty lines and blanks at line ends.
    private func checkShape(_ lines: [MenuLine], _ file: SourceFile) {
        #expect(file.text.isEmpty || file.text.hasSuffix("\n"))
        #expect(lines.first?.text != "\n" && !file.text.hasSuffix("\n\n"))
        for (line, next) in zip(lines, lines.dropFirst()) {
            #expect(line.lineEnd == "\n" && line.trailing.isEmpty)
            #expect(line.text != "\n" || next.text != "\n", "\(file.text)")
            let opens = line.tokens.isEmpty || next.tokens.isEmpty
            let isDefinition = next.indentation.isEmpty && !line.indentation.isEmpty
            #expect(opens || !isDefinition, "\(file.text)")
        }
    }

    /// What the lines of a file say and comment, blanks aside: every token of every line.
    private static func said(_ file: SourceFile) -> [[String]] {
        MenuTokens(file).lines.map { line in
            let comment = line.comment.map { [$0.text.replacing(/[ \t]+$/, with: "")] }
            return line.tokens.map(\.text) + (comment ?? [])
        }.filter { !$0.isEmpty }
    }

    /// The text with other blanks between its tokens, other indentation, more empty lines and more
    /// comments; it says the same, mostly.
    private static func shaken(_ text: String, _ lottery: inout Lottery) -> String {
        let factor = Int.random(in: 1...9, using: &lottery)
        let lineEnd = Bool.random(using: &lottery) ? "\r\n" : "\n"
        var output = ""
        for line in MenuTokens(SourceFile(path: "a.menu", text: text)).lines {
            if Int.random(in: 0..<8, using: &lottery) == 0 { output += "  " + lineEnd }
            if Int.random(in: 0..<8, using: &lottery) == 0 {
                output += blanks(0...14, &lottery) + "# so" + blanks(0...1, &lottery) + lineEnd
            }
            let levels = line.columns / MenuFormatter.indentationColumns
            output += String(repeating: " ", count: levels * factor)
            for (index, token) in line.tokens.enumerated() {
                let isFree = ["->", "=", "(", ")", ",", ".", ":"].contains(token.text)
                if token.kind == .text {
                    output += token.blanks
                } else if index > 0, !token.blanks.isEmpty || isFree {
                    output += blanks((token.blanks.isEmpty ? 0 : 1)...3, &lottery)
                }
                output += token.text
            }
            if let comment = line.comment {
                output += blanks(2...4, &lottery) + comment.text + blanks(0...2, &lottery)
            }
            output += line.lineEnd.isEmpty ? "" : lineEnd
        }
        return output
    }

    /// The text with tokens and lines taken out, doubled and swapped.
    private static func spoilt(_ text: String, _ lottery: inout Lottery) -> String {
        let scraps = ["#", "  #", "|", "->", "when", "(", ")", "case", "wrong", "\"", " ", "\n"]
        var lines = MenuTokens(SourceFile(path: "a.menu", text: text)).lines.map { line in
            [line.indentation] + line.tokens.flatMap { [$0.blanks, $0.text] }
                + [line.comment.map { $0.blanks + $0.text } ?? ""]
        }
        for _ in 0..<Int.random(in: 1...3, using: &lottery) {
            let line = Int.random(in: 0..<lines.count, using: &lottery)
            let place = Int.random(in: 0..<lines[line].count, using: &lottery)
            switch Int.random(in: 0..<6, using: &lottery) {
            case 0: lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &lottery))
            case 1: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &lottery))
            case 2: lines[line].remove(at: place)
            case 3: lines[line].insert(lines[line][place], at: place)
            case 4:
                let other = Int.random(in: 0..<lines[line].count, using: &lottery)
                lines[line].swapAt(place, other)
            default:
                lines[line].insert(scraps.randomElement(using: &lottery) ?? "", at: place)
            }
            lines[line].append("")
        }
        return lines.map { $0.joined() }.joined(separator: "\n")
    }

    private static func blanks(_ range: ClosedRange<Int>, _ lottery: inout Lottery) -> String {
        String(repeating: " ", count: Int.random(in: range, using: &lottery))
    }
}
