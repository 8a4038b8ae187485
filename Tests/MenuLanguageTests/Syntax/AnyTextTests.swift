// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// What holds for any text, well written or not.
@Suite struct AnyTextTests {
    private static let samples =
        [SyntaxSamples.mavuno, SyntaxSamples.everything]
        + MistakeSamples.all.map { MarkedSource($0).file.text }
        + [
            "", "\n", "\r\n", "\r", " ", "\t", "#", "|", "| ", "\u{FEFF}", "\u{FEFF}\u{FEFF}#",
            "menu a\r\n    text en\r\n", "a\u{301}b \u{1F469}\u{200D}\u{1F33E} | é\u{2028}\n",
            "1\n12 \n1 -> \n1 = \n1 a = b -> c\n1  = \n", "\"\\", "each | a -> b -> c\n",
            "{{{{\n    }}}}\n  ...\n .....\n", "dial *1*{#  x", "sms [ ]", "-", "->", "  -> ",
        ]

    private static let scraps = [
        "\n", "\r\n", "\r", " ", "  ", "    ", "\t", "|", "| ", "#", "  # ", "{", "}", "{{", "}}",
        "->", " -> ", "=", "==", " = ", "\"", "\\", "(", ")", ",", ":", ".", "...", "1", "00", "a",
        "menu", "screen", "flow ", "ask ", "call ", "end", "case ", "each ", "dial *", "sms ", "é",
        "\u{301}", "\u{FEFF}", "\0", "\u{1F469}", "not ", "when ", "otherwise", "wrong", "*", "[",
    ]

    /// A text with parts taken out, put in, doubled and moved.
    private static func mutated(_ text: String, _ lottery: inout Lottery) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &lottery) {
            let start = Int.random(in: 0...scalars.count, using: &lottery)
            let end = min(scalars.count, start + Int.random(in: 0...12, using: &lottery))
            switch Int.random(in: 0...3, using: &lottery) {
            case 0: scalars.removeSubrange(start..<end)
            case 1: scalars.insert(contentsOf: scalars[start..<end], at: start)
            case 2: scalars.swapAt(start % max(1, scalars.count), end % max(1, scalars.count))
            default:
                let scrap = scraps.randomElement(using: &lottery) ?? ""
                scalars.insert(contentsOf: scrap.unicodeScalars, at: start)
            }
            if scalars.isEmpty { scalars = ["x"] }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let corpus: [String] = {
        var lottery = Lottery(seed: 789)
        return samples
            + samples.flatMap { text in
                (0..<12).map { _ in mutated(text, &lottery) }
            }
    }()

    @Test func tokensGiveTheFileBack() {
        for text in Self.corpus {
            let file = SourceFile(path: "a.menu", text: text)
            let again = MenuTokens(file).text
            #expect(again.utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
        }
    }

    @Test func tokensStandWhereTheySayTheyDo() {
        for text in Self.corpus {
            let octets = Array(text.utf8)
            for line in MenuTokens(SourceFile(path: "a.menu", text: text)).lines {
                for token in line.tokens + [line.comment].compactMap(\.self) {
                    #expect(octets[token.lower..<token.upper].elementsEqual(token.text.utf8))
                }
            }
        }
    }

    @Test func mistakesPointIntoTheFileAndAreSaidOnce() {
        for text in Self.corpus {
            let file = SourceFile(path: "a.menu", text: text)
            let diagnostics = MenuParser.parse(file).diagnostics
            for diagnostic in diagnostics {
                #expect(diagnostic.range.file == "a.menu")
                #expect(diagnostic.range.upper <= file.utf8Count, "\(text.debugDescription)")
                #expect(SyntaxDiagnostic.ids.contains(diagnostic.id))
            }
            let places = diagnostics.map { MarkedSource.Expectation(id: $0.id, range: $0.range) }
            #expect(Set(places).count == places.count, "\(text.debugDescription)")
        }
    }

    @Test func fixesMendWhatTheyStandBeside() {
        for text in MistakeSamples.all.map({ MarkedSource($0).file.text }) {
            let file = SourceFile(path: "a.menu", text: text)
            for diagnostic in MenuParser.parse(file).diagnostics {
                guard let fix = diagnostic.fix else { continue }
                var octets = Array(text.utf8)
                octets.replaceSubrange(
                    fix.range.lower..<fix.range.upper,
                    with: fix.replacement.utf8
                )
                let mended = SourceFile(
                    path: "a.menu",
                    text: String(decoding: octets, as: UTF8.self)
                )
                let left = MenuParser.parse(mended).diagnostics.map {
                    MarkedSource.Expectation(id: $0.id, range: $0.range)
                }
                let before = MarkedSource.Expectation(id: diagnostic.id, range: diagnostic.range)
                #expect(!left.contains(before), "\(diagnostic.id) \(text.debugDescription)")
            }
        }
    }

    @Test func deepNestingIsReadWithoutDeepRecursion() {
        let stairs = (0..<900).map { String(repeating: " ", count: $0) + "flow a\n" }.joined()
        let file = SourceFile(path: "a.menu", text: stairs)
        #expect(MenuParser.parse(file).diagnostics.count <= 900)
        let parentheses = "screen a\n    1 A -> b when " + String(repeating: "(", count: 100_000)
        let deep = MenuParser.parse(SourceFile(path: "a.menu", text: parentheses)).diagnostics
        #expect(deep.map(\.id) == ["menu.nested-too-deep"])
    }
}
