// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import MobileMoney
import Synchronization
import Transcripts

/// What one scene visits, posts and is refused, kept until the scene is over.
final class SceneRecord: Sendable {
    /// What the scene's header asked for.
    let setup: WorldSetup
    private let state = Mutex(State())

    /// A step in the language that was spoken.
    struct Visit: Hashable {
        let step: DialogueStep
        let language: String
    }

    /// What was kept.
    struct State {
        /// The program whose states the steps are; nil before the first.
        var program: MenuProgram?
        var visits: [Visit: Int] = [:]
        /// Reasons of refusals by how often they were given.
        var refusals: [String: Int] = [:]
    }

    init(_ setup: WorldSetup) { self.setup = setup }

    /// What was kept so far.
    var kept: State { state.withLock { $0 } }

    /// Counts what a dialogue did.
    func add(_ trace: DialogueTrace) {
        state.withLock { state in
            state.program = trace.program
            for step in trace.steps {
                state.visits[Visit(step: step, language: trace.language), default: 0] += 1
            }
        }
    }

    /// Counts a refusal of the wallet's service; any other outcome is passed over.
    func add(_ result: ServiceResult, of call: ServiceCall) {
        guard call.service == MobileMoneyContract.service, result.outcome == "refused",
            case .record(let fields) = result.value, case .text(let reason)? = fields.first
        else { return }
        state.withLock { $0.refusals[reason, default: 0] += 1 }
    }
}

/// Services whose outcomes a record looks at; it changes nothing.
struct WitnessedServices: ServicePort {
    let services: any ServicePort
    let record: SceneRecord

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        services.perform(request) { result in
            record.add(result, of: request.call)
            completion(result)
        }
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        services.telling(key, subscriber: subscriber, at: now)
    }

    func language(of subscriber: MSISDN) -> String? { services.language(of: subscriber) }

    func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        services.keep(language: code, of: subscriber, at: now)
    }
}
