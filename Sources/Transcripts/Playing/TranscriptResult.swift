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
        /// The line of the file it is about, counted from 1.
        public let line: Int
        /// Why, in one sentence.
        public let reason: String
    }
}
