// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Logging
import Synchronization

@testable import ExternalServices

/// Answers each request with the next outcome of a row, when it is told to; time is moved by hand.
final class ScriptedTransport: ServiceTransport {
    struct State {
        var now: Int64 = 0
        var requests: [WireRequest] = []
        var waits: [Int64] = []
        var open: [@Sendable (TransportOutcome) -> Void] = []
        var timers: [(milliseconds: Int64, work: @Sendable () -> Void)] = []
    }

    let state = Mutex(State())

    func send(
        _ request: WireRequest,
        milliseconds: Int64,
        completion: @escaping @Sendable (TransportOutcome) -> Void
    ) {
        state.withLock { state in
            state.requests.append(request)
            state.waits.append(milliseconds)
            state.open.append(completion)
        }
    }

    func after(milliseconds: Int64, _ work: @escaping @Sendable () -> Void) {
        state.withLock { $0.timers.append((milliseconds, work)) }
    }

    /// Answers the oldest request that is open.
    func answer(_ outcome: TransportOutcome) {
        state.withLock { $0.open.isEmpty ? nil : $0.open.removeFirst() }?(outcome)
    }

    /// Lets the oldest pause pass.
    func elapse() {
        let timer = state.withLock { state -> (milliseconds: Int64, work: @Sendable () -> Void)? in
            guard !state.timers.isEmpty else { return nil }
            let timer = state.timers.removeFirst()
            state.now += timer.milliseconds
            return timer
        }
        timer?.work()
    }

    var requests: Int { state.withLock { $0.requests.count } }

    func move(to milliseconds: Int64) { state.withLock { $0.now = milliseconds } }

    /// A port over this transport with a service in use.
    func port(
        _ service: ExternalService = Station.service(),
        _ limits: CallLimits = CallLimits(),
        log: LogLines = LogLines()
    ) -> ExternalServicePort {
        let port = ExternalServicePort(
            transport: self,
            limits: limits,
            now: { Instant(milliseconds: self.state.withLock { $0.now }) },
            logger: log.logger
        )
        port.use([service])
        return port
    }
}

/// Gathers what came of calls.
final class Outcomes: Sendable {
    private let results = Mutex<[ServiceResult]>([])

    var all: [ServiceResult] { results.withLock { $0 } }

    func take(_ result: ServiceResult) { results.withLock { $0.append(result) } }
}

/// Gathers what was logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(lines: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata = Logger.Metadata()
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
        }
    }
}
