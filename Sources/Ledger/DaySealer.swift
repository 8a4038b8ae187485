// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Signs the head of each day when the day is over, by the clock it is told.
///
/// A day is one of the local calendar at a fixed offset from UTC. Whoever was away for days seals
/// the last one that is over before anything else is written: its head covers those before it. A
/// ledger that has nothing from before today has no day to seal.
public final class DaySealer: Sendable {
    /// Told of each day that was to be sealed: its head, or why there is none.
    public typealias Report = @Sendable (String, Result<SignedHead, LedgerStoreError>) -> Void

    /// How long a day that could not be sealed waits, in milliseconds: a minute.
    public static let retryMilliseconds: Int64 = 60_000

    private let store: any LedgerStore
    private let key: SealingKey
    private let offsetMinutes: Int
    private let report: Report
    private let state = Mutex(State())

    private struct State {
        /// The day that is not over, as its beginning, once the one before it is dealt with.
        var settled: Timestamp?
        var isSealing = false
        var notBefore = Timestamp(milliseconds: .min)
    }

    /// Makes a sealer for a store.
    ///
    /// - Parameters:
    ///   - store: whose journal is sealed.
    ///   - key: what signs.
    ///   - offsetMinutes: local time less UTC.
    ///   - report: told of each day.
    public init(
        store: any LedgerStore,
        key: SealingKey,
        offsetMinutes: Int,
        report: @escaping Report = { _, _ in }
    ) {
        self.store = store
        self.key = key
        self.offsetMinutes = offsetMinutes
        self.report = report
    }

    /// Moves the clock; when a day is over that is not sealed, asks the store to seal it.
    ///
    /// Whatever is committed after this call is not under that day's head.
    public func advance(to now: Timestamp) {
        let today = Self.beginning(of: now, offsetMinutes)
        let isNew = state.withLock { state in
            guard !state.isSealing, now >= state.notBefore, state.settled ?? .first < today
            else { return false }
            state.isSealing = true
            return true
        }
        guard isNew else { return }
        let day = Self.day(before: now, offsetMinutes: offsetMinutes)
        do throws(LedgerStoreError) {
            guard try isOpen(day, before: today) else { return settle(today) }
        } catch {
            return end(day, .failure(error), today, now)
        }
        store.seal(day: day, key: key) { [self] result in end(day, result, today, now) }
    }

    /// The last day that is over at a moment, such as `2026-11-20`.
    ///
    /// - Parameters:
    ///   - now: the moment.
    ///   - offsetMinutes: local time less UTC.
    /// - Returns: 10 characters.
    public static func day(before now: Timestamp, offsetMinutes: Int) -> String {
        beginning(of: now, offsetMinutes).adding(milliseconds: -1)
            .calendarDate(offsetMinutes: offsetMinutes)
    }

    /// Whether there is something of a day or earlier, and no head of it or later.
    private func isOpen(_ day: String, before today: Timestamp) throws(LedgerStoreError) -> Bool {
        if let last = try store.heads().last, last.day >= day { return false }
        let transfer = try store.transfers(since: TransferID(0), limit: 1).first
        let note = try store.notes(since: 0, limit: 1).first
        return [transfer?.at, note?.at].contains { $0.map { $0 < today } ?? false }
    }

    private func end(
        _ day: String,
        _ result: Result<SignedHead, LedgerStoreError>,
        _ today: Timestamp,
        _ now: Timestamp
    ) {
        switch result {
        case .success, .failure(.refused): settle(today)
        case .failure:
            state.withLock { state in
                state.isSealing = false
                state.notBefore = now.adding(milliseconds: Self.retryMilliseconds)
            }
        }
        report(day, result)
    }

    private func settle(_ today: Timestamp) {
        state.withLock { state in
            state.isSealing = false
            state.settled = today
        }
    }

    private static func beginning(of now: Timestamp, _ offsetMinutes: Int) -> Timestamp {
        let date = now.calendarDate(offsetMinutes: offsetMinutes)
        return Timestamp.moments(named: date, offsetMinutes: offsetMinutes)?.lowerBound ?? now
    }
}

extension Timestamp {
    fileprivate static let first = Timestamp(milliseconds: .min)
}
