// SPDX-License-Identifier: Apache-2.0
import GSM

/// A dialled string and where it leads.
public struct DialRoute: Hashable, Sendable {
    /// What stands between the stars: `*789*1*{recipient: msisdn}#` has three.
    public let segments: [Segment]
    /// Where it leads; the arguments are set in the flow's slots as answers given beforehand.
    public let jump: Jump
    /// Where the home key leads in a session begun by this route.
    public let home: Jump

    /// One part between stars.
    public enum Segment: Hashable, Sendable {
        /// Digits that must be dialled so.
        case literal(String)
        /// An argument for the slot, read as its kind says.
        case argument(slot: SlotIndex, kind: AskKind)
    }

    /// Makes a route.
    public init(segments: [Segment], jump: Jump, home: Jump) {
        self.segments = segments
        self.jump = jump
        self.home = home
    }

    /// The code that dials the route; nil when it has an argument.
    var plainCode: ServiceCode? {
        var literals: [String] = []
        for segment in segments {
            guard case .literal(let text) = segment else { return nil }
            literals.append(text)
        }
        return ServiceCode(segments: literals)
    }
}

/// An SMS command and where it leads.
public struct SMSRoute: Hashable, Sendable {
    /// The words in order; an empty list answers whatever no other route takes.
    public let words: [Word]
    /// Where it leads.
    public let jump: Jump

    /// One word of a command.
    public enum Word: Hashable, Sendable {
        /// A word that must stand there, whatever its case.
        case literal(String)
        /// A word that may stand there.
        case optional(String)
        /// An argument for the slot; text takes all that is left.
        case argument(slot: SlotIndex, kind: AskKind)
    }

    /// Makes a route.
    public init(words: [Word], jump: Jump) {
        self.words = words
        self.jump = jump
    }
}
