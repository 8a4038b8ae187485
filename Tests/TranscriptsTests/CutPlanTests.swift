// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Transcripts

/// Which cuts a scene has, from what its steps did.
@Suite struct CutPlanTests {
    private static func step(
        _ kind: PlainRun.Kind,
        commits: Range<Int> = 0..<0,
        isStruck: Bool = false
    ) -> PlainRun.Step {
        PlainRun.Step(line: 9, kind: kind, phone: "amina", commits: commits, isStruck: isStruck)
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
            Self.step(.other, commits: 0..<long),
        ])
        #expect(
            plan.leftOut
                == [.dialHasNoKey: 2, .struckByScene: 3, .messageIsKept: 3, .waitIsLong: 16]
        )
        #expect(plan.turns == 3 && plan.commits == long)
        let tried = plan.cuts.filter { $0.kind == .killedAfter }.compactMap(\.commit)
        #expect(tried.count == CutPlan.commitsPerWaitMax)
        #expect(tried.first == 0 && tried.last == long - 1 && Set(tried).count == tried.count)
    }
}
