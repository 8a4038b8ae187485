// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Transcripts

/// Which cuts a scene has, from what its steps did.
@Suite struct CutPlanTests {
    private static func step(
        _ kind: PlainRun.Kind,
        commits: Range<Int> = 0..<0,
        messages: [Int] = [],
        isStruck: Bool = false
    ) -> PlainRun.Step {
        PlainRun.Step(
            line: 9,
            kind: kind,
            phone: "amina",
            commits: commits,
            isStruck: isStruck,
            handovers: messages.enumerated().map { index, commit in
                Handover(message: Int64(index + 1), commit: commit)
            }
        )
    }

    /// The messages of a step behind the commits that they are in, and the lines that kill behind
    /// each, once and twice: what was not noted is handed over again.
    @Test func killBehindAMessageIsWrittenByWhatComesAgain() {
        let plan = CutPlan([Self.step(.answer, commits: 3..<6, messages: [3, 3, 5, 5])])
        let lines = plan.cuts.filter { $0.message != nil }.map { cut in
            cut.faultLines.map { $0.replacing("! kill gateway after sms ", with: "") }
        }
        #expect(
            lines == [
                ["1 once"], ["1 once", "2 once"], ["2 once"], ["2 once", "4 once"],
                ["3 once"], ["3 once", "4 once"], ["4 once"], ["4 once", "6 once"],
            ]
        )
    }

    /// What stands on one line counts on from the line's first step, as of one that includes.
    @Test func lineThatIncludesCountsOn() {
        let plan = CutPlan([
            Self.step(.answer, commits: 0..<1, messages: [0]),
            Self.step(.answer, commits: 1..<2, messages: [1]),
        ])
        #expect(
            plan.cuts.compactMap { $0.ordinal > 0 ? $0.faultLines.last : nil } == [
                "! kill gateway before commit 1 once", "! kill gateway after commit 1 once",
                "! kill gateway after sms 1 once", "! kill gateway after sms 2 once",
                "! kill gateway before commit 2 once", "! kill gateway after commit 2 once",
                "! kill gateway after sms 2 once", "! kill gateway after sms 3 once",
            ]
        )
    }

    @Test(arguments: [
        (step(.dial), ["replyLost", "killedBetween"]),
        (step(.answer), ["replyLost", "doubled", "doubledLate", "killedBetween"]),
        (step(.answer, isStruck: true), ["killedBetween"]),
        (step(.text), ["killedBetween"]),
        (step(.hangUp), []),
        (step(.other), []),
        (step(.other, commits: 4..<5), ["killedBefore 1", "killedAfter 1"]),
        (
            step(.text, commits: 2..<4),
            [
                "killedBetween", "killedBefore 1", "killedAfter 1", "killedBefore 2",
                "killedAfter 2",
            ]
        ),
    ])
    func stepIsCutByItsKindAndCommits(_ step: PlainRun.Step, _ expected: [String]) {
        let plan = CutPlan([step])
        let found = plan.cuts.map { cut in
            cut.ordinal > 0 ? "\(cut.kind.rawValue) \(cut.ordinal)" : cut.kind.rawValue
        }
        #expect(found == expected)
    }

    @Test func whatIsNotTriedIsCounted() {
        let long = CutPlan.commitsPerWaitMax + 8
        let plan = CutPlan([
            Self.step(.dial), Self.step(.answer, isStruck: true), Self.step(.text),
            Self.step(.other, commits: 0..<long, messages: Array(0..<long)),
        ])
        #expect(
            plan.leftOut
                == [.dialHasNoKey: 2, .struckByScene: 3, .messageIsKept: 3, .waitIsLong: 32]
        )
        #expect(plan.turns == 3 && plan.commits == long)
        let tried = plan.cuts.filter { $0.kind == .killedAfter }.compactMap(\.commit)
        #expect(tried.count == CutPlan.commitsPerWaitMax)
        #expect(tried.first == 0 && tried.last == long - 1 && Set(tried).count == tried.count)
    }
}
