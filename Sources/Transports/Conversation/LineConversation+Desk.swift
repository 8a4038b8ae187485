// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What is asked of the desk; each such command is alone while it is under way.
extension LineConversation {
    func askDesk(_ command: LineCommand, _ style: LineStyle) -> Bool {
        alone(style) { ticket, landing in
            let done = Self.reply(outbox, ticket)
            switch command {
            case .phone(let request): registerPhone(request, ticket, landing)
            case .clock(let words):
                desk.clock(words) { done($0.map { LineReply(.time, $0) }) }
            case .ledger(let words):
                let title = words.isEmpty ? "ledger" : "ledger \(words.joined(separator: " "))"
                desk.ledger(words) { done($0.map { LineReply(.ledger, title, lines: $0) }) }
            case .fault(let words):
                let code = words.isEmpty ? LineCode.faults : .done
                desk.fault(words) { done($0.map { LineReply(code, $0.text, lines: $0.lines) }) }
            case .reset: desk.reset { done($0.map { LineReply(.done, $0) }) }
            case .load(let path): desk.load(path) { done($0.map { LineReply(.done, $0) }) }
            case .check(let path): desk.check(path) { done($0.map { LineReply(.done, $0) }) }
            case .record(let request): desk.record(request) { done($0.map(\.reply)) }
            default: outbox.finish(ticket, phones())
            }
        }
    }

    func showBalance(of hand: Hand, _ style: LineStyle) -> Bool {
        alone(style) { ticket, _ in
            let done = Self.reply(outbox, ticket)
            desk.balance(of: hand.msisdn) {
                done($0.map { LineReply(.balance, "\(hand.name) \($0)") })
            }
        }
    }

    /// Learns what a command on another thread has left.
    func land(_ landing: Landing) {
        waiting?.cancel()
        waiting = nil
        let news = landing.news
        if let world = news.world { enter(world) }
        if let (msisdn, messages) = news.seen { seen[msisdn] = messages }
        if let hand = news.inHand {
            inHand = hand
            if seen[hand.msisdn] == nil { seen[hand.msisdn] = 0 }
        }
        if let hand = inHand, handsets.handset(with: hand.msisdn)?.name != hand.name {
            inHand = nil
            seen = [:]
        }
    }

    /// Takes a phone in hand; one that does not exist, or shall get a number or more, is the desk's
    /// to make.
    private func registerPhone(
        _ asked: PhoneRequest,
        _ ticket: LineOutbox.Ticket,
        _ landing: Landing
    ) {
        let (request, language) = asked.withoutLanguage
        if let refusal = language.flatMap(refusal) { return outbox.finish(ticket, refusal) }
        let keep = { @Sendable [gateway, now] (phone: MSISDN) in
            if let language { gateway.keep(language: language, of: phone, at: now()) }
        }
        if request.msisdn == nil, request.settings.isEmpty,
            let handset = handsets.handset(named: request.name)
        {
            if seen[handset.msisdn] == nil { seen[handset.msisdn] = handset.inbox.received }
            let hand = Hand(name: handset.name, msisdn: handset.msisdn)
            keep(hand.msisdn)
            return Self.take(hand, gateway, outbox, ticket, landing)
        }
        desk.registerPhone(request) { [gateway, outbox] result in
            switch result {
            case .failure(let refusal): outbox.finish(ticket, refusal.reply)
            case .success(let msisdn):
                let hand = Hand(name: request.name, msisdn: msisdn)
                keep(msisdn)
                Self.take(hand, gateway, outbox, ticket, landing)
            }
        }
    }

    private static func take(
        _ hand: Hand,
        _ gateway: Gateway,
        _ outbox: LineOutbox,
        _ ticket: LineOutbox.Ticket,
        _ landing: Landing
    ) {
        landing.leave { $0.inHand = hand }
        let language = languageWords(of: hand.msisdn, on: gateway)
        let hint = gateway.codes.first.map { "; now type \($0)" } ?? ""
        outbox.finish(
            ticket,
            LineReply(.done, "\(hand.name) \(hand.msisdn.e164)\(language)\(hint)")
        )
    }

    private func phones() -> LineReply {
        let all = handsets.all
        let lines = all.map { phone in
            "\(phone.name) \(phone.msisdn.e164) \(phone.isOpen ? "session open" : "idle")"
                + Self.languageWords(of: phone.msisdn, on: gateway)
        }
        let text = all.isEmpty ? "no phones yet; make one with PHONE amina" : "phones=\(all.count)"
        return LineReply(.phones, text, lines: lines)
    }

    private static func reply(
        _ outbox: LineOutbox,
        _ ticket: LineOutbox.Ticket
    ) -> DeskReply<LineReply> {
        { result in
            switch result {
            case .success(let reply): outbox.finish(ticket, reply)
            case .failure(let refusal): outbox.finish(ticket, refusal.reply)
            }
        }
    }
}
