// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Synchronization

/// Services that do what a test says: at once, held back until it is said, or both.
final class ScriptedServices: ServicePort {
    private let state = Mutex(State())

    struct State {
        var script: [String: [ServiceResult]] = [:]
        var held: [@Sendable (ServiceResult) -> Void] = []
        var performed: [ServiceRequest] = []
        var told: [ServiceKey] = []
        var telling: [ServiceKey] = []
        var keepsLanguages = false
        var languages: [MSISDN: String] = [:]
        var languagesAsked = 0
    }

    /// The outcomes of an operation in order, the last one for ever; none holds the call back.
    func answer(_ operation: String, with results: ServiceResult...) {
        state.withLock { $0.script[operation] = results }
    }

    var performed: [ServiceRequest] { state.withLock { $0.performed } }
    var operations: [String] { performed.map(\.call.operation) }
    var told: [ServiceKey] { state.withLock { $0.told } }
    /// What is about to be told, in answers that are being handed over.
    var telling: [ServiceKey] { state.withLock { $0.telling } }
    var heldCount: Int { state.withLock { $0.held.count } }

    /// Whether languages are kept here; if not, the gateway has to remember them.
    func keepsLanguages(_ keeps: Bool) { state.withLock { $0.keepsLanguages = keeps } }

    var languages: [MSISDN: String] { state.withLock { $0.languages } }
    var languagesAsked: Int { state.withLock { $0.languagesAsked } }

    func language(of subscriber: MSISDN) -> String? {
        state.withLock { state in
            state.languagesAsked += 1
            return state.languages[subscriber]
        }
    }

    func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        state.withLock { if $0.keepsLanguages { $0.languages[subscriber] = code } }
    }

    /// Ends the call held back longest, and says so again as often as a test wants.
    func release(_ result: ServiceResult, times: Int = 1) {
        let completion = state.withLock { $0.held.isEmpty ? nil : $0.held.removeFirst() }
        for _ in 0..<times { completion?(result) }
    }

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let result = state.withLock { state -> ServiceResult? in
            state.performed.append(request)
            guard var results = state.script[request.call.operation], let first = results.first
            else {
                state.held.append(completion)
                return nil
            }
            if results.count > 1 { results.removeFirst() }
            state.script[request.call.operation] = results
            return first
        }
        if let result { completion(result) }
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        state.withLock { $0.telling.append(key) }
        return { isHeard in
            self.state.withLock { state in
                state.telling.removeAll { $0 == key }
                if isHeard { state.told.append(key) }
            }
        }
    }
}
