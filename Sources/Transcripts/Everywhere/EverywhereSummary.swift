// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One scene in one language and what became of its cuts.
public struct EverywhereScene: Sendable {
    /// The file.
    public let file: SourceFile
    /// The path, with the language where the header names any.
    public let name: String
    /// Why it was not cut, in a sentence; nil when it was.
    public internal(set) var refusal: String?
    /// What was planned.
    public let plan: CutPlan
    /// What the cuts showed, in the order of the plan.
    public internal(set) var verdicts: [CutVerdict] = []

    /// The cuts after which something does not hold.
    public var failures: [CutVerdict] { verdicts.filter { !$0.faults.isEmpty } }
}

/// What became of every cut of many scenes.
public struct EverywhereSummary: Sendable {
    /// The scenes, in the order of their files.
    public let scenes: [EverywhereScene]

    /// How many cuts were tried, by what happened there.
    public var tried: [Cut.Kind: Int] {
        verdicts.reduce(into: [:]) { $0[$1.cut.kind, default: 0] += 1 }
    }

    /// How often a rule kept something from being tried.
    public var leftOut: [CutRule: Int] {
        scenes.reduce(into: [:]) { $0.merge($1.plan.leftOut) { $0 + $1 } }
    }

    /// What all cuts showed.
    public var verdicts: [CutVerdict] { scenes.flatMap(\.verdicts) }

    /// Whether something was cut, every scene could be cut, and all that must hold did.
    public var succeeded: Bool {
        !verdicts.isEmpty && scenes.allSatisfy { $0.refusal == nil && $0.failures.isEmpty }
    }
}
