// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import Transcripts

/// Expected lines against lines that came, as tables: what is missed, what is too much.
struct ComparisonTests {
    struct Row: Sendable {
        var expected: String
        var actual: String
        var missed: [Int] = []
        var extra: [String] = []
        var captures: [String: String] = [:]
    }

    /// Expected lines are numbered from 1.
    @Test(arguments: [
        Row(expected: "| a\n| b", actual: "a\nb"),
        Row(expected: "| a\n| b", actual: "a", missed: [2]),
        Row(expected: "| a", actual: "a\nb", extra: ["b"]),
        Row(expected: "| a\n| b\n| c", actual: "a\nx\nc", missed: [2], extra: ["x"]),
        Row(expected: "| a\n| c", actual: "a\nb\nc", extra: ["b"]),
        Row(expected: "...", actual: "a\nb"),
        Row(expected: "...", actual: ""),
        Row(expected: "...\n| b", actual: "a\nb"),
        Row(expected: "| a\n...\n| c\n...", actual: "a\nb\nb\nc"),
        Row(expected: "| a\n...\n| d", actual: "a\nb\nc", missed: [3]),
        Row(expected: "...\n| a\n| b", actual: "a\nx\na\nb"),
        Row(expected: "| a\n| b\n...", actual: "x\nb\nc", missed: [1], extra: ["x"]),
        Row(expected: "| a\n...", actual: "x\ny", missed: [1], extra: ["x"]),
        Row(expected: "|\n| a", actual: "\na"),
        Row(expected: "| a", actual: "a  "),
        Row(expected: "| a", actual: " a", missed: [1], extra: [" a"]),
        Row(expected: "| a.c", actual: "abc", missed: [1], extra: ["abc"]),
        Row(expected: "~ a.c", actual: "abc"),
        Row(expected: "~ a", actual: "ab", missed: [1], extra: ["ab"]),
        Row(expected: "| é", actual: "e\u{301}", missed: [1], extra: ["e\u{301}"]),
        Row(expected: "| Ref {{ref:[A-Z]{2}}}.", actual: "Ref QX.", captures: ["ref": "QX"]),
        Row(expected: "| {{*}} of {{:[0-9]+}}", actual: "2 of 10"),
        Row(expected: "| {{a:.}}\n| {{a}}!", actual: "x\nx!", captures: ["a": "x"]),
        Row(
            expected: "| {{a:.}}\n| {{a}}!",
            actual: "x\ny!",
            missed: [2],
            extra: ["y!"],
            captures: ["a": "x"]
        ),
        Row(expected: "| {{a:.}}\n~ \\Q{{a}}\\E\\+", actual: "x\nx+", captures: ["a": "x"]),
        Row(expected: "| {{amina.national}}", actual: "0712 000 001"),
        Row(expected: "| {{amina.local}} {{amina.name}}", actual: "0712000001 Amina"),
        Row(expected: "~ .{{amina.local}}", actual: "+0712000001"),
        Row(
            expected: "| {{a:.}}\n| no",
            actual: "x\nyes",
            missed: [2],
            extra: ["yes"],
            captures: ["a": "x"]
        ),
    ])
    func linesAreAligned(_ row: Row) throws {
        let lines = row.expected.split(separator: "\n").map { "  \($0)\n" }.joined()
        let scene = Marked.steps("amina> 1\n\(lines)")
        let (transcript, diagnostics) = TranscriptParser.parse(scene.file)
        #expect(diagnostics.isEmpty)
        let step = try #require(transcript.phases.first?.steps.first)
        let comparison = LineComparison(
            step.expectations,
            row.actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
            after: step.line,
            Variables(transcript.header.phones)
        )
        #expect(comparison.missed == row.missed.map { $0 + step.line })
        #expect(comparison.extra.map(\.text) == row.extra)
        #expect(comparison.captures == row.captures)
        #expect(comparison.isMatch == (row.missed.isEmpty && row.extra.isEmpty))
        #expect(comparison.undecided == nil)
    }
}
