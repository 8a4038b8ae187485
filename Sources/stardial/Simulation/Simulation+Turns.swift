// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Ledger
import LedgerStorage
import MobileMoney

/// How people use their phones, and what the network does to them.
extension Simulation {
    /// How many of a hundred turns meet each trouble of the network.
    private enum Trouble {
        static let lost = 2
        static let unheard = 3
        static let doubled = 3
        static let late = 2
        static let wrongPIN = 3
        static let hungUp = 2
    }

    /// Somebody picks up her phone, unless she is at it already.
    func visit(_ person: Int) throws {
        guard visits[person] == nil else { return }
        let errand = Errand.draw(for: town.people[person], in: town, &dice)
        try begin(errand, person)
    }

    func begin(_ errand: Errand, _ person: Int) throws {
        tally.visits += 1
        guard let dialled = errand.dialled(in: town) else {
            let phone = town.people[person].msisdn
            let message = ShortMessage(from: phone.e164, to: "MAVUNO", text: "BAL", at: now)
            house.gateway.receive(message, at: now)
            return try after(nil)
        }
        visits[person] = errand
        try take(Turn(person: person, input: dialled, key: nil, attempt: nil))
    }

    /// A turn meets the network, and is answered or not.
    func take(_ turn: Turn) throws {
        guard visits[turn.person] != nil else { return }
        if turn.isFresh {
            var later = turn
            later.isFresh = false
            if dice.chance(Trouble.lost) {
                tally.lost += 1
                return add(.turn(later), after: 15_000)
            }
            if dice.chance(Trouble.late) {
                tally.late += 1
                return add(.turn(later), after: 1_000 + dice.below(240_000))
            }
        }
        let person = town.people[turn.person]
        let isUnheard = dice.chance(Trouble.unheard)
        let wasUntold = turn.key == nil ? witness.untold(of: turn.person) : nil
        house.unheard.set(isUnheard, person.msisdn)
        let answer = ask(turn)
        let isDoubled = turn.key != nil && dice.chance(Trouble.doubled) && house.disk.hasPower
        if isDoubled {
            tally.doubled += 1
            let again = ask(turn)
            if let again, let answer, again.text != answer.text {
                witness.report("A doubled turn was answered anew.")
            }
        }
        house.unheard.set(false, person.msisdn)
        try after(turn.person)
        guard !isUnheard, let answer else {
            tally.unheard += isUnheard ? 1 : 0
            // She sees nothing, and dials again after a while.
            house.gateway.hangUp(person.msisdn, at: now)
            visits[turn.person] = nil
            return add(.visit(person: turn.person), after: 60_000 + dice.below(600_000))
        }
        show(answer.text)
        if let wasUntold, answer.kind == .continue || answer.kind == .end {
            check(answer, tells: wasUntold)
        }
        try read(answer, of: turn)
    }

    /// Hands a turn to the gateway and waits for its answer; nil when the power failed before it.
    private func ask(_ turn: Turn) -> Answer? {
        let reply = SimulatedReply<Answer>()
        let done = DispatchSemaphore(value: 0)
        let phone = town.people[turn.person].msisdn
        tally.turns += 1
        let take: @Sendable (Answer) -> Void = { [disk = house.disk] answer in
            // What a dead process says reaches nobody; what it said before is on its way.
            if disk.hasPower { reply.set(answer) }
            done.signal()
        }
        if let key = turn.key {
            house.gateway.answer(turn.input, from: phone, turn: key, at: now, reply: take)
        } else {
            house.gateway.dial(turn.input, from: phone, at: now, reply: take)
        }
        // The ledger answers or fails in a moment; a longer wait is a fault of the program.
        if done.wait(timeout: .now() + .seconds(30)) == .timedOut {
            witness.report("A turn was never answered.")
        }
        house.settle()
        return reply.take()
    }

    /// Sees what a turn did: what was posted, and what is sent to phones.
    private func after(_ person: Int?) throws {
        house.settle()
        try recover()
        for receipt in try read() { witness.posted(receipt, by: person) }
        deliver()
    }

    /// Delivers short messages and marks them, and waits until that is kept.
    func deliver() {
        let messages = house.messages.take()
        guard !messages.isEmpty else { return }
        for message in messages {
            show(message.text)
            hear(message)
            guard let phone = MSISDN(digits: message.to) else { continue }
            let accounts = [house.wallet.account(of: phone), house.wallet.agentAccount(of: phone)]
            witness.delivered(
                String(message.text.prefix(Self.referenceLength)),
                to: accounts.compactMap(\.self)
            )
        }
        house.store.markDelivered(messages.map(\.id)) { _ in }
        house.settle()
    }

    static let referenceLength = 10

    /// A dial after a payment whose end she does not know tells that first.
    private func check(_ answer: Answer, tells reference: String) {
        guard answer.text.contains(reference) else {
            return witness.report(
                "Receipt \(reference) was posted, its phone was not told, and the next dial "
                    + "began with `\(answer.text.prefix(40))`."
            )
        }
    }

    /// What a person makes of a screen.
    private func read(_ answer: Answer, of turn: Turn) throws {
        let person = turn.person
        if let attempt = turn.attempt { judge(answer, attempt) }
        guard answer.kind == .continue, let key = answer.turn else {
            visits[person] = nil
            return
        }
        if answer.text.contains("DID go through"), let reference = Self.receipt(in: answer.text) {
            witness.heard(reference, by: person)
            tally.news += 1
            return next("1", person, key)
        }
        if answer.text.contains("stopped before the end") { return next("2", person, key) }
        if answer.asksSecret { return agree(person, key, answer) }
        house.gateway.hangUp(town.people[person].msisdn, at: now)
        visits[person] = nil
    }

    /// Types the PIN, or a wrong one, or thinks better of it.
    private func agree(_ person: Int, _ key: TurnKey, _ answer: Answer) {
        if dice.chance(Trouble.hungUp) {
            house.gateway.hangUp(town.people[person].msisdn, at: now)
            visits[person] = nil
            return
        }
        guard let attempt = attempt(of: person) else { return }
        let number = witness.agrees(attempt)
        let pin = town.people[person].pin
        let typed = dice.chance(Trouble.wrongPIN) ? String(pin.reversed()) + "0" : pin
        let turn = Turn(person: person, input: typed, key: key, attempt: number)
        add(.turn(turn), after: 4_000 + dice.below(20_000))
    }

    private func next(_ input: String, _ person: Int, _ key: TurnKey) {
        let turn = Turn(person: person, input: input, key: key, attempt: nil)
        add(.turn(turn), after: 2_000 + dice.below(10_000))
    }

    /// What a person agrees to with her PIN now.
    private func attempt(of person: Int) -> Attempt? {
        func main(_ number: Int) -> AccountID? {
            house.wallet.account(of: town.people[number].msisdn)
        }
        func float(_ number: Int) -> AccountID? {
            house.wallet.agentAccount(of: town.people[number].msisdn)
        }
        let sides: (AccountID?, AccountID?, Int64)
        switch visits[person] {
        case .send(let other, let amount)?: sides = (main(person), main(other), amount)
        case .withdraw(let agent, let amount)?: sides = (main(person), float(agent), amount)
        case .deposit(let other, let amount)?: sides = (float(person), main(other), amount)
        case .look?, .text?, nil: return nil
        }
        guard let debit = sides.0, let credit = sides.1 else { return nil }
        return Attempt(person: person, debit: debit, credit: credit, amount: sides.2)
    }

    /// What a phone says of a payment.
    private func judge(_ answer: Answer, _ attempt: Int) {
        if answer.kind == .end, let reference = Self.receipt(in: answer.text) {
            tally.paid += 1
            witness.told(attempt, .paid(reference))
        } else if case .released(let cause) = answer.kind, cause == .noSession {
            // Nothing was done with it; a doubled turn is asked of a session that lives.
            witness.told(attempt, .notMade)
        } else if ["Nothing was", "Wrong PIN", "Take no cash"].contains(where: answer.text.contains)
        {
            tally.refused += 1
            witness.told(attempt, .notMade)
        }
    }

    /// The receipt's number in a text, after `Ref` or `Receipt`.
    private static func receipt(in text: String) -> String? {
        let words = text.split(whereSeparator: { " \n.".contains($0) })
        guard let place = words.firstIndex(where: { $0 == "Ref" || $0 == "Receipt" }),
            words.indices.contains(place + 1), words[place + 1].count == referenceLength
        else { return nil }
        return String(words[place + 1])
    }
}
