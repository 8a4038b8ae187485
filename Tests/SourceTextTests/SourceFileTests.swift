// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@Suite struct SourceFileTests {
    @Test(arguments: [
        ("«»ab\ncd", "1:1"), ("ab«»\ncd", "1:3"), ("ab\n«»cd", "2:1"), ("ab\ncd«»", "2:3"),
        ("ab\n«»", "2:1"), ("«»", "1:1"), ("ab\r\n«»cd", "2:1"), ("ab«»\r\ncd", "1:3"),
        ("ab\r«»\ncd", "1:3"), ("éa«»b", "1:3"), ("e\u{301}«»b", "1:2"), ("e«»\u{301}b", "1:1"),
        ("金銭«»x", "1:3"), ("\t«»x", "1:2"), ("👨‍👩‍👧«»x", "1:2"), ("\n\n\n«»", "4:1"),
    ])
    func locatesAnOffset(_ marked: String, _ expected: String) throws {
        let source = Marked(marked)
        let place = source.file.location(at: try source.range().lower)
        #expect(place.description == expected)
    }

    @Test func anOffsetOutsideIsMovedToTheNearerEnd() {
        let file = SourceFile(path: "a", text: "ab\ncd")
        #expect(file.location(at: -9) == SourceLocation(line: 1, column: 1))
        #expect(file.location(at: .max) == SourceLocation(line: 2, column: 3))
        #expect(file.location(at: .min) == SourceLocation(line: 1, column: 1))
    }

    @Test func givesLinesWithoutTheirEnds() {
        let file = SourceFile(path: "a", text: "ab\r\n\r\nc\rd\nlast")
        #expect((1...4).map { String(file.line($0)) } == ["ab", "", "c\rd", "last"])
        #expect(file.lineCount == 4)
        #expect(file.line(0).isEmpty && file.line(5).isEmpty && file.line(.min + 1).isEmpty)
        #expect((0...5).map(file.lineStart) == [0, 0, 4, 6, 10, 14])
    }

    @Test func aFileThatEndsALineHasAnEmptyLastLine() {
        #expect(SourceFile(path: "a", text: "ab\n").lineCount == 2)
        #expect(SourceFile(path: "a", text: "").lineCount == 1)
    }

    @Test(arguments: [
        (0, 2, "ab"), (3, 5, "金"), (4, 5, "金"), (2, 4, "\n金"), (6, 99, "x"), (99, 100, ""),
        (5, 3, "金"),
    ])
    func cutsARangeAtWholeScalars(_ lower: Int, _ upper: Int, _ expected: String) {
        let file = SourceFile(path: "a", text: "ab\n金x")
        #expect(file.text(in: file.range(lower, upper)) == expected)
    }

    @Test func canonicallyEqualTextsAreDifferentFiles() {
        let composed = SourceFile(path: "a", text: "\u{E9}")
        let decomposed = SourceFile(path: "a", text: "e\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, composed]).count == 2)
    }

    @Test func aSetHoldsOneFileAPath() {
        var sources: SourceSet = [
            SourceFile(path: "b", text: "1"), SourceFile(path: "a", text: "2"),
        ]
        sources.insert(SourceFile(path: "b", text: "345"))
        #expect(sources.files.map(\.path) == ["a", "b"])
        #expect(sources.text(in: SourceRange(file: "b", lower: 1, upper: 2)) == "4")
        #expect(sources.text(in: SourceRange(file: "c", lower: 0, upper: 1)) == nil)
        #expect(sources.location(of: SourceRange(file: "b", lower: 2, upper: 2))?.column == 3)
    }

    @Test func rangesAreNeverNegative() {
        let range = SourceRange(file: "a", lower: -3, upper: -7)
        #expect(range.lower == 0 && range.upper == 0 && range.isEmpty)
        let union = SourceRange(file: "a", lower: 2, upper: 4)
            .union(SourceRange(file: "a", lower: 7, upper: 9))
        #expect(union == SourceRange(file: "a", lower: 2, upper: 9))
        #expect(union.union(SourceRange(file: "b", lower: 0, upper: 99)) == union)
    }
}
