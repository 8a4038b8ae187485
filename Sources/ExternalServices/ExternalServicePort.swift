// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM
public import Gateway
public import Logging
import Synchronization

/// Calls the services that menus declare.
///
/// A key that was seen is not asked again. What is logged names service, operation, the masked
/// subscriber and what went wrong, never an argument and nothing that a service sent.
public final class ExternalServicePort: ServicePort {
    private let transport: any ServiceTransport
    private let limits: CallLimits
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var services: [String: ExternalService] = [:]
        /// The names of the services, the one that was in use longest ago first.
        var order: [String] = []
        var lanes: [String: ServiceLane] = [:]
        var memory = CallMemory()
    }

    /// One call on its way.
    private struct Passage: Sendable {
        var request: ServiceRequest
        var service: ExternalService
        var operation: OperationContract
        var pass: CircuitBreaker.Pass
    }

    /// Makes a port that knows no service yet.
    ///
    /// - Parameters:
    ///   - transport: carries the calls.
    ///   - limits: the bounds.
    ///   - now: the time.
    ///   - logger: takes what went wrong.
    public init(
        transport: any ServiceTransport,
        limits: CallLimits = CallLimits(),
        now: @escaping @Sendable () -> Instant,
        logger: Logger
    ) {
        self.transport = transport
        self.limits = limits
        self.now = now
        self.logger = logger
    }

    /// Puts services into use.
    ///
    /// Those of before stay for the sessions that began with them, up to
    /// ``CallLimits/servicesMax``; beyond, the ones that were in use longest ago are forgotten.
    public func use(_ services: [ExternalService]) {
        state.withLock { state in
            for service in services {
                state.services[service.name] = service
                state.order.removeAll { $0 == service.name }
                state.order.append(service.name)
            }
            while state.order.count > max(limits.servicesMax, services.count) {
                let name = state.order.removeFirst()
                state.services[name] = nil
                state.lanes[name] = nil
            }
        }
    }

    /// Does a call and reports its outcome once.
    ///
    /// A service or an operation that is not known, or arguments that are not those of the
    /// contract, are `unavailable`.
    public func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let met = state.withLock { $0.memory.meet(request.key, completion) }
        guard met.isNew(request, completion) else { return }
        let service = state.withLock { $0.services[request.call.service] }
        guard let service, let operation = service.operation(request.call.operation) else {
            log(request, .error, "a call of a service that is not known")
            return finish(request, .unavailable)
        }
        let at = now()
        let entered = state.withLock { state in
            Result { () throws(ServiceLane.Refusal) in
                try state.lanes[service.name, default: ServiceLane()].enter(at: at, limits)
            }
        }
        switch entered {
        case .success(let pass):
            let passage = Passage(
                request: request,
                service: service,
                operation: operation,
                pass: pass
            )
            var life = CallLife(service.rules, posts: operation.posts, at: at)
            let first = life.attempt(at: at)
            take(first, of: life, passage)
        case .failure(let refusal):
            let why = refusal == .full ? "too many calls at once" : "the service is left alone"
            log(request, .warning, "a call was not sent", why)
            finish(request, .unavailable)
        }
    }

    /// Does nothing: a service of others is not told what a screen showed.
    public func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        { _ in }
    }

    private func take(_ step: CallLife.Step, of life: CallLife, _ passage: Passage) {
        switch step {
        case .attempt(let number, let milliseconds):
            attempt(number, milliseconds, life, passage)
        case .pause(let milliseconds):
            transport.after(milliseconds: milliseconds) {
                var life = life
                let next = life.attempt(at: self.now())
                self.take(next, of: life, passage)
            }
        case .end(let result): end(passage, result, answered: false)
        }
    }

    private func attempt(
        _ number: Int,
        _ milliseconds: Int64,
        _ life: CallLife,
        _ passage: Passage
    ) {
        let service = passage.service
        let wire = WireRequest(
            passage.request,
            passage.operation,
            of: service,
            attempt: number
        )
        guard let wire else {
            log(passage.request, .error, "a call has other arguments than its contract")
            return end(passage, .unavailable, answered: true)
        }
        let reader = AnswerReader(contract: service.contract, operation: passage.operation)
        transport.send(wire, milliseconds: milliseconds) { outcome in
            let (judged, why) = outcome.judged(by: reader)
            if let why { self.log(passage.request, .warning, "a service did not answer well", why) }
            if case .answered(let result) = judged {
                return self.end(passage, result, answered: true)
            }
            var life = life
            let next = life.take(judged, at: self.now())
            self.take(next, of: life, passage)
        }
    }

    private func end(_ passage: Passage, _ result: ServiceResult, answered: Bool) {
        let at = now()
        let rests = state.withLock { state in
            state.lanes[passage.service.name]?.leave(
                passage.pass,
                answered: answered,
                at: at,
                limits
            )
        }
        if rests == true {
            log(
                passage.request,
                .error,
                "a service failed again and again and is left alone",
                "\(limits.restMilliseconds) ms"
            )
        }
        finish(passage.request, result)
    }

    private func finish(_ request: ServiceRequest, _ result: ServiceResult) {
        let waiting = state.withLock { $0.memory.finish(request.key, result) }
        for completion in waiting { completion(result) }
    }

    private func log(
        _ request: ServiceRequest,
        _ level: Logger.Level,
        _ message: Logger.Message,
        _ why: String? = nil
    ) {
        var about: Logger.Metadata = [
            "service": "\(request.call.service.prefix { $0 != "@" })",
            "operation": "\(request.call.operation)",
            "subscriber": "\(request.subscriber)",
        ]
        if let why { about["reason"] = "\(why)" }
        logger.log(level: level, message, metadata: about)
    }
}
