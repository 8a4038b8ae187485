// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Patterns

@Suite struct PatternTests {
    @Test func capturesByNumberAndByName() throws {
        let pattern = try Pattern(#"SEND (?<amount>\d+)(?: TO (?<recipient>\+\d+))?(x)?"#)
        let match = try #require(try pattern.firstMatch(in: "¡SEND 500 TO +254712000001"))
        #expect(match.matched == "SEND 500 TO +254712000001")
        #expect(match.utf8Range == 2..<27)
        #expect(match[1] == "500" && match["amount"] == "500")
        #expect(match["recipient"] == "+254712000001")
        #expect(match.groups["amount"] == 7..<10)
        #expect(match[0] == match.matched && match.text[match.range] == match.matched)
        #expect(match[3] == nil && match[4] == nil && match[-1] == nil && match["x"] == nil)
        #expect(pattern.groupCount == 3)
        #expect(pattern.groupNames == ["amount", "recipient"])
    }

    @Test func aNameGivenTwiceIsTheGroupThatMatched() throws {
        let pattern = try Pattern(#"(?J)(?:a(?<n>\d)|b(?<n>\d))"#)
        #expect(try pattern.firstMatch(in: "b7")?["n"] == "7")
        #expect(try pattern.firstMatch(in: "a3")?["n"] == "3")
    }

    @Test(arguments: [
        (".", "金", "金"), ("é+", "caféé", "éé"), (#"\w+"#, "-Ångström-", "Ångström"),
        (#"\d+"#, "x٠١٢", "٠١٢"), (#"\bñandú\b"#, "el ñandú", "ñandú"), ("", "", ""),
        ("^$", "", ""), ("👨‍👩‍👧", "a👨‍👩‍👧b", "👨‍👩‍👧"), (".$", "e\u{301}", "\u{301}"),
    ])
    func matchesUnicode(_ source: String, _ text: String, _ expected: String) throws {
        for options in [[], PatternOptions.interpreted] {
            let match = try Pattern(source, options: options).firstMatch(in: text)
            #expect(match?.matched.unicodeScalars.elementsEqual(expected.unicodeScalars) == true)
        }
    }

    @Test func ignoresCaseWhenAsked() throws {
        #expect(try Pattern("straße É").matches("STRASSE é") == false)
        #expect(try Pattern("ñandú É", options: .caseless).matches("ÑANDÚ é"))
        #expect(try !Pattern("ñandú É").matches("ÑANDÚ é"))
    }

    @Test(arguments: [
        ("0712345678", true, true), ("0712345678\n", true, false), ("x0712345678", false, false),
        ("0712345678x", false, false),
    ])
    func dollarBeforeAFinalLineEndIsNotTheWholeInput(
        _ text: String,
        _ byAnchors: Bool,
        _ byOption: Bool
    ) throws {
        #expect(try Pattern(#"^07\d{8}$"#).matches(text) == byAnchors)
        #expect(try Pattern(#"^07\d{8}$"#, options: .wholeInput).matches(text) == byOption)
        #expect(try Pattern(#"07\d{8}"#, options: .wholeInput).matches(text) == byOption)
    }

    @Test func wholeInputTriesEveryAlternative() throws {
        #expect(try Pattern("a|ab", options: .wholeInput).matches("ab"))
        #expect(try !Pattern("a|ab", options: .wholeInput).matches("abb"))
    }

    @Test(arguments: [("a(b", 3), ("[z-a]", 3), (#"é\C"#, 4), ("*", 0), (#"(?<n>a)(?<n>b)"#, 12)])
    func aWrongPatternSaysWhere(_ source: String, _ expected: Int) throws {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        guard case .invalid(let message, let offset) = error else {
            Issue.record("\(String(describing: error)) does not say where")
            return
        }
        #expect(offset == expected)
        #expect(!message.isEmpty)
        #expect(offset <= source.utf8.count)
    }

    @Test(arguments: [
        "", "a", "*789*1#", "a.b[c]{2}(d)|e\\E\\Q", "é金👍", "a b#c\n\t\r\0d", "-/~`'\"<>=!@%&,;:_",
        "\u{80}\u{7F}",
    ])
    func anEscapedLiteralMatchesItself(_ literal: String) throws {
        let source = Pattern.escape(literal)
        let match = try Pattern(source, options: .wholeInput).firstMatch(in: literal)
        #expect(match?.matched.utf8.elementsEqual(literal.utf8) == true)
        #expect(try Pattern("(?x)" + source, options: .wholeInput).matches(literal))
        #expect(try !Pattern(source, options: .wholeInput).matches(literal + "x"))
    }

    @Test func octetsAreCheckedUnlessTrusted() throws {
        let pattern = try Pattern("b+")
        let valid = Array("abb".utf8)
        let invalid: [UInt8] = [0x61, 0x62, 0xFF]
        for trusted in [true, false] {
            let groups = try valid.withUnsafeBufferPointer {
                try pattern.firstMatch(in: $0, trusted: trusted)
            }
            #expect(groups?.range == 1..<3)
        }
        #expect(throws: PatternError.matching(code: -23)) {
            try invalid.withUnsafeBufferPointer { _ = try pattern.matches($0) }
        }
        let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        #expect(try pattern.matches(empty) == false)
        #expect(try Pattern("^$").matches(empty))
    }

    @Test func patternsAreEqualWhenWrittenAndCompiledAlike() throws {
        let pattern = try Pattern("a")
        #expect(try pattern == Pattern("a"))
        #expect(try pattern != Pattern("b"))
        #expect(try pattern != Pattern("a", options: .caseless))
        #expect(try pattern != Pattern("a", limits: PatternLimits(depthMax: 1)))
    }
}
