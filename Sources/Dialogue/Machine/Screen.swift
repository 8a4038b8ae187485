// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What a phone shows: text that is already measured.
public struct Screen: Hashable, Sendable {
    /// The text, lines joined by line feeds.
    public let text: String
    /// Its size in the alphabet it needs.
    public let size: TextSize
    /// The state that drew it, for traces and coverage.
    public let state: StateIndex
    /// Whether the answer to it is a secret that must not be echoed.
    public let asksSecret: Bool

    /// Makes a screen.
    public init(text: String, size: TextSize, state: StateIndex, asksSecret: Bool) {
        self.text = text
        self.size = size
        self.state = state
        self.asksSecret = asksSecret
    }
}

/// What a dialogue is told.
public enum DialogueEvent: Hashable, Sendable {
    /// A route was taken; `asksToResume` when a dropped dialogue waits to be taken up again.
    case begin(RouteMatch, asksToResume: Bool)
    /// The subscriber sent this.
    case input(String)
    /// The call it waits for ended so.
    case outcome(ServiceResult)
    /// The screen it waits at must be drawn again, as after a resume.
    case redisplay
}

/// What a dialogue wants done; exactly one for each event.
public enum DialogueEffect: Hashable, Sendable {
    /// Show this and wait for input.
    case show(Screen)
    /// Show this and end.
    case end(Screen)
    /// Call this and report the outcome.
    case call(ServiceCall)
    /// Take up the dropped dialogue again in place of this one.
    case resume
    /// A named limit was crossed, or an event came that the state cannot take; end the session.
    case fault(DialogueFault)
}

/// Why a dialogue could not go on; each is our mistake or a broken contract, never a subscriber's.
public enum DialogueFault: Hashable, Sendable {
    /// More than ``Dialogue/Limits/stepsPerEventMax`` states without a screen.
    case tooManySteps
    /// A screen came out larger than the network takes, by a value longer than its contract says.
    case screenTooLong(state: String, size: TextSize)
    /// A service answered with an outcome that its contract does not name.
    case unknownOutcome(operation: String, outcome: String)
    /// An input while a call is under way, or an outcome that nobody waits for.
    case unexpectedEvent
}

/// A route that was taken, with its arguments.
public struct RouteMatch: Hashable, Sendable {
    /// Where it leads.
    public let jump: Jump
    /// Where home is; nil for a session begun by SMS.
    public let home: Jump?
    /// The arguments, set in their slots as answers given beforehand.
    public let arguments: [Argument]
    /// Dialled segments that no route names: typed one after another, but never into a secret.
    public let rest: [String]

    /// A slot and the value given for it.
    public struct Argument: Hashable, Sendable {
        /// The slot.
        public let slot: SlotIndex
        /// The value.
        public let value: Value

        /// Makes an argument.
        public init(slot: SlotIndex, value: Value) {
            self.slot = slot
            self.value = value
        }
    }

    /// Makes a match.
    public init(jump: Jump, home: Jump?, arguments: [Argument], rest: [String]) {
        self.jump = jump
        self.home = home
        self.arguments = arguments
        self.rest = rest
    }
}
