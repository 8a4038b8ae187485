// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway

/// A world whose gateway and phones are in this process.
public protocol EmulatedWorld: TranscriptWorld {
    /// The gateway that the phones dial.
    var gateway: Gateway { get }
    /// The phones of the header, registered under their names.
    var handsets: HandsetNetwork { get }
}

extension EmulatedWorld {
    /// Dials at the gateway.
    public func dial(
        _ string: String,
        from phone: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        gateway.dial(string, from: phone, at: now, reply: reply)
    }

    /// Answers at the gateway.
    public func answer(
        _ input: String,
        from phone: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        gateway.answer(input, from: phone, turn: turn, at: now, reply: reply)
    }

    /// Hangs up at the gateway.
    @discardableResult
    public func hangUp(_ phone: MSISDN, at now: Instant) -> Bool {
        gateway.hangUp(phone, at: now)
    }

    /// The language of the gateway's session.
    public func sessionLanguage(of phone: MSISDN) -> String? {
        gateway.session(of: phone)?.language
    }

    /// Sends through the network of emulated phones.
    public func send(_ text: String, from phone: MSISDN, to address: String, at now: Instant) {
        handsets.send(text, from: phone, to: address, at: now)
    }

    /// The inbox of the emulated phone.
    public func inbox(of phone: MSISDN) -> Handset.Inbox? {
        handsets.handset(with: phone)?.inbox
    }

    /// What the gateway's menu speaks.
    public func languages(ofMenu name: String) -> [String] { gateway.languages(ofMenu: name) }

    /// Whether the gateway's menu speaks it.
    public func speaks(_ code: String, menu name: String) -> Bool {
        gateway.speaks(code, menu: name)
    }

    /// Keeps it at the gateway.
    public func keep(language code: String, of phone: MSISDN, at now: Instant) {
        gateway.keep(language: code, of: phone, at: now)
    }
}
