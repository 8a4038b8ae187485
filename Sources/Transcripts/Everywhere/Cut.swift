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
    /// The commit at which the process dies, or the newest one when it dies behind a message, by
    /// its place in the world; nil for other cuts.
    public let commit: Int?
    /// The message behind which the process dies, by its number; nil for other cuts.
    public let message: Int64?
    /// Which commit or message of its line that is, counted from 1; 0 for other cuts.
    public let ordinal: Int
    /// How many messages were handed over and not noted when the process dies behind one.
    let unnoted: Int

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
        /// The gateway is killed after a message was handed over, before that is noted.
        case killedAfterMessage
        /// The gateway is killed so, and its successor too when it has handed the same message
        /// over again.
        case killedAfterMessageTwice

        /// What is said of it in a list, without the place.
        public var title: String {
            switch self {
            case .replyLost: "reply lost and the session with it"
            case .doubled: "turn delivered twice at once"
            case .doubledLate: "turn delivered again after the next one"
            case .killedBetween: "gateway killed after the answer"
            case .killedBefore: "gateway killed before a commit"
            case .killedAfter: "gateway killed after a commit, before the answer"
            case .killedAfterMessage: "gateway killed after an SMS, before that was noted"
            case .killedAfterMessageTwice: "gateway killed so, and again after the same SMS"
            }
        }

        /// Whether the gateway dies.
        var isKill: Bool { deaths > 0 }

        /// How many processes die.
        var deaths: Int {
            switch self {
            case .replyLost, .doubled, .doubledLate: 0
            case .killedBetween, .killedBefore, .killedAfter, .killedAfterMessage: 1
            case .killedAfterMessageTwice: 2
            }
        }
    }

    init(_ kind: Kind, step: Int, of plain: PlainRun.Step) {
        (self.kind, self.step) = (kind, step)
        (line, phone) = (plain.line, plain.phone)
        (commit, message, ordinal, unnoted) = (nil, nil, 0, 0)
    }

    /// One at a commit, whose place on its line is counted from 1.
    init(
        _ kind: Kind,
        step: Int,
        of plain: PlainRun.Step,
        commit: Int,
        ordinal: Int
    ) {
        (self.kind, self.step) = (kind, step)
        (line, phone) = (plain.line, plain.phone)
        (self.commit, message, self.ordinal, unnoted) = (commit, nil, ordinal, 0)
    }

    /// One behind a message of the step, by its place there counted from 0.
    init(
        _ kind: Kind,
        step: Int,
        of plain: PlainRun.Step,
        handover: Int,
        ordinal: Int
    ) {
        let handed = plain.handovers[handover]
        (self.kind, self.step) = (kind, step)
        (line, phone) = (plain.line, plain.phone)
        (commit, message, self.ordinal) = (handed.commit, handed.message, ordinal)
        // What is handed over together is noted together.
        unnoted = plain.handovers[...handover].count { $0.commit == handed.commit }
    }

    /// What `ordinal` counts, as `commit 2 of this line`; nil for other cuts.
    var place: String? {
        switch kind {
        case .replyLost, .doubled, .doubledLate, .killedBetween: nil
        case .killedBefore, .killedAfter: "commit \(ordinal) of this line"
        case .killedAfterMessage, .killedAfterMessageTwice: "SMS \(ordinal) of this line"
        }
    }

    /// What is done, as the lines of a transcript that bring it about.
    public var faultLines: [String] {
        switch kind {
        case .replyLost: ["! lose reply \(phone ?? "") once"]
        case .doubled: ["! double turn \(phone ?? "") once"]
        case .doubledLate:
            ["! reorder turn \(phone ?? "") once"]
        case .killedBetween: ["! kill gateway once"]
        case .killedBefore: ["! kill gateway before commit \(ordinal) once"]
        case .killedAfter: ["! kill gateway after commit \(ordinal) once"]
        case .killedAfterMessage: ["! kill gateway after sms \(ordinal) once"]
        case .killedAfterMessageTwice:
            // What was not noted comes again, up to the same message.
            [ordinal, ordinal + unnoted].map { "! kill gateway after sms \($0) once" }
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
    /// A wait has more commits or messages of recurring work than are tried.
    case waitIsLong

    /// The reason in a list.
    public var title: String {
        switch self {
        case .struckByScene: "the scene has a fault of its own at this turn"
        case .dialHasNoKey: "a dial has no key: delivered again it is another session"
        case .waitIsLong:
            "a wait has over \(CutPlan.commitsPerWaitMax) commits or SMS; those tried lie "
                + "evenly in it"
        case .messageIsKept: "a short message has no turn: its answer cannot be lost or doubled"
        }
    }
}
