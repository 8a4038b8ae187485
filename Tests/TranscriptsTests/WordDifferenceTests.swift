// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import Transcripts

/// Which words of two lines differ, and what a line does that needs what was never seen.
struct WordDifferenceTests {
    /// Each of: what was expected and what came, with the differing words between `«` and `»`.
    static let pairs = [
        ("| You have «2,100.00»", "| You have «2,000.00»"),
        ("sw| Una «shilingi» 5", "| Una «KES» 5"),
        ("| a b", "| a «x» b"),
        ("| a «x y» b", "| a b"),
        ("| Ref {{ref:[A-Z ]{10}}} «sent»", "| Ref QX7K «got»"),
        ("| «e\u{301}té» 🙂 5", "| «été» 🙂 5"),
        ("| 残高 «五百» 円", "| 残高 «六百» 円"),
        ("| «🙂» 5", "| «👩‍👩‍👧» 5"),
    ]

    @Test(arguments: pairs)
    func wordsThatDifferAreFound(_ expected: String, _ got: String) throws {
        let (one, two) = (Marked(expected), Marked(got))
        let found = try #require(WordDifference(one.file.text, two.file.text))
        #expect(found.expected == one.ranges.map { $0.lower..<$0.upper })
        #expect(found.got == two.ranges.map { $0.lower..<$0.upper })
    }

    @Test(arguments: [
        ("| a b", "| a b"), ("| a b", "| c d"), ("| {{*}} b", "| a c"), ("", "| a"),
        ("| a " + String(repeating: "b ", count: 300), "| a"),
    ])
    func linesWithNothingInCommonAreNotMarked(_ expected: String, _ got: String) {
        #expect(WordDifference(expected, got) == nil)
    }

    @Test func caretsStandBelowWideLetters() {
        let line = PhaseFailure.Line(mark: .got, text: "| 残高 六百 円", changed: [9..<15])
        let finding = PhaseFailure.Finding(line: 1, reason: "It differs.", kind: .screen)
        let scene = TranscriptParser.parse(Marked.steps("amina> 1\n").file).0
        let outcome = TranscriptOutcome(
            file: scene.file,
            parts: [],
            diagnostics: [],
            results: [
                TranscriptResult(
                    scene,
                    in: nil,
                    phases: [PhaseFailure(lines: [line], findings: [finding])]
                )
            ]
        )
        let report = TerminalReport().failure(outcome)
        #expect(report.contains("+ | 残高 六百 円\n         ^^^^\n"), "\(report)")
    }

    @Test func lineThatNeedsWhatWasNeverSeenTakesAnything() {
        let scene = Marked.steps(
            """
            amina> *100#
              | You have {{sum:[0-9]+}} shillings
              | {{sum}} Give
            amina> <hangup>
            amina> *100#
              | You have {{sum}}
              | 2 Give
            """
        )
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(scene.file)
        let result = outcome.result
        #expect(result?.phases.flatMap(\.findings).map(\.line) == [8, 13])
        #expect(
            result?.notCompared == [
                "Line 9 was not compared: {{sum}} was never seen.",
                "Line 12 was not compared: {{sum}} was never seen.",
            ]
        )
    }

    @Test func whatMatchedIsRememberedThoughItsStepFailed() {
        let scene = Marked.steps(
            """
            amina> *100#
              | You have KES {{sum:[0-9.]+}}
              | 2 Take
            amina> <hangup>
            amina> *100#
              | You have KES {{sum}}
              | 1 Give
            """
        )
        let result = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(scene.file).result
        #expect(result?.phases.flatMap(\.findings).map(\.line) == [9])
        #expect(result?.notCompared == [])
    }
}
