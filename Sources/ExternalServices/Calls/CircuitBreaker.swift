// SPDX-License-Identifier: Apache-2.0
import Gateway

/// Leaves a service alone for a while that failed again and again, then tries it with one call.
struct CircuitBreaker: Hashable, Sendable {
    /// What a breaker lets through.
    enum State: Hashable, Sendable {
        /// All calls; so many failed in a row.
        case closed(failures: Int)
        /// None until then.
        case open(until: Instant)
        /// One call, which is under way.
        case halfOpen
    }

    /// What a call was let through by; what an older one brings back is not counted.
    struct Pass: Hashable, Sendable {
        fileprivate let period: Int
    }

    private(set) var state = State.closed(failures: 0)
    /// How often the state has changed.
    private var period = 0

    /// Lets a call through, or not.
    mutating func admit(at now: Instant) -> Pass? {
        switch state {
        case .closed: return Pass(period: period)
        case .open(let until):
            guard now >= until else { return nil }
            change(to: .halfOpen)
            return Pass(period: period)
        case .halfOpen: return nil
        }
    }

    /// Takes note of how a call ended.
    ///
    /// - Returns: whether the service is left alone from now on.
    mutating func take(
        _ pass: Pass,
        answered: Bool,
        at now: Instant,
        _ limits: CallLimits
    ) -> Bool {
        guard pass.period == period else { return false }
        switch (state, answered) {
        case (.closed(let failures), false) where failures + 1 < limits.failuresInARowMax:
            state = .closed(failures: failures + 1)
        case (_, false):
            change(to: .open(until: now.adding(milliseconds: limits.restMilliseconds)))
            return true
        case (.closed, true): state = .closed(failures: 0)
        case (_, true): change(to: .closed(failures: 0))
        }
        return false
    }

    private mutating func change(to new: State) {
        state = new
        period += 1
    }
}
