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

    /// Most commits of one step that waits at which the process is killed: work that recurs every
    /// day is the same work.
    public static let commitsPerWaitMax = 32

    init(_ steps: [PlainRun.Step]) {
        for (index, step) in steps.enumerated() {
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
            let chosen = step.kind == .other ? Self.spread(step.commits) : Array(step.commits)
            if chosen.count < step.commits.count {
                leftOut[.waitIsLong, default: 0] += 2 * (step.commits.count - chosen.count)
            }
            if step.isStruck {
                leftOut[.struckByScene, default: 0] += 2 * chosen.count
                continue
            }
            for commit in chosen {
                cuts.append(Cut(.killedBefore, step: index, of: step, commit: commit))
                cuts.append(Cut(.killedAfter, step: index, of: step, commit: commit))
            }
        }
    }

    /// Of the commits of a wait the first, the last and others evenly between.
    private static func spread(_ commits: Range<Int>) -> [Int] {
        guard commits.count > commitsPerWaitMax else { return Array(commits) }
        let last = commitsPerWaitMax - 1
        return (0...last).map { commits.lowerBound + $0 * (commits.count - 1) / last }
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
