// SPDX-License-Identifier: Apache-2.0

/// One place of a scene and what happens there in one world, and in no other.
public struct Cut: Hashable, Sendable {
    /// What happens.
    public let kind: Kind
    /// The step, counted from 0 over the whole file.
    public let step: Int
    /// The line of the step, counted from 1.
    public let line: Int
    /// Whose turn it is; nil where no phone does anything.
    public let phone: String?
    /// The commit at which the process dies, by its place in the world; nil for other cuts.
    public let commit: Int?
    /// Which commit of its step that is, counted from 1; 0 for other cuts.
    public let ordinal: Int

    /// What can happen.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The turn is done, its answer is lost, and so is the session.
        case replyLost
        /// The turn is delivered twice, one right behind the other.
        case doubled
        /// The turn is delivered again when the phone has taken its next turn.
        case doubledLate
        /// The gateway is killed when the turn is answered.
        case killedBetween
        /// The gateway is killed before a commit of the ledger, of which nothing is done.
        case killedBefore
        /// The gateway is killed after a commit of the ledger, before anybody is told.
        case killedAfter

        /// What is said of it in a list, without the place.
        public var title: String {
            switch self {
            case .replyLost: "reply lost and the session with it"
            case .doubled: "turn delivered twice at once"
            case .doubledLate: "turn delivered again after the next one"
            case .killedBetween: "gateway killed after the answer"
            case .killedBefore: "gateway killed before a commit"
            case .killedAfter: "gateway killed after a commit, before the answer"
            }
        }

        /// Whether the gateway dies.
        var isKill: Bool { self == .killedBetween || self == .killedBefore || self == .killedAfter }
    }

    init(_ kind: Kind, step: Int, of plain: PlainRun.Step, commit: Int? = nil) {
        self.kind = kind
        self.step = step
        line = plain.line
        phone = plain.phone
        self.commit = commit
        ordinal = commit.map { $0 - plain.commits.lowerBound + 1 } ?? 0
    }

    private var commitEnd: CommitEnd { kind == .killedBefore ? .before : .after }

    /// What is done, as the line of a transcript; several lines where no line can say it.
    ///
    /// The faults of kills at a commit are told in a comment: a transcript kills between turns.
    public var faultLines: [String] {
        switch kind {
        case .replyLost: ["! lose reply \(phone ?? "") once"]
        case .doubled: ["! double turn \(phone ?? "") once"]
        case .doubledLate:
            ["! reorder turn \(phone ?? "") once"]
        case .killedBetween: ["! kill gateway once"]
        case .killedBefore, .killedAfter:
            [
                "# killed \(commitEnd) commit \(ordinal) of this step",
                "! kill gateway once",
            ]
        }
    }
}

/// Why something that a plan could try is not tried; counted, never dropped silently.
public enum CutRule: String, Hashable, Sendable, CaseIterable {
    /// The scene itself loses or doubles the turn.
    case struckByScene
    /// A dial has no key: dialled again it begins another session.
    case dialHasNoKey
    /// The network keeps a message until its phone has it.
    case messageIsKept
    /// A wait has more commits of recurring work than are tried.
    case waitIsLong

    /// The reason in a list.
    public var title: String {
        switch self {
        case .struckByScene: "the scene has a fault of its own at this turn"
        case .dialHasNoKey: "a dial has no key: delivered again it is another session"
        case .waitIsLong:
            "a wait has over \(CutPlan.commitsPerWaitMax) commits; those tried lie evenly in it"
        case .messageIsKept: "a short message has no turn: its answer cannot be lost or doubled"
        }
    }
}
