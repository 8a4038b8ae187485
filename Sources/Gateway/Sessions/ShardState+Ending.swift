// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

extension ShardState {
    /// Ends a session without a last screen of its menu; what waits for an answer gets the cause.
    mutating func release(
        _ session: Session,
        _ cause: ReleaseCause,
        at now: Instant,
        into actions: inout [Action]
    ) {
        let goesOn = keepDialogue(of: session, at: now)
        remove(session)
        let text = ReleaseText.release(
            cause,
            money: money(of: session),
            code: session.code,
            goesOn: goesOn
        )
        let state = session.dialogue.stateName
        actions.append(
            .note(.released(session.id, session.subscriber, cause, state: state))
        )
        guard session.place.door == .dialled else {
            if cause == .fault || cause == .applicationTimeout {
                actions.append(message(text, to: session.subscriber, at: now))
            }
            return
        }
        if session.call == nil, session.replies.isEmpty { session.turn = session.position }
        session.position &+= 1
        let screen = Screen(
            text: text,
            size: TextSize.measure(text),
            state: 0,
            asksSecret: false
        )
        let stored = StoredAnswer(
            turn: session.turn,
            position: session.position,
            kind: .released(cause),
            screen: screen
        )
        session.keep(stored, atMost: limits.answersKeptMax)
        let answer = stored.answer(session: session.id, program: session.program)
        if cause != .hungUp, cause != .connectionLost, cause != .replaced {
            actions.append(.event(.screen(session.subscriber, answer)))
        }
        actions.append(.event(.released(session.subscriber, cause)))
        actions += session.replies.map { .reply($0, answer) }
        session.replies = []
        remember(session, at: now)
    }

    /// Takes a session out, with a call that no service has seen yet.
    mutating func remove(_ session: Session) {
        guard sessions.removeValue(forKey: session.place) != nil else { return }
        tally.giveBack()
        if let call = session.call {
            let id = CallID(place: session.place, session: session.id, position: call.position)
            _ = lines[session.subscriber]?.withdraw(id)
        }
    }

    /// Keeps the answers of a session that is over for turns that are delivered again.
    mutating func remember(_ session: Session, at now: Instant) {
        guard session.place.door == .dialled, limits.answersKeptSeconds > 0,
            past[session.subscriber] != nil || past.count < share(of: limits.pastSessionsMax)
        else { return }
        let due = Due.after(limits.answersKeptSeconds, from: now)
        past[session.subscriber] = PastAnswers(
            session: session.id,
            program: session.program,
            answers: session.answers,
            due: due
        )
        enter(Deadline(due: due, of: .past, session.subscriber))
    }

    /// Keeps a dialogue that is worth it, or the older one that it still offered.
    private mutating func keepDialogue(of session: Session, at now: Instant) -> Bool {
        let hasRoom =
            kept[session.subscriber] != nil || kept.count < share(of: limits.keptDialoguesMax)
        guard hasRoom else { return false }
        if session.isWorthKeeping, let policy = session.program.resume {
            kept[session.subscriber] = KeptDialogue(
                dialogue: session.dialogue,
                mayHaveMoved: session.mayHaveMoved,
                due: Due.after(policy.seconds, from: now)
            )
        } else if let offered = session.offered.last, now.milliseconds < offered.due {
            kept[session.subscriber] = offered
        } else {
            return false
        }
        if let due = kept[session.subscriber]?.due {
            enter(Deadline(due: due, of: .kept, session.subscriber))
        }
        return true
    }

    /// The part of a gateway's limit that one shard may use up.
    private func share(of limit: Int) -> Int {
        (limit + shards - 1) / shards
    }

    /// What can be said about the money when this session ends.
    private func money(of session: Session) -> ReleaseText.Money {
        if lines[session.subscriber]?.current.request.call.posts == true { return .underWay }
        return session.mayHaveMoved ? .moved : .untouched
    }
}
