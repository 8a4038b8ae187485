// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What is done with phones.
extension LineConversation {
    /// A line for a phone: it dials when it can only be a dialled string or, in raw mode, when no
    /// session is open; else it is an input.
    func type(_ text: String, on hand: Hand, _ style: LineStyle) -> Bool {
        let first = text.utf8.first
        if raw != nil {
            guard let ticket = outbox.begin(phone: hand.msisdn, style: style) else { return false }
            if gateway.session(of: hand.msisdn) == nil {
                dial(text, from: hand, ticket, style)
            } else {
                say(text, from: hand, ticket, style)
            }
            return true
        }
        if first == UInt8(ascii: "*") || first == UInt8(ascii: "#") {
            return dial(text, from: hand, style)
        }
        return say(text, from: hand, style)
    }

    /// Dials, unless a session is open or the phone or its network would act on the string.
    func dial(_ text: String, from hand: Hand, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(phone: hand.msisdn, style: style) else { return false }
        if gateway.session(of: hand.msisdn) != nil {
            outbox.finish(
                ticket,
                LineReply(.sessionOpen, "\(hand.name) has a session open; say HANGUP first")
            )
        } else {
            dial(text, from: hand, ticket, style)
        }
        return true
    }

    /// Answers the screen of a phone.
    func say(_ text: String, from hand: Hand, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(phone: hand.msisdn, style: style) else { return false }
        say(text, from: hand, ticket, style)
        return true
    }

    func dial(
        _ text: String,
        from hand: Hand,
        _ ticket: LineOutbox.Ticket,
        _ style: LineStyle
    ) {
        if let why = Self.whyNotForMenus(text) {
            return outbox.finish(ticket, LineReply(.notForMenus, "\(hand.name) \(why)"))
        }
        turn(hand, ticket, style) {
            handsets.dial(text, from: hand.msisdn, at: now(), reply: $0)
        }
    }

    private func say(
        _ text: String,
        from hand: Hand,
        _ ticket: LineOutbox.Ticket,
        _ style: LineStyle
    ) {
        turn(hand, ticket, style) {
            handsets.answer(text, from: hand.msisdn, turn: nil, at: now(), reply: $0)
        }
    }

    /// Why a dialled string never reaches a menu, or nil when it may (TS 22.030 clause 6.5.3.2).
    private static func whyNotForMenus(_ text: String) -> String? {
        switch MMIString(text).action() {
        case .ussd: nil
        case .supplementaryService:
            "did not dial; the network acts on this code itself, so it reaches no menu"
        case .handsetLocal: "did not dial; the phone acts on this code itself"
        case .call: "did not dial; this is a number to call, and a code ends in #, as *789#"
        }
    }

    func hangUp(_ hand: Hand, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(style: style) else { return false }
        guard gateway.hangUp(hand.msisdn, at: now()) else {
            outbox.finish(ticket, .noSession(hand.name))
            return true
        }
        let screen = handsets.handset(with: hand.msisdn)?.screen
        let text = screen?.kind == .released(.hungUp) ? screen?.text : nil
        let cause = ReleaseCause.hungUp
        outbox.finish(
            ticket,
            LineReply(.released, "\(hand.name) \(cause.word); \(text ?? cause.text)")
        )
        return true
    }

    /// Shows what the phone shows; nothing is sent.
    func showScreen(of hand: Hand, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(phone: hand.msisdn, style: style) else { return false }
        let handset = handsets.handset(with: hand.msisdn)
        outbox.finish(ticket, Self.screen(of: handset, hand))
        return true
    }

    private static func screen(of handset: Handset?, _ hand: Hand) -> LineReply {
        guard let handset, let screen = handset.screen else { return .noSession(hand.name) }
        if let cause = handset.released, screen.kind == .continue {
            return LineReply(.released, "\(hand.name) \(cause.word); \(cause.text)")
        }
        return LineReply(screen, phone: hand.name)
    }

    func watch(_ hand: Hand?, _ style: LineStyle) -> Bool {
        guard let ticket = outbox.begin(style: style) else { return false }
        let isWatching = watch.add(hand?.msisdn, isJSON: isJSON, on: handsets)
        let text = "watching \(hand?.name ?? "all"); what reaches it comes with code 281"
        outbox.finish(ticket, isWatching ? LineReply(.done, text) : .tooManyListen)
        return true
    }

    func unwatch(_ hand: Hand?, _ style: LineStyle) -> Bool {
        let reply = LineReply(.done, "not watching \(hand?.name ?? "any phone")")
        guard answer(reply, style) else { return false }
        watch.remove(hand?.msisdn)
        return true
    }

    func enterRaw(_ hand: Hand, _ style: LineStyle) -> Bool {
        alone(style) { ticket, _ in
            raw = hand
            outbox.finish(
                ticket,
                LineReply(.done, "raw on; every line goes to \(hand.name) up to a lone dot")
            )
        }
    }
}
