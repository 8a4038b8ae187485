// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Synchronization

/// The world of a scene whose gateway stands elsewhere and is spoken to in the line protocol.
///
/// Its first trouble is its last: nothing is asked behind it.
final class RemoteWorld: TranscriptWorld {
    let peer: LinePeer
    let plan: RemotePlan
    let facts: RemoteFacts
    private let pool: PeerPool
    /// What the gateway calls each phone of the header.
    let names: [MSISDN: String]
    var now: Instant
    private(set) var trouble: String?
    /// What was seen of inboxes since anything was done; used where time stands.
    var inboxes: [MSISDN: Handset.Inbox] = [:]
    /// What the audit said since anything was done.
    var audited: [String]?
    /// The faults that were asked for, in order.
    var faults: [InjectedFault] = []
    /// The answers to turns that were delivered twice, as far as the gateway told of them.
    var complaints: [FaultBook.Complaint] = []
    /// How often the same instant was looked at again where real time goes on.
    var looks = 0

    init(
        _ peer: LinePeer,
        _ plan: RemotePlan,
        _ facts: RemoteFacts,
        _ pool: PeerPool,
        _ setup: WorldSetup
    ) {
        self.peer = peer
        self.plan = plan
        self.facts = facts
        self.pool = pool
        now = setup.clock
        names = Dictionary(
            setup.phones.map { ($0.msisdn, $0.name + plan.suffix) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    deinit {
        clearFaults()
        pool.give(back: peer)
    }

    /// Whether the world is this scene's alone, so that nothing in it moves unasked.
    var isOwn: Bool { plan.wantsOwn && facts.hasOwnWorlds }

    /// Asks, unless there was trouble; nil when there was or is.
    func ask(
        _ line: String,
        late: (@Sendable (WireReply) -> Void)? = nil
    ) -> WireReply? {
        guard trouble == nil else { return nil }
        do throws(PeerFailure) {
            return try peer.ask(line, late: late)
        } catch {
            trouble = error.message
            return nil
        }
    }

    /// Asks for something that changes the world.
    func change(_ line: String, late: (@Sendable (WireReply) -> Void)? = nil) -> WireReply? {
        inboxes = [:]
        audited = nil
        looks = 0
        return ask(line, late: late)
    }

    /// Takes note of a reply that makes no sense.
    func reject(_ reply: WireReply, to verb: String) {
        trouble = trouble ?? "The gateway answered \(verb) by \(reply.code) \(reply.text)."
    }

    func dial(
        _ string: String,
        from phone: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        let isRedial = facts.verbs.contains("REDIAL")
        if !isRedial { hangUp(phone, at: now) }
        turn("\(isRedial ? "REDIAL" : "DIAL") \(phone.e164) \(string)", reply)
    }

    func answer(
        _ input: String,
        from phone: MSISDN,
        turn key: TurnKey?,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        guard let key, key.session != .none else {
            return turn("SAY \(phone.e164) \(input)", reply)
        }
        turn("TURN \(phone.e164) \(key) \(input)", reply)
    }

    /// Does a turn; where time stands, one that waits for it is left to come back.
    private func turn(_ line: String, _ reply: @escaping @Sendable (Answer) -> Void) {
        let verb = String(line.prefix { $0 != " " })
        var late: (@Sendable (WireReply) -> Void)?
        if isOwn {
            late = { if let answer = $0.answer { reply(answer) } }
        }
        plan.observer?.turnBegins()
        guard let first = change(line, late: late) else { return }
        plan.observer?.turnEnds()
        if first.code == 150 { return }
        guard let answer = first.answer else { return reject(first, to: verb) }
        reply(answer)
    }

    @discardableResult
    func hangUp(_ phone: MSISDN, at now: Instant) -> Bool {
        guard let reply = change("HANGUP \(phone.e164)") else { return false }
        if reply.code != 222, reply.code != 410 { reject(reply, to: "HANGUP") }
        return reply.code == 222
    }

    func sessionLanguage(of phone: MSISDN) -> String? {
        let verb = facts.verbs.contains("SESSION") ? "SESSION" : "SCREEN"
        guard let reply = ask("\(verb) \(phone.e164)") else { return nil }
        switch reply.code {
        case 250: return reply.word("lang").map { String($0) } ?? ""
        case 220: return ""
        case 221, 222, 410: return nil
        default:
            reject(reply, to: verb)
            return nil
        }
    }

    func send(_ text: String, from phone: MSISDN, to address: String, at now: Instant) {
        guard let reply = change("SMS \(phone.e164) \(address) \(text)") else { return }
        if reply.code != 230 { reject(reply, to: "SMS") }
    }

    func inbox(of phone: MSISDN) -> Handset.Inbox? {
        if let known = inboxes[phone] { return known }
        guard let reply = ask("INBOX \(phone.e164) \(Self.messagesMax)") else { return nil }
        guard let inbox = reply.inbox(of: phone) else {
            reject(reply, to: "INBOX")
            return nil
        }
        if isOwn { inboxes[phone] = inbox }
        return inbox
    }

    private static let messagesMax = 200
}
