// SPDX-License-Identifier: Apache-2.0
import Gateway

/// Which calls of one service are sent: not too many at once, and none while it is left alone.
struct ServiceLane: Hashable, Sendable {
    /// Why a call is not sent.
    enum Refusal: Error, Hashable, Sendable {
        /// As many calls as may be are under way.
        case full
        /// The service failed again and again and is left alone for a while.
        case resting
    }

    private(set) var breaker = CircuitBreaker()
    private(set) var underWay = 0

    /// Lets a call in; it must leave when it is over.
    mutating func enter(
        at now: Instant,
        _ limits: CallLimits
    ) throws(Refusal) -> CircuitBreaker.Pass {
        guard underWay < limits.callsAtOnceMax else { throw .full }
        guard let pass = breaker.admit(at: now) else { throw .resting }
        underWay += 1
        return pass
    }

    /// Takes a call out; true when the service is left alone from now on.
    mutating func leave(
        _ pass: CircuitBreaker.Pass,
        answered: Bool,
        at now: Instant,
        _ limits: CallLimits
    ) -> Bool {
        underWay -= 1
        return breaker.take(pass, answered: answered, at: now, limits)
    }
}
