// SPDX-License-Identifier: Apache-2.0
public import GSM
import Synchronization

/// Emulated phones around a gateway: it is the gateway's observer and keeps what reaches them.
///
/// Names are the same whatever the case of their letters. What reaches a phone is kept before the
/// one who dialled or answered gets the reply, and before subscribers are told.
public final class HandsetNetwork: Sendable {
    /// The gateway, to which the phones dial.
    public let gateway: Gateway
    /// What goes wrong between the phones and the gateway.
    public let faults: FaultBook
    private let state = Mutex(State())

    /// The bounds.
    public enum Limits {
        /// Most octets of a phone's name.
        public static let nameOctetsMax = 32
        /// Most subscribers; a further one is not accepted.
        public static let subscribersMax = 1_000
    }

    private struct State {
        var handsets: [MSISDN: Handset] = [:]
        var names: [String: MSISDN] = [:]
        /// What each phone dialled last; it may hold anything and is never shown.
        var dialled: [MSISDN: String] = [:]
        var subscribers: [Subscriber] = []
        var subscriptions: UInt64 = 0
    }

    private struct Subscriber {
        let id: UInt64
        let tell: @Sendable (HandsetEvent) -> Void
    }

    /// Makes a network and becomes the gateway's observer.
    ///
    /// - Parameters:
    ///   - gateway: which the phones dial.
    ///   - faults: what goes wrong; shared with the ``ServiceFaults`` where there are some.
    ///   - former: the network around a gateway that is no more; its phones go on here with what
    ///     they show and received. Nil begins without phones.
    public init(
        gateway: Gateway,
        faults: FaultBook = FaultBook(seed: 0),
        phonesOf former: HandsetNetwork? = nil
    ) {
        self.gateway = gateway
        self.faults = faults
        faults.adopt(self)
        if let former {
            former.gateway.setObserver(nil)
            let (handsets, names, dialled) = former.state.withLock {
                ($0.handsets, $0.names, $0.dialled)
            }
            state.withLock { state in
                state.handsets = handsets.mapValues(\.facingNewGateway)
                state.names = names
                state.dialled = dialled
            }
        }
        gateway.setObserver { [weak self] in self?.take($0) }
    }

    /// Adds a phone; the same name and number again change nothing.
    public func register(
        _ name: String,
        _ msisdn: MSISDN
    ) throws(RegistrationError) {
        guard Self.isName(name) else { throw .badName }
        let limit = gateway.configuration.limits.handsetsMax
        let refusal = state.withLock { state -> RegistrationError? in
            let known = state.names[name.lowercased()]
            if known == msisdn { return nil }
            if known != nil { return .nameTaken }
            if state.handsets[msisdn] != nil { return .numberTaken }
            if state.handsets.count >= limit { return .tooMany }
            state.names[name.lowercased()] = msisdn
            state.handsets[msisdn] = Handset(name: name, msisdn: msisdn)
            return nil
        }
        if let refusal { throw refusal }
    }

    /// The phone of that name, or nil.
    public func handset(named name: String) -> Handset? {
        state.withLock { state in
            state.names[name.lowercased()].flatMap { state.handsets[$0] }
        }
    }

    /// The phone of that number, or nil.
    public func handset(with msisdn: MSISDN) -> Handset? {
        state.withLock { $0.handsets[msisdn] }
    }

    /// The messages of the phone of that name, or nil when there is none.
    public func inbox(of name: String) -> Handset.Inbox? {
        handset(named: name)?.inbox
    }

    /// Every phone, by number.
    public var all: [Handset] {
        state.withLock { $0.handsets.values.sorted { $0.msisdn < $1.msisdn } }
    }

    /// Sends a message from a phone: to another emulated phone, or to the service.
    public func send(_ text: String, from msisdn: MSISDN, to address: String, at now: Instant) {
        let message = ShortMessage(from: msisdn.e164, to: address, text: text, at: now)
        if let receiver = message.receiver, handset(with: receiver) != nil {
            gateway.testify(.sent(message))
            gateway.deliver(message, at: now)
        } else {
            gateway.receive(message, at: now)
        }
    }

    /// Tells what reaches any phone from now on, in the order of each phone's turns.
    ///
    /// It is told on the thread of whoever made it happen and must not wait.
    public func subscribe(_ tell: @escaping @Sendable (HandsetEvent) -> Void) -> Subscription {
        let (id, isAccepted) = state.withLock { state in
            state.subscriptions &+= 1
            let isAccepted = state.subscribers.count < Limits.subscribersMax
            if isAccepted {
                state.subscribers.append(Subscriber(id: state.subscriptions, tell: tell))
            }
            return (state.subscriptions, isAccepted)
        }
        return Subscription(isAccepted: isAccepted) { [weak self] in
            self?.remove(id)
        }
    }

    /// Takes every phone out of the network with what it received; subscribers stay.
    public func removeAll() {
        state.withLock { state in
            state.handsets = [:]
            state.names = [:]
            state.dialled = [:]
        }
    }

    /// What the subscriber held goes after the lock, since its end may come back here.
    private func remove(_ id: UInt64) {
        let removed = state.withLock { state -> Subscriber? in
            guard let index = state.subscribers.firstIndex(where: { $0.id == id }) else {
                return nil
            }
            return state.subscribers.remove(at: index)
        }
        withExtendedLifetime(removed) {}
    }

    /// Remembers what a phone dials, to be dialled again.
    func note(dialled string: String, from msisdn: MSISDN) {
        state.withLock { state in
            guard state.handsets[msisdn] != nil else { return }
            state.dialled[msisdn] = string
        }
    }

    /// What a phone dialled last.
    func dialled(from msisdn: MSISDN) -> String? { state.withLock { $0.dialled[msisdn] } }

    /// Tells a phone that its connection was lost, as no gateway does.
    func lose(_ msisdn: MSISDN) { keep(.released(msisdn, .connectionLost)) }

    /// Tells a phone that its connection was lost with the gateway.
    ///
    /// - Returns: what stands in place of the answer that it waits for.
    public func loseConnection(of msisdn: MSISDN) -> Answer {
        lose(msisdn)
        return .lost
    }

    private func take(_ event: GatewayEvent) {
        guard faults.isActive, let msisdn = event.phone else { return keep(event) }
        switch event {
        case .screen where faults.isUnheard(msisdn): break
        case .message(let message):
            guard let name = handset(with: msisdn)?.name else { return keep(event) }
            faults.message(to: name, at: message.at) { [weak faults] in
                faults?.network?.keep(event)
            }
        case .screen, .released: keep(event)
        }
    }

    private func keep(_ event: GatewayEvent) {
        let inboxMax = gateway.configuration.limits.inboxMessagesMax
        guard let msisdn = event.phone else { return }
        let (name, subscribers) = state.withLock { state in
            // By its place, because a phone is large and is moved out and in by its key.
            let name = state.handsets.index(forKey: msisdn).map { place in
                state.handsets.values[place].take(event, inboxMax: inboxMax)
            }
            return (name, state.subscribers)
        }
        let told = HandsetEvent(name: name, msisdn: msisdn, event: event)
        for subscriber in subscribers { subscriber.tell(told) }
    }

    private static func isName(_ name: String) -> Bool {
        let letters = [
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        ]
        let octets = name.utf8
        guard let first = octets.first, octets.count <= Limits.nameOctetsMax,
            letters.contains(where: { $0 ~= first })
        else { return false }
        return octets.allSatisfy { octet in
            letters.contains { $0 ~= octet }
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= octet
                || octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_")
        }
    }
}

extension GatewayEvent {
    /// The phone that it reaches, or nil for a message to no phone.
    var phone: MSISDN? {
        switch self {
        case .screen(let msisdn, _), .released(let msisdn, _): msisdn
        case .message(let message): message.receiver
        }
    }
}

extension Handset {
    /// Keeps what reached the phone, unless it is older than what it shows; gives its name.
    fileprivate mutating func take(_ event: GatewayEvent, inboxMax: Int) -> String {
        switch event {
        case .screen(_, let answer):
            let isNewest = screen.map { !$0.isNewer(than: answer) } ?? true
            guard isNewest || showsFormerGateway else { return name }
            screen = answer
            showsFormerGateway = false
            if case .released(let cause) = answer.kind { released = cause } else { released = nil }
        case .released(_, let cause): released = cause
        case .message(let message): inbox.append(message, atMost: inboxMax)
        }
        return name
    }
}

extension Answer {
    /// Whether it was given after another one; one that belongs to no session is always new.
    fileprivate func isNewer(than other: Answer) -> Bool {
        guard session != .none, other.session != .none else { return false }
        return (session.number, position) > (other.session.number, other.position)
    }
}
