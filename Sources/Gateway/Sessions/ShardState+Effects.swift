// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

extension ShardState {
    /// Does what a dialogue wants, up to the next screen, call or end.
    mutating func proceed(
        _ session: Session,
        with first: DialogueEffect,
        at now: Instant,
        into actions: inout [Action]
    ) {
        var effect = first
        noteLanguage(of: session, at: now, into: &actions)
        while true {
            if let trace = session.takeTrace() { actions.append(.trace(trace)) }
            switch effect {
            case .show(let screen): return show(screen, in: session, at: now, into: &actions)
            case .end(let screen): return end(screen, in: session, at: now, into: &actions)
            case .call(let call): return begin(call, of: session, at: now, into: &actions)
            case .fault(let fault):
                return fail(session, fault, at: now, into: &actions)
            case .resume:
                guard let dropped = session.offered.popLast() else {
                    return fail(session, .unexpectedEvent, at: now, into: &actions)
                }
                session.takeUp(dropped.dialogue)
                session.mayHaveMoved = session.mayHaveMoved || dropped.mayHaveMoved
                effect = session.dialogue.handle(.redisplay)
            }
        }
    }

    /// Has the language kept that an arrow of the turn chose, before its screen is shown.
    private func noteLanguage(
        of session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        guard session.dialogue.language != session.language else { return }
        session.language = session.dialogue.language
        session.isLanguageChosen = true
        let code = session.dialogue.languageCode
        actions.append(.keep(language: code, of: session.subscriber, now))
    }

    /// Shows a screen that waits for input.
    mutating func show(
        _ screen: Screen,
        in session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        session.noteShown(screen, at: now)
        if session.place.door == .texted {
            session.idleDue = Due.after(limits.messageIdleSeconds, from: now)
        }
        finishTurn(of: session, .continue, screen, at: now, into: &actions)
        arm(session)
    }

    /// Shows the last screen and ends the session.
    private mutating func end(
        _ screen: Screen,
        in session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        let state = session.dialogue.stateName
        remove(session)
        finishTurn(of: session, .end, screen, at: now, into: &actions)
        remember(session, at: now)
        actions.append(.note(.ended(session.id, session.subscriber, state: state)))
    }

    /// Hands a screen to all that wait for the turn's answer.
    private func finishTurn(
        of session: Session,
        _ kind: Answer.Kind,
        _ screen: Screen,
        at now: Instant,
        into actions: inout [Action]
    ) {
        session.position &+= 1
        let stored = StoredAnswer(
            turn: session.turn,
            position: session.position,
            kind: kind,
            screen: screen
        )
        session.keep(stored, atMost: limits.answersKeptMax)
        let isHeard = !session.replies.isEmpty || session.place.door == .texted
        let told = isHeard ? session.untold : []
        session.untold.removeFirst(told.count)
        for key in told { actions.append(.telling(key, session.subscriber, now)) }
        switch session.place.door {
        case .dialled:
            let answer = stored.answer(session: session.id, program: session.program)
            actions.append(.event(.screen(session.subscriber, answer)))
            for reply in session.replies { actions.append(.reply(reply, answer)) }
        case .texted:
            let text = messageText(of: screen, in: session)
            actions.append(message(text, to: session.subscriber, at: now))
        }
        session.replies = []
        // After the reply: a process that dies in between leaves it to be told once more, where
        // the other order would leave it told to nobody.
        if !told.isEmpty { actions.append(.told) }
    }

    /// Hands a call out, or lets it wait for the one of the same phone that is under way.
    private mutating func begin(
        _ call: ServiceCall,
        of session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        session.callsInTurn += 1
        guard session.callsInTurn <= limits.callsPerTurnMax else {
            let state = session.dialogue.stateName
            actions.append(.note(.tooManyCalls(session.id, session.subscriber, state: state)))
            return release(session, .fault, at: now, into: &actions)
        }
        session.position &+= 1
        if session.turnDue <= now.milliseconds {
            session.turnDue = Due.after(session.program.profile.applicationSeconds, from: now)
        }
        session.call = Session.CallUnderWay(
            position: session.position,
            posts: call.posts,
            due: session.turnDue
        )
        let id = CallID(place: session.place, session: session.id, position: session.position)
        let entry = CallLine.Entry(
            id: id,
            request: ServiceRequest(
                key: session.id.key(at: session.position),
                subscriber: session.subscriber,
                call: call,
                at: now
            )
        )
        if let line = lines[session.subscriber] {
            line.append(entry)
        } else {
            lines[session.subscriber] = CallLine(entry)
            actions.append(.perform(entry.request, id))
        }
        arm(session)
    }

    /// Takes the outcome of a call to the position that made it, or drops it as late.
    mutating func complete(
        _ id: CallID,
        _ request: ServiceRequest,
        _ result: ServiceResult,
        at now: Instant,
        into actions: inout [Action]
    ) {
        let subscriber = request.subscriber
        expire(subscriber, at: now, into: &actions)
        var next: CallLine.Entry?
        if let line = lines[subscriber], line.current.id == id {
            next = line.next(at: now)
            if next == nil { lines[subscriber] = nil }
        }
        // Behind the answer to this call, so that the next one does not tell what the answer tells.
        defer { if let next { actions.append(.perform(next.request, next.id)) } }
        guard let session = sessions[id.place], session.id == id.session,
            session.call?.position == id.position
        else {
            actions.append(.note(.late(id, subscriber)))
            return
        }
        session.call = nil
        if result.isToBeTold || request.call.posts && result.outcome == Outcome.ok {
            session.untold.append(request.key)
        }
        if request.call.posts {
            if result.outcome == Outcome.ok || result.outcome == Outcome.unsure {
                session.mayHaveMoved = true
            }
        }
        let effect = session.dialogue.handle(.outcome(result))
        proceed(session, with: effect, at: now, into: &actions)
    }

    /// Ends a session whose menu cannot go on.
    private mutating func fail(
        _ session: Session,
        _ fault: DialogueFault,
        at now: Instant,
        into actions: inout [Action]
    ) {
        let state = session.dialogue.stateName
        actions.append(.note(.fault(session.id, session.subscriber, fault, state: state)))
        release(session, .fault, at: now, into: &actions)
    }
}
