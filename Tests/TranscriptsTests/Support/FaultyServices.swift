// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Synchronization

/// The services of a world with the faults that a transcript puts into them.
final class FaultyServices: ServicePort {
    private let inner: any ServicePort
    private let state = Mutex(State())

    fileprivate struct State {
        var delays: [String: Int64] = [:]
        var unheard: Set<MSISDN> = []
        var waiting: [Waiting] = []
    }

    fileprivate struct Waiting {
        var due: Instant
        var deliver: @Sendable () -> Void
    }

    /// Puts faults, none so far, in front of services.
    init(_ inner: any ServicePort) {
        self.inner = inner
    }

    /// Makes the next call of an operation be done at once and answered so much later, once.
    ///
    /// - Parameters:
    ///   - operation: the service and the operation, as `money.send`.
    ///   - milliseconds: virtual time from the call on.
    func delay(_ operation: String, byMilliseconds milliseconds: Int64) {
        state.withLock { $0.delays[operation] = max(0, milliseconds) }
    }

    /// Whether a delay waits for its operation to be called.
    func isDelayArmed(_ operation: String) -> Bool {
        state.withLock { $0.delays[operation] != nil }
    }

    /// Keeps it from the services that outcomes reach this phone's screen, or ends that.
    func setUnheard(_ isUnheard: Bool, _ subscriber: MSISDN) {
        state.withLock { state in
            if isUnheard {
                state.unheard.insert(subscriber)
            } else {
                state.unheard.remove(subscriber)
            }
        }
    }

    /// When the next delayed answer is due; nil when none waits.
    func nextDeadline() -> Instant? {
        state.withLock { $0.waiting.map(\.due).min() }
    }

    /// Delivers the delayed answers that are due, in time order.
    func advance(to now: Instant) {
        while let next = state.withLock({ $0.takeFirst(until: now) }) {
            next.deliver()
        }
    }

    /// Does the call, and holds its outcome back when a delay was asked for.
    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let operation = "\(request.call.service).\(request.call.operation)"
        guard let delay = state.withLock({ $0.delays.removeValue(forKey: operation) }) else {
            return inner.perform(request, completion: completion)
        }
        let due = request.at.adding(milliseconds: delay)
        inner.perform(request) { [self] result in
            state.withLock { $0.waiting.append(Waiting(due: due) { completion(result) }) }
        }
    }

    /// Passes the note on unless replies to this phone are being lost.
    func told(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) {
        guard !state.withLock({ $0.unheard.contains(subscriber) }) else { return }
        inner.told(key, subscriber: subscriber, at: now)
    }
}

extension FaultyServices.State {
    fileprivate mutating func takeFirst(until now: Instant) -> FaultyServices.Waiting? {
        let first = waiting.indices.min { waiting[$0].due < waiting[$1].due }
        guard let first, waiting[first].due <= now else { return nil }
        return waiting.remove(at: first)
    }
}
