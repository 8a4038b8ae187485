// SPDX-License-Identifier: Apache-2.0
import Gateway

/// What a program asks that acts a scene: turns by name, worlds of its own, whole transcripts.
extension LineConversation {
    /// Lets the gateway do a turn; where turns are named, one that waits holds nothing up.
    func turn(
        _ hand: Hand,
        _ ticket: LineOutbox.Ticket,
        _ style: LineStyle,
        _ work: (@escaping @Sendable (Answer) -> Void) -> Void
    ) {
        guard style.tellsTurns, style.tag != nil else {
            return work { [outbox] answer in
                outbox.finish(ticket) {
                    LineReply.write(answer, phone: hand.name, to: &$0, in: $1)
                }
            }
        }
        let reply = TurnReply(hand.name, ticket, style, on: outbox)
        work { reply.take($0) }
        reply.comeBack()
    }

    /// Dials over an open session, as a phone in a hurry does.
    func redial(_ text: String, from hand: Hand, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(phone: hand.msisdn, style: style) else { return false }
        dial(text, from: hand, ticket, style)
        return true
    }

    /// Answers the screen of a turn, which may have been answered before.
    func answer(
        _ key: TurnKey,
        with text: String,
        from hand: Hand,
        _ style: LineStyle
    ) -> Bool {
        guard let ticket = outbox.begin(phone: hand.msisdn, style: style) else { return false }
        turn(hand, ticket, style) {
            handsets.answer(text, from: hand.msisdn, turn: key, at: now(), reply: $0)
        }
        return true
    }

    /// Tells the menu and the language of the open session.
    func showSession(of hand: Hand, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(style: style) else { return false }
        guard let session = gateway.session(of: hand.msisdn) else {
            outbox.finish(ticket, .noSession(hand.name))
            return true
        }
        outbox.finish(ticket, LineReply(.done, "\(hand.name) open lang=\(session.language)"))
        return true
    }

    /// Leads the conversation into a world of its own.
    func beginScene(_ settings: [String: String], _ style: LineStyle) -> Bool {
        alone(style) { ticket, landing in
            desk.beginScene(settings) { [outbox] result in
                switch result {
                case .failure(let refusal): outbox.finish(ticket, refusal.reply)
                case .success(let world):
                    landing.leave { $0.world = world }
                    let text = "a world for you alone; its clock moves by CLOCK, it has no phones"
                    outbox.finish(ticket, LineReply(.done, text))
                }
            }
        }
    }

    /// From now on commands are about another world.
    func enter(_ world: LineWorld) {
        self.world = world
        watch.remove(nil)
        (inHand, raw, seen) = (nil, nil, [:])
    }

    func play(_ path: String, _ style: LineStyle) -> Bool {
        alone(style) { ticket, _ in
            desk.play(path) { [outbox] result in
                switch result {
                case .failure(let refusal): outbox.finish(ticket, refusal.reply)
                case .success(let reply): outbox.finish(ticket, reply)
                }
            }
        }
    }
}
