// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dialogue
import GSM
import Gateway
import Synchronization

/// A promise broken on purpose, to see that the simulation notices.
enum SimulationFlaw: String, CaseIterable, ExpressibleByArgument {
    /// A payment is told as made and never was.
    case invent
    /// A payment is made and told as refused.
    case deny
    /// A payment whose answer was lost is never told.
    case forget
    /// Nobody gets an SMS.
    case silent
    /// Now and then an item of work is done twice.
    case twice
}

/// Services that break a promise.
final class FlawedServices: ServicePort {
    private let services: any ServicePort
    private let flaw: SimulationFlaw
    /// The last payment that went well, and how many calls there were.
    private let memory = Mutex((calls: 0, last: ServiceResult?.none))

    init(_ services: any ServicePort, _ flaw: SimulationFlaw) {
        self.services = services
        self.flaw = flaw
    }

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let isPayment = ["send", "withdraw", "deposit"].contains(request.call.operation)
        if request.call.operation == "news", flaw == .forget {
            return completion(ServiceResult("none"))
        }
        guard isPayment else { return services.perform(request, completion: completion) }
        let (calls, last) = memory.withLock { memory in
            memory.calls += 1
            return memory
        }
        // Now and then, so that a simulation has to look.
        let breaks = calls.isMultiple(of: 20)
        if breaks, flaw == .invent, let last { return completion(last) }
        services.perform(request) { [self] result in
            memory.withLock { $0.last = result }
            completion(breaks && flaw == .deny ? .unavailable : result)
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
