// SPDX-License-Identifier: Apache-2.0
public import GSM
import Synchronization

/// Turns as they travel from an emulated phone to the gateway, with what goes wrong on the way.
extension HandsetNetwork {
    /// Dials from a phone, as ``Gateway/dial(_:from:at:reply:)``.
    public func dial(
        _ string: String,
        from msisdn: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        note(dialled: string, from: msisdn)
        let work = TurnWork(phone: msisdn, isDial: true) { gateway, now, reply in
            gateway.dial(string, from: msisdn, at: now, reply: reply)
        }
        travel(work, at: now, reply)
    }

    /// Answers from a phone, as ``Gateway/answer(_:from:turn:at:reply:)``.
    ///
    /// Without a key the answer is to what the phone shows.
    public func answer(
        _ input: String,
        from msisdn: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        let key = faults.isActive ? turn ?? handset(with: msisdn)?.screen?.turn : turn
        let work = TurnWork(phone: msisdn, isDial: false) { gateway, now, reply in
            gateway.answer(input, from: msisdn, turn: key, at: now, reply: reply)
        }
        travel(work, at: now, reply)
    }

    /// Lets what is late arrive that falls due by now.
    public func advance(to now: Instant) { faults.release(until: now) }

    /// When ``advance(to:)`` has something to do, or nil when nothing is late.
    public func nextDeadline() -> Instant? { faults.nextDue }

    private func travel(_ work: TurnWork, at now: Instant, _ reply: @escaping Reply) {
        guard faults.isActive, let name = handset(with: work.phone)?.name else {
            return work.deliver(gateway, now, reply)
        }
        let isOpen = gateway.session(of: work.phone) != nil
        let effect = faults.effect(
            of: NetworkFaults.Turn(phone: name, isDial: work.isDial, isOpen: isOpen)
        )
        let moved =
            effect.jumpMilliseconds == 0 ? 0 : faults.jump(milliseconds: effect.jumpMilliseconds)
        let now = now.adding(milliseconds: moved)
        let earlier = effect.bringsEarlier ? faults.takeBack(turnOf: name) : nil
        if effect.kills {
            kill(work, at: now, reply)
        } else {
            travel(work, effect, name, at: now, reply)
        }
        earlier?(now)
    }

    private func travel(
        _ work: TurnWork,
        _ effect: NetworkFaults.TurnEffect,
        _ name: String,
        at now: Instant,
        _ reply: @escaping Reply
    ) {
        switch effect.fault {
        case nil: work.deliver(gateway, now, reply)
        case .double:
            let pair = AnswerPair(work.phone, faults, mayBeForgotten: false)
            work.deliver(gateway, now) { answer in
                reply(answer)
                pair.put(first: answer)
            }
            work.deliver(gateway, now) { pair.put(second: $0) }
        case .late(let milliseconds):
            faults.hold(until: now.adding(milliseconds: milliseconds)) { [weak faults] now in
                guard let gateway = faults?.network?.gateway else { return }
                work.deliver(gateway, now, reply)
            }
        case .reorder:
            let pair = AnswerPair(work.phone, faults, mayBeForgotten: true)
            work.deliver(gateway, now) { answer in
                reply(answer)
                pair.put(first: answer)
            }
            faults.keepBack(turnOf: name) { [weak faults] now in
                guard let gateway = faults?.network?.gateway else { return }
                work.deliver(gateway, now) { pair.put(second: $0) }
            }
        case .loseReply: lose(work, at: now, reply)
        case .release:
            cutOff(work.phone, at: now)
            reply(.lost)
        case .redial: cut(work, effect, at: now, redials: true, reply)
        case .hangUp: cut(work, effect, at: now, redials: false, reply)
        }
    }

    /// Does a turn whose reply never reaches the phone, and loses the session behind it.
    private func lose(_ work: TurnWork, at now: Instant, _ reply: @escaping Reply) {
        faults.setUnheard(true, work.phone)
        work.deliver(gateway, now) { [self] answer in
            faults.note(unheard: answer.session)
            cutOff(work.phone, at: max(now, gateway.now))
            faults.setUnheard(false, work.phone)
            reply(.lost)
        }
    }

    /// Kills the gateway when a turn has reached it.
    private func kill(_ work: TurnWork, at now: Instant, _ reply: @escaping Reply) {
        faults.setUnheard(true, work.phone)
        work.deliver(gateway, now) { [faults] in faults.note(unheard: $0.session) }
        faults.kill(at: now)
        faults.setUnheard(false, work.phone)
        lose(work.phone)
        reply(.lost)
    }

    /// Hangs up, and perhaps dials again, as soon as a service works on a turn.
    private func cut(
        _ work: TurnWork,
        _ effect: NetworkFaults.TurnEffect,
        at now: Instant,
        redials: Bool,
        _ reply: @escaping Reply
    ) {
        let isReplaced = Flag()
        faults.makeWait(work.phone)
        work.deliver(gateway, now) { if !isReplaced.isUp { reply($0) } }
        if faults.isWorking(for: work.phone) {
            faults.confirm(effect.id)
            if redials, let string = dialled(from: work.phone) {
                isReplaced.raise()
                gateway.dial(string, from: work.phone, at: now, reply: reply)
            } else {
                gateway.hangUp(work.phone, at: now)
            }
        }
        faults.letGo(outcomesOf: work.phone)
    }

    /// The network releases what is open, and the phone knows.
    private func cutOff(_ phone: MSISDN, at now: Instant) {
        if !gateway.hangUp(phone, as: .connectionLost, at: now) { lose(phone) }
    }

    typealias Reply = @Sendable (Answer) -> Void

    /// What a turn does when it reaches the gateway; what was typed is in the closure only.
    private struct TurnWork: Sendable {
        let phone: MSISDN
        let isDial: Bool
        let deliver: @Sendable (Gateway, Instant, @escaping Reply) -> Void
    }
}

/// The answers to a turn that was delivered twice; when they differ, the book has a complaint.
private final class AnswerPair: Sendable {
    private let phone: MSISDN
    private let faults: FaultBook
    private let mayBeForgotten: Bool
    private let state = Mutex<(first: Answer?, second: Answer?)>((nil, nil))

    init(_ phone: MSISDN, _ faults: FaultBook, mayBeForgotten: Bool) {
        self.phone = phone
        self.faults = faults
        self.mayBeForgotten = mayBeForgotten
    }

    func put(first answer: Answer) {
        compare(
            state.withLock {
                $0.first = answer; return $0
            }
        )
    }

    func put(second answer: Answer) {
        compare(
            state.withLock {
                $0.second = answer; return $0
            }
        )
    }

    private func compare(_ pair: (first: Answer?, second: Answer?)) {
        guard let first = pair.first, let second = pair.second, first != second else { return }
        if mayBeForgotten, second.kind == .released(.noSession) { return }
        faults.complain(FaultBook.Complaint(phone: phone, first: first, second: second))
    }
}

/// Whether something has happened meanwhile.
private final class Flag: Sendable {
    private let flag = Atomic<Bool>(false)

    var isUp: Bool { flag.load(ordering: .acquiring) }

    func raise() { flag.store(true, ordering: .releasing) }
}

extension Answer {
    /// What stands in place of an answer that was lost with its session.
    static let lost = released(.connectionLost, text: ReleaseCause.connectionLost.text)
}
