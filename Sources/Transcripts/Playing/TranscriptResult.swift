// SPDX-License-Identifier: Apache-2.0

/// What playing one transcript showed; every text in it has PINs masked.
public struct TranscriptResult: Hashable, Sendable {
    /// The path of the file; in a scene that names its languages with that of the run behind it, as
    /// `send.ussd [sw]`.
    public let path: String
    /// The title of the scene.
    public let title: String
    /// How many steps the file has.
    public let stepCount: Int
    /// The phases with something wrong in them, in order.
    public let phases: [PhaseFailure]
    /// What is wrong with the scene as a whole, such as a message that nobody mentions.
    public let leftovers: [String]
    /// Which steps were not compared and why, as sentences in order.
    public let notCompared: [String]
    /// Why it was not played, in a sentence; nil when it was.
    let skipped: String?
    /// What `xfail:` of the header says; nil without it.
    let expectedFailure: String?
    /// Whether it is the only thing wrong that nothing was, though `xfail:` says otherwise.
    let isPassedUnexpectedly: Bool
    /// What kinds of things were found, those that kept steps from being compared included.
    public let kinds: Set<FindingKind>
    /// What each step showed, in order; empty unless the player was asked to keep it.
    public internal(set) var steps: [PlayedStep] = []
    /// How long playing it took; nil unless it was measured.
    public internal(set) var duration: Duration?

    /// Whether it was played and all went as written.
    public var passed: Bool { status == .passed }

    /// Whether nothing is wrong, as far as it was played.
    var isAsWritten: Bool { phases.isEmpty && leftovers.isEmpty }

    /// The line of the first failure, counted from 1; 1 for a failure of the whole scene.
    public var firstLine: Int { phases.first?.findings.first?.line ?? 1 }
}

/// A phase with at least one failed step, written again with what was got.
public struct PhaseFailure: Hashable, Sendable {
    /// The phase's lines and what was got in place of those that are not so.
    public let lines: [Line]
    /// What is wrong, in order; never empty.
    public let findings: [Finding]

    /// A line of the phase.
    public struct Line: Hashable, Sendable {
        /// Whether it is as it should be.
        public let mark: Mark
        /// The line without its line end.
        public let text: String
        /// The words of a line that is expected and did not come, or that came instead, in which
        /// the two differ: UTF-8 offsets, ascending; empty where they have nothing in common.
        public internal(set) var changed: [Range<Int>] = []
    }

    /// What a line is in the comparison.
    public enum Mark: String, Hashable, Sendable {
        /// As written, or not compared.
        case same = " "
        /// Expected, and not so.
        case expected = "-"
        /// What was got.
        case got = "+"
    }

    /// One thing that is wrong.
    public struct Finding: Hashable, Sendable {
        /// The line of the transcript it is about, counted from 1; for a line of a part the one
        /// that includes it.
        public let line: Int
        /// Why, in one sentence.
        public let reason: String
        /// What kind of thing it is.
        public let kind: FindingKind
        /// What may help to see why, in sentences: what came closest, and where the screen is
        /// written.
        public internal(set) var hints: [String] = []
        /// The line of a part, and those that include it, the transcript's own last; empty for
        /// what stands in the transcript itself.
        public var chain: [FilePlace] = []
    }
}
