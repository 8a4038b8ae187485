// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM
public import Gateway
import Synchronization

/// Answers calls from a file of stubs, on a clock that is moved from outside.
///
/// Each answer is checked against the contract as one over the wire would be.
public final class StubServicePort: ServicePort {
    private let file: StubFile?
    private let tell: @Sendable (String) -> Void
    private let state = Mutex(State())

    private struct State {
        var services: [String: ExternalService] = [:]
        var memory = CallMemory()
        /// What is answered later, the earliest first.
        var held: [Held] = []
        var told: Set<String> = []
    }

    private struct Held {
        var due: Instant
        var key: ServiceKey
        var result: ServiceResult
    }

    /// Makes a port.
    ///
    /// - Parameters:
    ///   - file: the stubs; without them every call is `unavailable`.
    ///   - tell: takes sentences on calls that no stub answers well, each once.
    public init(_ file: StubFile?, tell: @escaping @Sendable (String) -> Void) {
        self.file = file
        self.tell = tell
    }

    /// Puts services into use; those of before stay.
    public func use(_ services: [ExternalService]) {
        state.withLock { state in
            for service in services { state.services[service.name] = service }
        }
    }

    /// Does a call: at once, or when ``release(until:)`` has come to its time.
    public func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let met = state.withLock { $0.memory.meet(request.key, completion) }
        guard met.isNew(request, completion) else { return }
        let (result, milliseconds) = answer(request)
        guard milliseconds > 0 else { return finish(request.key, result) }
        let due = request.at.adding(milliseconds: milliseconds)
        state.withLock { state in
            let place = state.held.firstIndex { $0.due > due } ?? state.held.endIndex
            state.held.insert(Held(due: due, key: request.key, result: result), at: place)
        }
    }

    /// Does nothing: a service of others is not told what a screen showed.
    public func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        { _ in }
    }

    /// When the next answer that takes time falls due, or nil.
    public var nextDue: Instant? { state.withLock { $0.held.first?.due } }

    /// Gives the answers that fall due by an instant.
    public func release(until now: Instant) {
        while let held = state.withLock({ state -> Held? in
            guard let first = state.held.first, first.due <= now else { return nil }
            return state.held.removeFirst()
        }) {
            finish(held.key, held.result)
        }
    }

    /// The outcome of a call and how long it takes.
    private func answer(_ request: ServiceRequest) -> (ServiceResult, Int64) {
        let call = request.call
        guard let service = state.withLock({ $0.services[call.service] }),
            let operation = service.operation(call.operation)
        else { return (.unavailable, 0) }
        let name = "\(service.contract.name).\(operation.name)"
        guard let file else {
            say(
                "The menu calls \(name), and no file of stubs says what it answers, so it is "
                    + "unavailable. Name one: `stubs: FILE` in a transcript, or --stubs FILE."
            )
            return (.unavailable, 0)
        }
        let stubs = file.stubs[service.contract.name]?[operation.name] ?? []
        let arguments = Self.written(call.arguments, operation, service.contract)
        guard let stub = stubs.first(where: { Self.matches($0, arguments) }) else {
            say(
                "No stub of \(name) is for these arguments, so it is unavailable. Add one that has "
                    + "no `when` for whatever is left."
            )
            return (.unavailable, 0)
        }
        let limit = service.rules.callMilliseconds
        let failure: ServiceResult = operation.posts ? .unsure : .unavailable
        if stub.milliseconds > limit { return (failure, limit) }
        switch stub.answer {
        case .failure(.unreachable): return (.unavailable, stub.milliseconds)
        case .failure: return (failure, stub.milliseconds)
        case .outcome(let outcome, let value):
            return (result(outcome, value, operation, service, name) ?? failure, stub.milliseconds)
        }
    }

    private func result(
        _ outcome: String,
        _ value: StubNode?,
        _ operation: OperationContract,
        _ service: ExternalService,
        _ name: String
    ) -> ServiceResult? {
        let contract = service.contract
        let isOK = outcome == Outcome.ok
        let type =
            isOK ? operation.result : operation.outcomes.first { $0.name == outcome }?.payload
        var answer: [String: JSONValue] = ["outcome": .text(outcome)]
        if let value { answer[isOK ? "result" : "payload"] = value.json(type, in: contract) }
        do throws(BadAnswer) {
            return try AnswerReader(contract: contract, operation: operation)
                .result(of: .object(answer))
        } catch {
            say(
                "A stub of \(name) is no answer of its contract: \(error). It counts as one that "
                    + "could not be read."
            )
            return nil
        }
    }

    private func finish(_ key: ServiceKey, _ result: ServiceResult) {
        let waiting = state.withLock { $0.memory.finish(key, result) }
        for completion in waiting { completion(result) }
    }

    private func say(_ sentence: String) {
        if state.withLock({ $0.told.insert(sentence).inserted }) { tell(sentence) }
    }

    /// The arguments as a stub writes them; secrets and records cannot be told apart by stubs.
    private static func written(
        _ arguments: [Value],
        _ operation: OperationContract,
        _ contract: ServiceContract
    ) -> [String: String] {
        let writer = ValueWriter(contract: contract)
        var written: [String: String] = [:]
        for (parameter, value) in zip(operation.parameters, arguments) {
            guard parameter.type != .secret else { continue }
            switch writer.json(value, parameter.type) {
            case .text(let text): written[parameter.name] = text
            case .whole(let number): written[parameter.name] = String(number)
            case .flag(let flag): written[parameter.name] = flag ? "true" : "false"
            default: break
            }
        }
        return written
    }

    private static func matches(_ stub: StubFile.Stub, _ arguments: [String: String]) -> Bool {
        stub.when.allSatisfy { name, text in arguments[name] == text }
    }
}
