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
    /// The time on the gateway's clock, which faults may have set ahead of the scene's.
    public func gatewayTime(_ now: Instant) -> Instant {
        now.adding(milliseconds: handsets.faults.clockLead)
    }

    /// Dials through the network of emulated phones.
    public func dial(
        _ string: String,
        from phone: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        handsets.dial(string, from: phone, at: gatewayTime(now), reply: reply)
        if handsets.faults.takeKill() { restart(at: now) }
    }

    /// Answers through the network of emulated phones.
    public func answer(
        _ input: String,
        from phone: MSISDN,
        turn: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        handsets.answer(input, from: phone, turn: turn, at: gatewayTime(now), reply: reply)
        if handsets.faults.takeKill() { restart(at: now) }
    }

    /// Hangs up at the gateway.
    @discardableResult
    public func hangUp(_ phone: MSISDN, at now: Instant) -> Bool {
        gateway.hangUp(phone, at: gatewayTime(now))
    }

    /// The language of the gateway's session.
    public func sessionLanguage(of phone: MSISDN) -> String? {
        gateway.session(of: phone)?.language
    }

    /// Sends through the network of emulated phones.
    public func send(_ text: String, from phone: MSISDN, to address: String, at now: Instant) {
        handsets.send(text, from: phone, to: address, at: gatewayTime(now))
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
        gateway.keep(language: code, of: phone, at: gatewayTime(now))
    }

    /// Arranges it in the network and before the services, which share one book of faults.
    @discardableResult
    public func arm(_ fault: InjectedFault) -> Int? { handsets.faults.arm(fault) }

    /// What the book says.
    public var armedFaults: [ArmedFault] { handsets.faults.armed }

    /// What the book says.
    public func takeComplaints(of phone: MSISDN) -> [FaultBook.Complaint] {
        handsets.faults.takeComplaints(of: phone)
    }
}
