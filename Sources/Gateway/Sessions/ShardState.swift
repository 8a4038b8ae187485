// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Synchronization

/// The sessions of one part of the phones, with all that outlives them for a while.
///
/// Every method runs under the lock of the shard; what is to be done outside is put in `actions`.
struct ShardState {
    let limits: GatewayLimits
    /// How many shards the gateway has, which share its limits.
    let shards: Int
    let smsSender: String
    let tally: Tally
    var sessions: [SessionPlace: Session] = [:]
    var kept: [MSISDN: KeptDialogue] = [:]
    var past: [MSISDN: PastAnswers] = [:]
    var lines: [MSISDN: CallLine] = [:]
    var languages: LanguageBook
    var deadlines = DeadlineHeap()
    var dials = AttemptBook()
    /// Refused dials that the log was told of.
    var refusals = AttemptBook()

    init(configuration: GatewayConfiguration, tally: Tally) {
        limits = configuration.limits
        shards = configuration.shards
        smsSender = configuration.smsSender
        self.tally = tally
        languages = LanguageBook(
            entriesMax: (limits.languagesMax + shards - 1) / shards
        )
    }

    /// Opens a session by a dialled string; an open one of that phone is released first.
    mutating func dial(
        _ opening: Opening,
        at now: Instant,
        reply: @escaping Reply,
        into actions: inout [Action]
    ) {
        expire(opening.subscriber, at: now, into: &actions)
        if let most = limits.dials, !dials.take(opening.subscriber, at: now, most: most) {
            refuseDial(opening, .tooOften, at: now, reply, into: &actions)
            return
        }
        guard let session = open(opening, at: now, into: &actions) else {
            let answer = Answer.released(
                .tooBusy,
                text: ReleaseText.refusal,
                menu: opening.program.name
            )
            actions.append(.event(.screen(opening.subscriber, answer)))
            actions.append(.event(.released(opening.subscriber, .tooBusy)))
            actions.append(.reply(reply, answer))
            return
        }
        if let dropped = kept[opening.subscriber],
            dropped.dialogue.program.name == opening.program.name
        {
            kept[opening.subscriber] = nil
            session.offered = [dropped]
        }
        session.beginTurn(at: now, reply: reply)
        let asksToResume = !session.offered.isEmpty
        let effect = session.dialogue.handle(.begin(opening.match, asksToResume: asksToResume))
        proceed(session, with: effect, at: now, into: &actions)
    }

    /// Makes a session in place of the one at its place; nil when there are too many.
    mutating func open(
        _ opening: Opening,
        at now: Instant,
        into actions: inout [Action]
    ) -> Session? {
        if let old = sessions[opening.place] {
            release(old, .replaced, at: now, into: &actions)
        }
        guard tally.take(atMost: limits.sessionsMax) else {
            actions.append(.note(.refused(opening.subscriber, .tooBusy)))
            return nil
        }
        let language = opening.language ?? languages[opening.subscriber]
        let session = Session(opening, speaking: language, at: now)
        sessions[opening.place] = session
        actions.append(
            .note(.began(session.id, session.subscriber, menu: opening.program.name))
        )
        return session
    }

    /// Takes an input for the phone's session.
    mutating func answer(
        _ input: String,
        from subscriber: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping Reply,
        into actions: inout [Action]
    ) {
        expire(subscriber, at: now, into: &actions)
        guard let session = sessions[SessionPlace(subscriber, .dialled)],
            turn == nil || turn?.session == session.id
        else {
            let known = turn.flatMap { past[subscriber]?.answer(to: $0) }
            actions.append(.reply(reply, known ?? .noSession))
            return
        }
        let isWorking = session.call != nil
        let position = turn?.position ?? (isWorking ? session.turn : session.position)
        if isWorking, position == session.turn {
            guard session.replies.count < limits.repliesWaitingMax else {
                let answer = Answer.released(
                    .tooBusy,
                    text: ReleaseText.turnTooOften,
                    session: session.id
                )
                actions.append(.reply(reply, answer))
                return
            }
            session.replies.append(reply)
        } else if !isWorking, position == session.position {
            session.beginTurn(at: now, reply: reply)
            take(input, for: session, at: now, into: &actions)
        } else if let stored = session.answers.last(where: { $0.turn == position }) {
            let answer = stored.answer(session: session.id, program: session.program)
            actions.append(.reply(reply, answer))
        } else {
            actions.append(.reply(reply, .noSession))
        }
    }

    /// Answers a dialled string that leads nowhere; an open session is over all the same.
    mutating func refuse(
        _ subscriber: MSISDN,
        knowing codes: [String],
        at now: Instant,
        _ reply: @escaping Reply,
        into actions: inout [Action]
    ) {
        expire(subscriber, at: now, into: &actions)
        if let session = sessions[SessionPlace(subscriber, .dialled)] {
            release(session, .replaced, at: now, into: &actions)
        }
        let answer = Answer.released(
            .noSuchCode,
            text: ReleaseText.noSuchCode(knowing: codes)
        )
        actions.append(.note(.refused(subscriber, .noSuchCode)))
        actions.append(.event(.screen(subscriber, answer)))
        actions.append(.event(.released(subscriber, .noSuchCode)))
        actions.append(.reply(reply, answer))
    }

    /// Releases the phone's session because its subscriber hung up, or her connection was lost.
    mutating func hangUp(
        _ subscriber: MSISDN,
        as cause: ReleaseCause,
        at now: Instant,
        into actions: inout [Action]
    ) -> Bool {
        expire(subscriber, at: now, into: &actions)
        guard let session = sessions[SessionPlace(subscriber, .dialled)] else { return false }
        release(session, cause, at: now, into: &actions)
        return true
    }

    /// Releases everything, as the gateway closes.
    mutating func releaseAll(at now: Instant, into actions: inout [Action]) {
        for session in sessions.values.sorted(by: { $0.place.number < $1.place.number }) {
            release(session, .shutdown, at: now, into: &actions)
        }
    }

    /// What is known of the phone's live session.
    func summary(of subscriber: MSISDN) -> SessionSummary? {
        guard let session = sessions[SessionPlace(subscriber, .dialled)] else { return nil }
        return SessionSummary(
            session: session.id,
            position: session.position,
            state: session.dialogue.stateName,
            language: session.dialogue.languageCode,
            menu: session.program.name,
            began: session.began,
            idleDeadline: Instant(milliseconds: session.call?.due ?? session.idleDue),
            sessionDeadline: Instant(milliseconds: session.sessionDue),
            awaitsSecret: session.dialogue.asksSecret,
            isCalling: session.call != nil,
            screen: session.answers.last?.answer(session: session.id, program: session.program)
        )
    }

    /// Gives an input to the dialogue, unless it is longer than the network can carry.
    mutating func take(
        _ input: String,
        for session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        let most = session.program.profile.inputCharactersMax
        guard input.utf8.count <= limits.inputOctetsMax, input.unicodeScalars.count <= most else {
            refuseLongInput(for: session, at: now, into: &actions)
            return
        }
        let effect = session.dialogue.handle(.input(input))
        proceed(session, with: effect, at: now, into: &actions)
    }

    /// Shows the last screen again, with a line above it that says why when there is room for it.
    private mutating func refuseLongInput(
        for session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        guard let last = session.answers.last?.screen else { return }
        let profile = session.program.profile
        let line = "That was too long. At most \(profile.inputCharactersMax) characters.\n"
        let plain = last.text.hasPrefix(line) ? String(last.text.dropFirst(line.count)) : last.text
        let text = profile.fits(TextSize.measure(line + plain)) ? line + plain : plain
        let screen = Screen(
            text: text,
            size: TextSize.measure(text),
            state: last.state,
            asksSecret: last.asksSecret
        )
        show(screen, in: session, at: now, into: &actions)
    }
}

/// Counts the live sessions of all shards.
final class Tally: Sendable {
    private let count = Atomic<Int>(0)

    var live: Int { count.load(ordering: .relaxed) }

    /// Takes a place; false when there is none.
    func take(atMost limit: Int) -> Bool {
        guard count.add(1, ordering: .relaxed).newValue <= limit else {
            giveBack()
            return false
        }
        return true
    }

    func giveBack() {
        count.subtract(1, ordering: .relaxed)
    }
}

extension Answer {
    /// What an input gets that belongs to no live session and no remembered turn.
    static let noSession = released(.noSession, text: ReleaseText.notUsed)
}
