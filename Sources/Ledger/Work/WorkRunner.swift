// SPDX-License-Identifier: Apache-2.0

/// What is to happen next with the work that is due: a machine that is told what came of the last
/// step and says the next one.
///
/// One step at a time, in the order of the moments: before an item is done, holds whose time is
/// over by then are let go; an item that an item adds has its turn where it belongs. The clock
/// only goes forward. What was begun and not finished is found again in the ledger, so a machine
/// can be dropped at any moment and a new one goes on.
public struct WorkRunner: Sendable {
    /// What happened.
    public enum Event: Hashable, Sendable {
        /// The clock stands here.
        case advanced(to: Timestamp)
        /// The first item that is due, or none.
        case found(WorkItem?)
        /// So many holds were let go.
        case expired(count: Int)
        /// The command was done, or refused for a reason.
        case answered(TransferRejection?)
        /// Nobody knows what to do about the item now.
        case unplanned
        /// The ledger could not; all of it is tried again when the clock moves.
        case failed
    }

    /// What is to be done, and answered with an event.
    public enum Effect: Hashable, Sendable {
        /// Look for the first item that is due by then.
        case find(at: Timestamp)
        /// Let go of holds whose time is over by then.
        case expire(at: Timestamp)
        /// Do an item under this key; it was refused before for a reason, or not at all.
        case run(WorkItem, key: IdempotencyKey, refused: TransferRejection?)
        /// Finish the item and add the same one for later, under this key.
        case putOff(WorkItem, to: Timestamp, key: IdempotencyKey)
    }

    private enum Phase: Hashable {
        case idle, finding
        case expiring(at: Timestamp, before: WorkItem?)
        case running(WorkItem, attempt: Int, refused: TransferRejection?)
        case puttingOff
    }

    /// How often one item is tried before it is put off.
    public static let attemptsMax = 6
    /// How much later an item is tried that nobody could do: an hour, in milliseconds.
    public static let putOffMilliseconds: Int64 = 3_600_000

    /// Items done from one ``Event/advanced(to:)`` to the next.
    public let itemsPerAdvanceMax: Int
    /// Where the clock stands.
    public private(set) var now: Timestamp?
    /// Whether the last advance ended before all that was due was done.
    public private(set) var isBehind = false
    private var phase = Phase.idle
    private var expiredUntil = Timestamp(milliseconds: .min)
    private var left = 0

    /// Makes a machine that does at most so many items each time the clock moves.
    public init(itemsPerAdvanceMax: Int) {
        self.itemsPerAdvanceMax = max(1, itemsPerAdvanceMax)
    }

    /// Whether nothing is under way.
    public var isIdle: Bool { phase == .idle }

    /// Takes what happened and says what to do; nil when there is nothing now.
    public mutating func handle(_ event: Event) -> Effect? {
        switch (phase, event) {
        case (_, .advanced(let moment)):
            return advance(to: moment)
        case (.finding, .found(let item)):
            return found(item)
        case (.expiring(let moment, let item), .expired(let count)):
            if count > 0 { return .expire(at: moment) }
            expiredUntil = moment
            if let item { return run(item, attempt: 0, refused: nil) }
            return find()
        case (.running(let item, let attempt, let refused), .answered(let reason)):
            return answered(reason, item, attempt: attempt, refused)
        case (.running(let item, _, _), .unplanned):
            return putOff(item)
        case (.puttingOff, .answered(let reason)):
            if reason == nil || reason == .workAlreadyDone { return done() }
            phase = .idle
            return nil
        default:
            phase = .idle
            return nil
        }
    }

    private mutating func advance(to moment: Timestamp) -> Effect? {
        if let now, moment < now { return nil }
        now = moment
        left = itemsPerAdvanceMax
        return phase == .idle ? find() : nil
    }

    private mutating func find() -> Effect? {
        guard let now else { return nil }
        phase = .finding
        return .find(at: now)
    }

    private mutating func found(_ item: WorkItem?) -> Effect? {
        isBehind = item != nil && left == 0
        guard let now, !isBehind else {
            phase = .idle
            return nil
        }
        let moment = item?.due ?? now
        if expiredUntil < moment {
            phase = .expiring(at: moment, before: item)
            return .expire(at: moment)
        }
        if let item { return run(item, attempt: 0, refused: nil) }
        phase = .idle
        return nil
    }

    private mutating func run(
        _ item: WorkItem,
        attempt: Int,
        refused: TransferRejection?
    ) -> Effect? {
        phase = .running(item, attempt: attempt, refused: refused)
        return .run(item, key: key(of: item, attempt: UInt8(clamping: attempt)), refused: refused)
    }

    private mutating func answered(
        _ reason: TransferRejection?,
        _ item: WorkItem,
        attempt: Int,
        _ refused: TransferRejection?
    ) -> Effect? {
        switch reason {
        case nil, .workAlreadyDone, .workNotFound:
            return done()
        case .recordChanged, .keyReused:
            guard attempt + 1 < Self.attemptsMax else { return putOff(item) }
            return run(item, attempt: attempt + 1, refused: refused)
        case .some(let reason):
            guard refused == nil else { return putOff(item) }
            return run(item, attempt: attempt + 1, refused: reason)
        }
    }

    private mutating func putOff(_ item: WorkItem) -> Effect? {
        phase = .puttingOff
        let later = max(now ?? item.due, item.due).adding(milliseconds: Self.putOffMilliseconds)
        return .putOff(item, to: later, key: key(of: item, attempt: .max))
    }

    private mutating func done() -> Effect? {
        left -= 1
        return find()
    }

    /// A key that no other attempt has, in the order of time: that an item is done once does not
    /// hang on it.
    private func key(of item: WorkItem, attempt: UInt8) -> IdempotencyKey {
        IdempotencyKey(
            high: UInt64(clamping: now?.milliseconds ?? 0) << 20,
            low: UInt64(bitPattern: item.id.rawValue) << 8 | UInt64(attempt)
        )
    }
}
