// SPDX-License-Identifier: Apache-2.0

/// Which cuts a scene has: a pure function of what its plain run showed.
public struct CutPlan: Hashable, Sendable {
    /// The cuts, in the order of the steps.
    public private(set) var cuts: [Cut] = []
    /// How often each rule kept something from being tried.
    public private(set) var leftOut: [CutRule: Int] = [:]
    /// How many turns were found: what a phone dialled, answered or texted.
    public private(set) var turns = 0
    /// How many commits were found.
    public private(set) var commits = 0

    /// Most commits of one step that waits, and most messages, at which the process is killed:
    /// work that recurs every day is the same work.
    public static let commitsPerWaitMax = 32

    init(_ steps: [PlainRun.Step]) {
        // What a line does is counted from its first step on; a line that includes has several.
        var line = (number: 0, commits: 0, handovers: 0)
        var handovers = 0
        for (index, step) in steps.enumerated() {
            if step.line != line.number { line = (step.line, step.commits.lowerBound, handovers) }
            switch step.kind {
            case .dial: add(index, step, doubles: .dialHasNoKey)
            case .answer: add(index, step, doubles: nil)
            case .text:
                turns += 1
                leftOut[.messageIsKept, default: 0] += 3
                cuts.append(Cut(.killedBetween, step: index, of: step))
            case .hangUp, .other: break
            }
            commits += step.commits.count
            let kills =
                killsAtCommits(of: step, index, from: line.commits)
                + killsAfterMessages(of: step, index, from: handovers - line.handovers)
            handovers += step.handovers.count
            if !step.isStruck {
                cuts += kills
            } else if !kills.isEmpty {
                leftOut[.struckByScene, default: 0] += kills.count
            }
        }
    }

    /// Kills before and after each commit of a step; `first` is the place of its line's first.
    private mutating func killsAtCommits(
        of step: PlainRun.Step,
        _ index: Int,
        from first: Int
    ) -> [Cut] {
        chosen(step.commits, of: step).flatMap { commit in
            [Cut.Kind.killedBefore, .killedAfter].map { kind in
                Cut(kind, step: index, of: step, commit: commit, ordinal: commit - first + 1)
            }
        }
    }

    /// Kills behind each message of a step, whose line handed over so many before.
    private mutating func killsAfterMessages(
        of step: PlainRun.Step,
        _ index: Int,
        from before: Int
    ) -> [Cut] {
        chosen(step.handovers.indices, of: step).flatMap { place in
            [Cut.Kind.killedAfterMessage, .killedAfterMessageTwice].map { kind in
                Cut(kind, step: index, of: step, handover: place, ordinal: before + place + 1)
            }
        }
    }

    /// All of a step's places; of many in a wait the first, the last and others evenly between.
    private mutating func chosen(_ places: Range<Int>, of step: PlainRun.Step) -> [Int] {
        guard step.kind == .other, places.count > Self.commitsPerWaitMax else {
            return Array(places)
        }
        leftOut[.waitIsLong, default: 0] += 2 * (places.count - Self.commitsPerWaitMax)
        let last = Self.commitsPerWaitMax - 1
        return (0...last).map { places.lowerBound + $0 * (places.count - 1) / last }
    }

    private mutating func add(_ index: Int, _ step: PlainRun.Step, doubles: CutRule?) {
        turns += 1
        if step.isStruck {
            leftOut[.struckByScene, default: 0] += doubles == nil ? 3 : 1
        } else {
            cuts.append(Cut(.replyLost, step: index, of: step))
        }
        if let doubles {
            leftOut[doubles, default: 0] += 2
        } else if !step.isStruck {
            cuts.append(Cut(.doubled, step: index, of: step))
            cuts.append(Cut(.doubledLate, step: index, of: step))
        }
        cuts.append(Cut(.killedBetween, step: index, of: step))
    }
}
