// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Synchronization

/// Services as a scene wants them: slow once, or never told that their outcome was seen.
final class SceneServices: ServicePort {
    private let services: any ServicePort
    private let state = Mutex(State())

    private struct State {
        /// How much later the next call of an operation is answered, by `service.operation`.
        var delays: [String: Int64] = [:]
        /// Outcomes that are held back, the earliest first.
        var held: [Held] = []
        var unheard: Set<MSISDN> = []
    }

    private struct Held {
        var due: Instant
        var release: @Sendable () -> Void
    }

    init(_ services: any ServicePort) {
        self.services = services
    }

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let name = "\(request.call.service.prefix { $0 != "@" }).\(request.call.operation)"
        guard let delay = state.withLock({ $0.delays.removeValue(forKey: name) }) else {
            return services.perform(request, completion: completion)
        }
        let due = request.at.adding(milliseconds: delay)
        services.perform(request) { result in
            self.state.withLock { state in
                let place = state.held.firstIndex { $0.due > due } ?? state.held.endIndex
                state.held.insert(Held(due: due, release: { completion(result) }), at: place)
            }
        }
    }

    func told(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) {
        guard !state.withLock({ $0.unheard.contains(subscriber) }) else { return }
        services.told(key, subscriber: subscriber, at: now)
    }

    func language(of subscriber: MSISDN) -> String? { services.language(of: subscriber) }

    func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        services.keep(language: code, of: subscriber, at: now)
    }

    /// Takes over what a scene asked of the services of a process that is no more; outcomes that
    /// these held back are lost.
    func takeOver(_ former: SceneServices) {
        let (delays, unheard) = former.state.withLock { ($0.delays, $0.unheard) }
        state.withLock { state in
            state.delays = delays
            state.unheard = unheard
        }
    }

    func delay(operation: String, milliseconds: Int64) {
        state.withLock { $0.delays[operation] = milliseconds }
    }

    func isDelayPending(operation: String) -> Bool {
        state.withLock { $0.delays[operation] != nil }
    }

    func setUnheard(_ isUnheard: Bool, subscriber: MSISDN) {
        state.withLock { state in
            if isUnheard {
                state.unheard.insert(subscriber)
            } else {
                state.unheard.remove(subscriber)
            }
        }
    }

    /// When the next outcome that is held back falls due, or nil.
    var nextDue: Instant? { state.withLock { $0.held.first?.due } }

    /// Lets go what falls due by an instant.
    func release(until now: Instant) {
        while let release = state.withLock({ state -> (@Sendable () -> Void)? in
            guard let first = state.held.first, first.due <= now else { return nil }
            return state.held.removeFirst().release
        }) {
            release()
        }
    }
}
