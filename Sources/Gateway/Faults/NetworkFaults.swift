// SPDX-License-Identifier: Apache-2.0

/// Decides what goes wrong: it is told what happens and says what becomes of it.
///
/// It is a value that knows no clock, no text and no phone but by name: equal seeds, faults and
/// events give equal effects. Of several faults that wait for the same, the one asked for first
/// happens.
public struct NetworkFaults: Sendable {
    /// The faults that were asked for, in order.
    public private(set) var armed: [ArmedFault] = []
    private var random: SplitMix64
    private var lastID = 0
    /// How many occasions a fault that waits for its number of them has seen, by its name.
    private var passed: [Int: Int] = [:]
    /// The fault by which a message to a phone is kept back, by the phone's name in small letters.
    private var backMessages: [String: Int] = [:]
    /// The fault by which a turn of a phone comes again, by the phone's name in small letters.
    private var backTurns: [String: Int] = [:]

    /// The bounds.
    public enum Limits {
        /// Most faults at once; those that are spent make room.
        public static let armedMax = 100
        /// How long a message waits for one to be sent after it, in milliseconds.
        public static let reorderMillisecondsMax: Int64 = 60_000
        /// Most occasions of a fault that happens some times, or once in some.
        public static let occasionsMax = 1_000_000
    }

    /// What becomes of a message.
    public enum MessageEffect: Hashable, Sendable {
        /// It comes.
        case deliver
        /// It never comes.
        case drop
        /// It comes twice.
        case deliverTwice
        /// It comes so much later.
        case later(milliseconds: Int64)
        /// It waits for the next one.
        case keepBack
        /// It comes, and then the one that was kept back.
        case deliverThenKept
    }

    /// What a turn is.
    public struct Turn: Hashable, Sendable {
        /// Whose it is.
        public var phone: String
        /// Whether it dials; else it answers.
        public var isDial: Bool
        /// Whether a session of the phone is open.
        public var isOpen: Bool

        /// Makes a turn.
        public init(phone: String, isDial: Bool, isOpen: Bool) {
            self.phone = phone
            self.isDial = isDial
            self.isOpen = isOpen
        }
    }

    /// What becomes of a turn.
    public struct TurnEffect: Hashable, Sendable {
        /// By how much the clock on the gateway's wall jumps before it.
        public var jumpMilliseconds: Int64 = 0
        /// Whether the gateway is killed when it is done.
        public var kills = false
        /// What goes wrong with it.
        public var fault: InjectedFault.Turn?
        /// What to ``confirm(_:)`` if it happened; a fault that needs a service at work may not.
        public var id: Int?
        /// Whether an earlier turn comes once more after it.
        public var bringsEarlier = false
    }

    /// What becomes of a call.
    public struct CallEffect: Hashable, Sendable {
        /// What goes wrong with it.
        public let fault: InjectedFault.Service
        /// Chooses among the wrong answers.
        public let dice: UInt64
    }

    /// Begins without faults.
    public init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Asks for a fault; nil when there are too many.
    public mutating func arm(_ fault: InjectedFault) -> Int? {
        if armed.count >= Limits.armedMax {
            for spent in armed where spent.isSpent { passed[spent.id] = nil }
            armed.removeAll(where: \.isSpent)
        }
        guard armed.count < Limits.armedMax else { return nil }
        lastID += 1
        armed.append(ArmedFault(id: lastID, fault: fault))
        return lastID
    }

    /// Asks for no fault any more; what is kept back still comes.
    public mutating func clear() { (armed, passed) = ([], [:]) }

    /// Notes that a fault happened.
    public mutating func confirm(_ id: Int) {
        guard let index = armed.firstIndex(where: { $0.id == id }) else { return }
        armed[index].happened += 1
    }

    /// A message is on its way to a phone.
    public mutating func message(to phone: String) -> MessageEffect {
        let name = phone.lowercased()
        if let id = backMessages.removeValue(forKey: name) {
            confirm(id)
            return .deliverThenKept
        }
        let drawn = draw { kind in
            if case .message(_, let other) = kind { other.lowercased() == name } else { false }
        }
        guard let drawn, case .message(let fault, _) = drawn.fault.kind else { return .deliver }
        if fault == .reorder {
            backMessages[name] = drawn.id
            return .keepBack
        }
        confirm(drawn.id)
        switch fault {
        case .drop: return .drop
        case .delay(let milliseconds): return .later(milliseconds: milliseconds)
        case .double, .reorder: return .deliverTwice
        }
    }

    /// A message was kept back for too long and comes without another one before it.
    public mutating func letGo(messageTo phone: String) {
        backMessages[phone.lowercased()] = nil
    }

    /// A phone dials or answers.
    public mutating func turn(_ turn: Turn) -> TurnEffect {
        var effect = TurnEffect()
        if let jump = draw({ if case .jumpClock = $0 { true } else { false } }),
            case .jumpClock(let milliseconds) = jump.fault.kind
        {
            confirm(jump.id)
            effect.jumpMilliseconds = milliseconds
        }
        let name = turn.phone.lowercased()
        if let id = backTurns.removeValue(forKey: name) {
            confirm(id)
            effect.bringsEarlier = true
        }
        if let kill = draw({ $0 == .kill }) {
            confirm(kill.id)
            effect.kills = true
            return effect
        }
        let drawn = draw { kind in
            guard case .turn(let fault, let other) = kind, other.lowercased() == name else {
                return false
            }
            return switch fault {
            case .double, .late, .reorder: !turn.isDial && turn.isOpen
            case .release: turn.isOpen
            case .loseReply, .redial, .hangUp: true
            }
        }
        guard let drawn, case .turn(let fault, _) = drawn.fault.kind else { return effect }
        (effect.fault, effect.id) = (fault, drawn.id)
        switch fault {
        case .reorder: backTurns[name] = drawn.id
        case .redial, .hangUp: break
        default: confirm(drawn.id)
        }
        return effect
    }

    /// A service is called by an operation such as `money.send`.
    public mutating func call(_ operation: String) -> CallEffect? {
        let drawn = draw { kind in
            if case .service(_, operation) = kind { true } else { false }
        }
        guard let drawn, case .service(let fault, _) = drawn.fault.kind else { return nil }
        confirm(drawn.id)
        return CallEffect(fault: fault, dice: fault == .wrong ? random.next() : 0)
    }

    /// The ledger begins a commit; at which end of it the gateway is killed, nil when at none.
    public mutating func commit() -> CommitEnd? {
        let drawn = count { kind in
            if case .killAtCommit(let number, _) = kind { number } else { nil }
        }
        guard case .killAtCommit(_, let end)? = drawn?.fault.kind else { return nil }
        return end
    }

    /// A message of the ledger is handed over; whether the gateway is killed behind it.
    public mutating func handOver() -> Bool {
        let drawn = count { kind in
            if case .killAfterMessage(let number) = kind { number } else { nil }
        }
        return drawn != nil
    }

    /// Counts an occasion for each fault that waits for a number of them, and gives the first that
    /// has it; that one counts anew.
    private mutating func count(_ number: (InjectedFault.Kind) -> Int?) -> ArmedFault? {
        var due: Int?
        for (index, fault) in armed.enumerated() where !fault.isSpent {
            guard let number = number(fault.fault.kind) else { continue }
            passed[fault.id, default: 0] += 1
            guard due == nil, passed[fault.id, default: 0] >= number else { continue }
            passed[fault.id] = 0
            if case .oneIn(let count) = fault.fault.frequency,
                random.next() % UInt64(max(1, count)) != 0
            {
                continue
            }
            due = index
        }
        guard let due else { return nil }
        armed[due].happened += 1
        return armed[due]
    }

    /// The first fault of a kind whose turn it is.
    private mutating func draw(_ isWanted: (InjectedFault.Kind) -> Bool) -> ArmedFault? {
        for candidate in armed where !candidate.isSpent && isWanted(candidate.fault.kind) {
            guard case .oneIn(let count) = candidate.fault.frequency else { return candidate }
            if random.next() % UInt64(max(1, count)) == 0 { return candidate }
        }
        return nil
    }
}
