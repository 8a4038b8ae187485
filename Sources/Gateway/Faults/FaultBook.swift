// SPDX-License-Identifier: Apache-2.0
public import GSM
import Synchronization

/// The faults of one world: what was asked for, and what is under way because of it.
///
/// A ``HandsetNetwork`` and the ``ServiceFaults`` before its gateway share one, so that the same
/// words make the same things go wrong in a scene and in a gateway that runs. As long as no fault
/// was ever asked for it costs one look at a flag.
public final class FaultBook: Sendable {
    private let state: Mutex<State>
    private let active = Atomic<Bool>(false)
    private let lead = Atomic<Int64>(0)

    /// Two different answers to one turn, which is a mistake of the gateway.
    public struct Complaint: Hashable, Sendable {
        /// Whose turn it was.
        public let phone: MSISDN
        /// The answer to the first delivery.
        public let first: Answer
        /// The answer to the second.
        public let second: Answer

        /// Makes it, as one that was told by a gateway elsewhere.
        public init(phone: MSISDN, first: Answer, second: Answer) {
            self.phone = phone
            self.first = first
            self.second = second
        }
    }

    /// Something that waits for its time.
    private struct Held {
        var due: Instant
        var dies: Bool
        var work: @Sendable (Instant) -> Void
    }

    private struct State {
        var machine: NetworkFaults
        var unheard: Set<MSISDN> = []
        /// The last sessions that were lost with what they said.
        var unheardSessions: [SessionID] = []
        /// The network that what is late goes to: after a restart the new one.
        weak var network: HandsetNetwork?
        var held: [Held] = []
        var backMessages: [String: (token: Int, deliver: @Sendable () -> Void)] = [:]
        var backTurns: [String: @Sendable (Instant) -> Void] = [:]
        /// Outcomes of phones whose services are made to wait, and how many calls are under way.
        var waiting: [MSISDN: [@Sendable () -> Void]] = [:]
        var calls: [MSISDN: Int] = [:]
        var complaints: [Complaint] = []
        var killsDue = 0
        var kill: (@Sendable (Instant) -> Void)?
        var wallMilliseconds: Int64 = 0
        var tokens = 0
    }

    /// The bounds.
    enum Limits {
        /// Most complaints that are kept.
        static let complaintsMax = 100
        /// Most lost sessions that are remembered; what they said is told by then.
        static let unheardSessionsMax = 100
    }

    /// Makes a book without faults; equal seeds repeat what is drawn.
    public init(seed: UInt64) {
        state = Mutex(State(machine: NetworkFaults(seed: seed)))
    }

    /// Whether any fault was ever asked for.
    public var isActive: Bool { active.load(ordering: .relaxed) }

    /// The faults that were asked for and how often each happened.
    public var armed: [ArmedFault] { state.withLock { $0.machine.armed } }

    /// By how many milliseconds jumps have set the gateway's clock forward.
    ///
    /// A clock on the wall that is set back does not set the gateway's back: no time-out runs out
    /// early by it and nothing is written before what was written.
    public var clockLead: Int64 { lead.load(ordering: .relaxed) }

    /// Asks for a fault.
    ///
    /// - Returns: what names it in ``armed``, or nil when there are too many.
    @discardableResult
    public func arm(_ fault: InjectedFault) -> Int? {
        active.store(true, ordering: .relaxed)
        return state.withLock { $0.machine.arm(fault) }
    }

    /// Asks for no fault any more; what is late or kept back still comes.
    public func clear() {
        state.withLock { $0.machine.clear() }
    }

    /// Says what kills the gateway; without it ``takeKill()`` says that somebody should.
    public func setKill(_ kill: @escaping @Sendable (Instant) -> Void) {
        state.withLock { $0.kill = kill }
    }

    /// Whether the gateway is to be killed now; asked again, no more.
    public func takeKill() -> Bool {
        guard isActive else { return false }
        return state.withLock { state in
            defer { state.killsDue = 0 }
            return state.killsDue > 0
        }
    }

    /// Drops the outcomes of services that are held back, which die with the gateway.
    public func forgetOutcomes() {
        let dead = state.withLock { state in
            defer {
                state.held.removeAll(where: \.dies)
                (state.waiting, state.calls) = ([:], [:])
            }
            return (state.held, state.waiting)
        }
        withExtendedLifetime(dead) {}
    }

    /// Takes the answers to turns of a phone that differ where they must not.
    public func takeComplaints(of phone: MSISDN) -> [Complaint] {
        guard isActive else { return [] }
        return state.withLock { state in
            defer { state.complaints.removeAll { $0.phone == phone } }
            return state.complaints.filter { $0.phone == phone }
        }
    }

    /// When the next that is late falls due; nil when nothing is.
    public var nextDue: Instant? {
        guard isActive else { return nil }
        return state.withLock { $0.held.first?.due }
    }

    /// Lets go what falls due by an instant, in the order of time.
    public func release(until now: Instant) {
        guard isActive else { return }
        while let next = state.withLock({ state -> Held? in
            guard let first = state.held.first, first.due <= now else { return nil }
            return state.held.removeFirst()
        }) {
            next.work(next.due)
        }
    }

    /// Keeps it from the services that outcomes reach this phone's screen, or ends that.
    func setUnheard(_ isUnheard: Bool, _ phone: MSISDN) {
        if isUnheard { active.store(true, ordering: .relaxed) }
        state.withLock { state in
            if isUnheard { state.unheard.insert(phone) } else { state.unheard.remove(phone) }
        }
    }

    /// Whether screens of this phone are being lost.
    func isUnheard(_ phone: MSISDN) -> Bool {
        isActive && state.withLock { $0.unheard.contains(phone) }
    }

    /// Whether what a call came to reached no screen.
    func isUnheard(_ key: ServiceKey, of phone: MSISDN) -> Bool {
        guard isActive else { return false }
        return state.withLock { state in
            state.unheard.contains(phone)
                || state.unheardSessions.contains { session in
                    session.high == key.high && UInt64(session.number) == key.low >> 32
                }
        }
    }

    /// Notes that a session was lost with what it said last.
    func note(unheard session: SessionID) {
        state.withLock { state in
            state.unheardSessions.append(session)
            let excess = state.unheardSessions.count - Limits.unheardSessionsMax
            if excess > 0 { state.unheardSessions.removeFirst(excess) }
        }
    }

    /// Takes note of the network that what is late goes to from now on.
    func adopt(_ network: HandsetNetwork) {
        state.withLock { $0.network = network }
    }

    /// The network that what is late goes to.
    var network: HandsetNetwork? { state.withLock { $0.network } }
}

/// Messages.
extension FaultBook {
    /// Has a message delivered as it deserves: now, later, twice or never.
    func message(to name: String, at now: Instant, deliver: @escaping @Sendable () -> Void) {
        switch state.withLock({ $0.machine.message(to: name) }) {
        case .deliver: deliver()
        case .drop: break
        case .deliverTwice:
            deliver()
            deliver()
        case .later(let milliseconds):
            hold(until: now.adding(milliseconds: milliseconds)) { _ in deliver() }
        case .keepBack:
            let token = state.withLock { state in
                state.tokens += 1
                state.backMessages[name.lowercased()] = (state.tokens, deliver)
                return state.tokens
            }
            let due = now.adding(milliseconds: NetworkFaults.Limits.reorderMillisecondsMax)
            hold(until: due) { [weak self] _ in self?.letGo(token, messageTo: name) }
        case .deliverThenKept:
            deliver()
            state.withLock { $0.backMessages.removeValue(forKey: name.lowercased()) }?.deliver()
        }
    }

    private func letGo(_ token: Int, messageTo name: String) {
        let kept = state.withLock { state -> (@Sendable () -> Void)? in
            guard state.backMessages[name.lowercased()]?.token == token else { return nil }
            state.machine.letGo(messageTo: name)
            return state.backMessages.removeValue(forKey: name.lowercased())?.deliver
        }
        kept?()
    }

    /// Keeps something until its time; `dies` when it does not outlive the gateway.
    func hold(until due: Instant, dies: Bool = false, _ work: @escaping @Sendable (Instant) -> Void)
    {
        state.withLock { state in
            let place = state.held.firstIndex { $0.due > due } ?? state.held.endIndex
            state.held.insert(Held(due: due, dies: dies, work: work), at: place)
        }
    }
}

/// Turns.
extension FaultBook {
    func effect(of turn: NetworkFaults.Turn) -> NetworkFaults.TurnEffect {
        state.withLock { $0.machine.turn(turn) }
    }

    func confirm(_ id: Int?) {
        if let id { state.withLock { $0.machine.confirm(id) } }
    }

    /// Sets the clock on the wall; by how much that sets the gateway's forward.
    func jump(milliseconds: Int64) -> Int64 {
        state.withLock { state in
            let (wall, overflow) = state.wallMilliseconds.addingReportingOverflow(milliseconds)
            guard !overflow else { return 0 }
            state.wallMilliseconds = wall
            let moved = max(0, wall - lead.load(ordering: .relaxed))
            lead.add(moved, ordering: .relaxed)
            return moved
        }
    }

    func kill(at now: Instant) {
        let kill = state.withLock { state in
            if state.kill == nil { state.killsDue += 1 }
            return state.kill
        }
        kill?(now)
    }

    /// Keeps a turn that comes again after the next one of its phone.
    func keepBack(turnOf name: String, _ again: @escaping @Sendable (Instant) -> Void) {
        state.withLock { $0.backTurns[name.lowercased()] = again }
    }

    func takeBack(turnOf name: String) -> (@Sendable (Instant) -> Void)? {
        state.withLock { $0.backTurns.removeValue(forKey: name.lowercased()) }
    }

    func complain(_ complaint: Complaint) {
        state.withLock { state in
            guard state.complaints.count < Limits.complaintsMax else { return }
            state.complaints.append(complaint)
        }
    }
}

/// What the ledger does, which kills the gateway where a fault says so: ``takeKill()`` tells.
extension FaultBook {
    /// Notes that a commit begins; at which end of it the gateway is killed, nil when at none.
    public func commit() -> CommitEnd? {
        guard isActive else { return nil }
        return state.withLock { state in
            let end = state.machine.commit()
            if end != nil { state.killsDue += 1 }
            return end
        }
    }

    /// Notes that a message is handed over; whether the gateway is killed behind it, before
    /// anything notes that it was.
    public func handOver() -> Bool {
        guard isActive else { return false }
        return state.withLock { state in
            let kills = state.machine.handOver()
            if kills { state.killsDue += 1 }
            return kills
        }
    }
}

/// Calls.
extension FaultBook {
    func effect(ofCall operation: String) -> NetworkFaults.CallEffect? {
        state.withLock { $0.machine.call(operation) }
    }

    /// From now on the services' outcomes for a phone wait.
    func makeWait(_ phone: MSISDN) {
        state.withLock { $0.waiting[phone] = [] }
    }

    /// Whether a service works for a phone whose outcomes wait.
    func isWorking(for phone: MSISDN) -> Bool {
        state.withLock { $0.calls[phone, default: 0] > 0 }
    }

    /// Ends the waiting of a phone's outcomes; those that came are passed on.
    func letGo(outcomesOf phone: MSISDN) {
        let came = state.withLock { state in
            state.calls[phone] = nil
            return state.waiting.removeValue(forKey: phone)
        }
        for outcome in came ?? [] { outcome() }
    }

    /// Notes that a call begins; whether its outcome may have to wait.
    func begin(callOf phone: MSISDN) -> Bool {
        state.withLock { state in
            guard state.waiting[phone] != nil else { return false }
            state.calls[phone, default: 0] += 1
            return true
        }
    }

    /// Passes an outcome on, or lets it wait.
    func pass(outcomeOf phone: MSISDN, _ outcome: @escaping @Sendable () -> Void) {
        let waits = state.withLock { state in
            state.waiting[phone]?.append(outcome) != nil
        }
        if !waits { outcome() }
    }
}
