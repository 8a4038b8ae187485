// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Synchronization

/// Services that answer at once, or when the test says so.
final class ScriptedServices: ServicePort {
    private let state = Mutex(State())

    private struct State {
        var isHeld = false
        var held: [@Sendable (ServiceResult) -> Void] = []
    }

    /// From now on calls wait for ``release()``.
    func hold() {
        state.withLock { $0.isHeld = true }
    }

    /// Ends the call that waits longest.
    func release() {
        let completion = state.withLock { $0.held.isEmpty ? nil : $0.held.removeFirst() }
        completion?(.ok())
    }

    var heldCount: Int { state.withLock { $0.held.count } }

    /// Ends the call that came last.
    func releaseLast() {
        state.withLock { $0.held.popLast() }?(.ok())
    }

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let isHeld = state.withLock { state in
            if state.isHeld { state.held.append(completion) }
            return state.isHeld
        }
        if !isHeld { completion(.ok()) }
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        { _ in }
    }
}
