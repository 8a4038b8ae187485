// SPDX-License-Identifier: Apache-2.0
public import GSM

/// One subscriber's way through a menu: a value that takes an event and answers with one effect.
///
/// It reads no clock, calls nothing and waits for nothing; whoever holds it does what the effect
/// says. A few hundred octets hold it, the program is shared. Copying it is how it is tried out.
public struct Dialogue: Sendable {
    /// The program it runs, which stays the same however the menu is edited meanwhile.
    public let program: MenuProgram
    /// The inputs and outcomes taken so far; it names a turn or a call within its session.
    public internal(set) var position: UInt32 = 0

    var phase = Phase.fresh
    var stage = Stage.target
    /// The state that shows, asks or calls.
    var state: StateIndex = 0
    /// The states entered since the last screen; it survives calls.
    var steps = 0
    /// The first item of the list on the page that is shown.
    var firstItem: UInt16 = 0
    /// The first item of the page after it, or 0 on the last page.
    var nextItem: UInt16 = 0
    /// The language it speaks, a position in ``MenuProgram/languages``.
    public internal(set) var language: LanguageIndex
    var slots = Slots()
    /// The screens and questions that an answer left, oldest first.
    var history: [StateIndex] = []
    /// Where the dialled string or the SMS leads.
    var target: Jump?
    var home: Jump?
    /// Answers given beforehand that wait until the target is entered.
    var arguments: [RouteMatch.Argument] = []
    /// Inputs dialled beforehand that wait for a screen, the next one last.
    var rest: [String] = []
    /// The line that the next screen bears above its text.
    var error: ErrorLine?
    /// What was done since it was last emptied; nil, as it begins, while nobody listens.
    public var trace: [DialogueStep]?

    /// The bounds of one dialogue; where no outcome is named, the excess is dropped.
    public enum Limits {
        /// Most states passed without a screen; one more is ``DialogueFault/tooManySteps``.
        public static let stepsPerEventMax = 64
        /// Most screens that back returns through; the oldest are dropped.
        public static let historyMax = 32
        /// Most inputs dialled beforehand that are typed; the others are dropped.
        public static let shortcutInputsMax = 16
        /// Most slots a compiler may give away in one program.
        public static let slotsMax = 4_096

        /// Most characters of an input, which the network decides; a longer one is no answer.
        public static func inputCharactersMax(in profile: NetworkProfile) -> Int {
            profile.inputCharactersMax
        }
    }

    /// What a dialogue waits for.
    enum Phase: Sendable {
        case fresh, asking, calling, over
    }

    /// How far a dialogue is on its way to the target.
    enum Stage: Sendable {
        case resumeAsked, before, target
    }

    /// An error line, written when the error happened, and whether it demands UCS-2.
    struct ErrorLine: Sendable {
        let text: String
        let alphabet: Alphabet
        /// Whether it is longer than any screen.
        let isCut: Bool
    }

    /// Makes a dialogue that waits for ``DialogueEvent/begin(_:asksToResume:)``.
    ///
    /// - Parameters:
    ///   - program: What it runs.
    ///   - language: The language it begins in; one that the program does not have is 0.
    public init(program: MenuProgram, language: LanguageIndex = 0) {
        self.program = program
        self.language = Int(language) < program.languages.count ? language : 0
    }

    /// The code of the language it speaks, as `sw`.
    public var languageCode: String { program.languages[Int(language)] }

    /// Speaks another language from the next screen on; one that the program does not have changes
    /// nothing.
    public mutating func speak(_ language: LanguageIndex) {
        if Int(language) < program.languages.count { self.language = language }
    }

    /// The author's name of the state it waits at, empty before it began.
    public var stateName: String { phase == .fresh ? "" : program.states[Int(state)].name }

    /// Whether a call is under way, whose outcome must come before any input.
    public var isCalling: Bool { phase == .calling }

    /// The operation that is under way, without its arguments; nil when none is.
    public var pendingCall: ServiceOperation? {
        guard phase == .calling, case .call(let node) = program.node(state, language) else {
            return nil
        }
        return program.operations[node.call.operation]
    }

    /// Whether the next input is a secret, which must not be echoed, logged or recorded.
    public var asksSecret: Bool {
        guard phase == .asking, case .ask(let node) = program.node(state, language) else {
            return false
        }
        return node.ask.asksSecret
    }

    /// Takes an event and says what is to be done.
    ///
    /// An event that the dialogue does not wait for is ``DialogueFault/unexpectedEvent`` and
    /// changes nothing; every other fault ends the dialogue.
    public mutating func handle(_ event: DialogueEvent) -> DialogueEffect {
        switch (event, phase) {
        case (.begin(let match, let asksToResume), .fresh):
            return perform(begin(match, asksToResume: asksToResume))
        case (.input(let input), .asking):
            position &+= 1
            steps = 0
            return perform(take(input))
        case (.outcome(let result), .calling):
            position &+= 1
            return perform(take(result), outcome: result.outcome)
        case (.redisplay, .asking):
            steps = 0
            return perform(again())
        default:
            return .fault(.unexpectedEvent)
        }
    }
}
