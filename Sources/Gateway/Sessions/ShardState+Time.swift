// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

extension ShardState {
    /// The earliest deadline that still holds; those that became meaningless are dropped.
    mutating func nextDeadline() -> Deadline? {
        while let head = deadlines.first, let subscriber = head.subscriber {
            guard let due = due(of: head, subscriber) else {
                deadlines.removeFirst()
                continue
            }
            if due <= head.due { return head }
            deadlines.removeFirst()
            if let session = session(of: head.subject, subscriber) {
                session.armed = .max
                arm(session)
            }
        }
        return nil
    }

    /// Does what is due for a phone, in time order, as if at the very moment it was due.
    mutating func expire(
        _ subscriber: MSISDN,
        at now: Instant,
        into actions: inout [Action]
    ) {
        for door in [Door.dialled, .texted] {
            let place = SessionPlace(subscriber, door)
            while let session = sessions[place] {
                guard session.due <= now.milliseconds else {
                    arm(session)
                    break
                }
                session.armed = .max
                fire(session, at: Instant(milliseconds: session.due), into: &actions)
            }
        }
        if let due = kept[subscriber]?.due, due <= now.milliseconds { kept[subscriber] = nil }
        if let due = past[subscriber]?.due, due <= now.milliseconds { past[subscriber] = nil }
    }

    /// Enters a session's next deadline unless an earlier one stands for it.
    mutating func arm(_ session: Session) {
        guard session.due < session.armed, sessions[session.place] === session else { return }
        session.armed = session.due
        let subject: Deadline.Subject = session.place.door == .dialled ? .dialled : .texted
        enter(Deadline(due: session.due, of: subject, session.subscriber))
    }

    /// Enters a deadline; begins afresh when most of what stands there is meaningless.
    mutating func enter(_ deadline: Deadline) {
        deadlines.insert(deadline)
        let living = sessions.count + kept.count + past.count
        guard deadlines.count > 64 + 4 * living else { return }
        var all: [Deadline] = []
        for session in sessions.values {
            session.armed = session.due
            let subject: Deadline.Subject = session.place.door == .dialled ? .dialled : .texted
            all.append(Deadline(due: session.due, of: subject, session.subscriber))
        }
        for (subscriber, item) in kept {
            all.append(Deadline(due: item.due, of: .kept, subscriber))
        }
        for (subscriber, item) in past {
            all.append(Deadline(due: item.due, of: .past, subscriber))
        }
        deadlines.rebuild(all)
    }

    /// Ends what a session waits for: an answer, a service, or the session itself.
    private mutating func fire(
        _ session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        guard let call = session.call, call.due <= session.sessionDue else {
            let isIdle = session.call == nil && session.idleDue <= session.sessionDue
            release(session, isIdle ? .idleTimeout : .sessionTimeout, at: now, into: &actions)
            return
        }
        let state = session.dialogue.stateName
        actions.append(.note(.outOfTime(session.id, session.subscriber, state: state)))
        guard !session.isLate else {
            release(session, .applicationTimeout, at: now, into: &actions)
            return
        }
        session.isLate = true
        session.call = nil
        let id = CallID(place: session.place, session: session.id, position: call.position)
        let wasUntouched = lines[session.subscriber]?.withdraw(id) ?? true
        // A call that waits behind a payment of the same phone must not hide that payment.
        let waitsForMoney = lines[session.subscriber]?.current.request.call.posts == true
        let isUnsure = waitsForMoney || (call.posts && !wasUntouched)
        if isUnsure { session.mayHaveMoved = true }
        let effect = session.dialogue.handle(.outcome(isUnsure ? .unsure : .unavailable))
        proceed(session, with: effect, at: now, into: &actions)
    }

    /// When what a deadline stands for is due now, or nil when it is gone or stands elsewhere.
    private func due(of deadline: Deadline, _ subscriber: MSISDN) -> Int64? {
        switch deadline.subject {
        case .dialled, .texted:
            guard let session = session(of: deadline.subject, subscriber),
                session.armed == deadline.due
            else { return nil }
            return session.due
        case .kept: return kept[subscriber].flatMap { $0.due == deadline.due ? $0.due : nil }
        case .past: return past[subscriber].flatMap { $0.due == deadline.due ? $0.due : nil }
        }
    }

    private func session(of subject: Deadline.Subject, _ subscriber: MSISDN) -> Session? {
        switch subject {
        case .dialled: sessions[SessionPlace(subscriber, .dialled)]
        case .texted: sessions[SessionPlace(subscriber, .texted)]
        case .kept, .past: nil
        }
    }
}
