// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM
public import Logging
import Synchronization

/// Holds every answer of the services against their contracts before a menu sees it.
///
/// One that breaks its contract counts as none: a call that moves money is unsure, another is
/// unavailable, and the log names operation and breach, never a value.
public final class ContractGuard: ServicePort {
    private let services: any ServicePort
    private let logger: Logger
    private let contracts: Mutex<[String: ServiceContract]>

    /// Guards services.
    ///
    /// - Parameters:
    ///   - services: who answers.
    ///   - contracts: what they promise; a service without a contract here is not looked at.
    ///   - logger: gets an error for each breach.
    public init(_ services: any ServicePort, _ contracts: [ServiceContract], logger: Logger) {
        self.services = services
        self.logger = logger
        self.contracts = Mutex(Self.named(contracts.map { ($0.name, $0) }))
    }

    /// Replaces contracts by the names that calls say; the others stay.
    public func use(_ contracts: [(name: String, contract: ServiceContract)]) {
        let new = Self.named(contracts)
        self.contracts.withLock { $0.merge(new) { _, new in new } }
    }

    /// Has a call done and looks at what comes back.
    public func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        guard let contract = contracts.withLock({ $0[request.call.service] }) else {
            return services.perform(request, completion: completion)
        }
        let (operation, posts) = (request.call.operation, request.call.posts)
        services.perform(request) { [logger] result in
            guard let flaw = contract.flaw(in: result, of: operation) else {
                return completion(result)
            }
            logger.error(
                "service broke its contract; its answer is not used",
                metadata: ["operation": "\(contract.name).\(operation)", "breach": "\(flaw)"]
            )
            completion(posts ? .unsure : .unavailable)
        }
    }

    /// Passes the note on.
    public func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        services.telling(key, subscriber: subscriber, at: now)
    }

    /// The language that the services keep.
    public func language(of subscriber: MSISDN) -> String? { services.language(of: subscriber) }

    /// Has the services keep a language.
    public func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        services.keep(language: code, of: subscriber, at: now)
    }

    private static func named(
        _ contracts: [(name: String, contract: ServiceContract)]
    ) -> [String: ServiceContract] {
        Dictionary(contracts.map { ($0.name, $0.contract) }) { _, last in last }
    }
}
