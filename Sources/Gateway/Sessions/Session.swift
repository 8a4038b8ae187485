// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A live session: one small object, touched only under the lock of its shard.
final class Session {
    // In an order that leaves few gaps, because there are many sessions.
    let id: SessionID
    private let door: Door
    /// The language that is kept for the subscriber, or that the session began with.
    var language: LanguageIndex
    /// Whether she chose it, in this session or before.
    var isLanguageChosen: Bool
    /// Whether a call of this session has moved money, or may have.
    var mayHaveMoved = false
    let subscriber: MSISDN
    /// What dials the menu, as `*789#`, or nil when nothing plain does.
    let code: String?
    let began: Instant
    /// Where the route leads, whose screen is not worth coming back to.
    private let target: StateIndex?
    /// Whether the application's time ran out in this turn.
    var isLate = false
    private var sawOffer = false
    private var firstState: StateIndex?
    /// The code that a secret by short message must come with, or 0.
    var confirmation: UInt16 = 0
    /// Counts screens and calls.
    var position: UInt32 = 0
    /// The position that the turn under way answers; 0 for the dialled string.
    var turn: UInt32 = 0
    var dialogue: Dialogue
    var random: SplitMix64
    var call: CallUnderWay?
    var callsInTurn: UInt32 = 0
    /// What waits for the answer of the turn under way.
    var replies: [Reply] = []
    /// The last answers, the newest last.
    var answers: [StoredAnswer] = []
    /// Posting calls whose outcome `ok` no screen has shown yet.
    var untold: [ServiceKey] = []
    /// The dropped dialogue that this session asks about; at most one.
    var offered: [KeptDialogue] = []
    var turnDue = Int64.max
    var idleDue = Int64.max
    /// The earliest deadline of this session that stands in the heap.
    var armed = Int64.max

    /// What the session waits for while a service works.
    struct CallUnderWay {
        let position: UInt32
        let posts: Bool
        let due: Int64
    }

    init(_ opening: Opening, speaking language: String?, at now: Instant) {
        id = opening.id
        door = opening.place.door
        subscriber = opening.subscriber
        code = opening.code
        began = now
        if case .state(let index) = opening.match.jump.target {
            target = index
        } else {
            target = nil
        }
        let chosen = language.flatMap { opening.program.languageIndex(of: $0) }
        isLanguageChosen = chosen != nil
        self.language = chosen ?? 0
        dialogue = Dialogue(program: opening.program, language: chosen ?? 0)
        if opening.isTraced { dialogue.trace = [] }
        random = opening.random
    }

    /// Where the session stands among those of all phones.
    var place: SessionPlace { SessionPlace(subscriber, door) }

    /// The version of the menu that the session began with, or the one it resumed.
    var program: MenuProgram { dialogue.program }

    /// When the network ends the session; never for one by short message.
    var sessionDue: Int64 {
        door == .dialled ? Due.after(program.profile.sessionSeconds, from: began) : .max
    }

    /// When something happens to the session unless somebody answers before.
    var due: Int64 {
        min(call?.due ?? idleDue, sessionDue)
    }

    /// Whether the dialogue is worth keeping for the next dial: beyond its first screen, waiting.
    var isWorthKeeping: Bool {
        guard door == .dialled, call == nil, program.resume != nil,
            let last = answers.last, last.kind == .continue
        else { return false }
        let state = last.screen.state
        return state != firstState && state != program.resume?.ask && !isTarget(state)
    }

    /// Begins the turn that answers the last screen.
    func beginTurn(at now: Instant, reply: Reply?) {
        turn = position
        callsInTurn = 0
        isLate = false
        turnDue = Due.after(program.profile.applicationSeconds, from: now)
        if let reply { replies.append(reply) }
    }

    /// Goes on with a dropped dialogue, in its language or the one that was chosen since.
    func takeUp(_ dropped: Dialogue) {
        let code = dialogue.languageCode
        dialogue = dropped
        if isLanguageChosen, let index = dropped.program.languageIndex(of: code) {
            dialogue.speak(index)
        }
        language = dialogue.language
    }

    /// Keeps an answer for turns that are delivered again.
    func keep(_ answer: StoredAnswer, atMost limit: Int) {
        if !answers.isEmpty, answers.count >= max(1, limit) { answers.removeFirst() }
        // One at a time: a session keeps few, and there are many sessions.
        answers.reserveCapacity(answers.count + 1)
        answers.append(answer)
    }

    /// Notes that a screen is shown, which ends the offer once it was declined.
    func noteShown(_ screen: Screen, at now: Instant) {
        if firstState == nil { firstState = screen.state }
        if screen.state == program.resume?.ask {
            sawOffer = true
        } else if sawOffer {
            offered = []
        }
        let seconds = program.profile.idleSeconds
        idleDue = Due.after(seconds, from: now)
    }

    private func isTarget(_ state: StateIndex) -> Bool {
        guard let target, program.states.indices.contains(Int(state)) else { return false }
        return switch program.states[Int(state)].kind {
        case .screen(let screen): state == target || screen.entry == target
        case .ask(let ask): state == target || ask.entry == target
        case .call, .end, .jump: state == target
        }
    }
}

/// What a session is made from.
struct Opening {
    let id: SessionID
    let place: SessionPlace
    let subscriber: MSISDN
    let program: MenuProgram
    let match: RouteMatch
    let code: String?
    let random: SplitMix64
    /// What the services keep as the subscriber's language.
    let language: String?
    /// Whether somebody counts what the dialogue visits.
    let isTraced: Bool
}

/// Where a session came in.
enum Door: UInt64, Sendable {
    case dialled = 0
    case texted = 1
}

/// A phone and a door; at most one session is at each place.
struct SessionPlace: Hashable, Sendable {
    let number: UInt64

    init(_ subscriber: MSISDN, _ door: Door) {
        number = subscriber.digits << 1 | door.rawValue
    }

    var door: Door { number & 1 == 0 ? .dialled : .texted }
}

/// Gives the answer of a turn to the one who brought it; called exactly once.
typealias Reply = @Sendable (Answer) -> Void
