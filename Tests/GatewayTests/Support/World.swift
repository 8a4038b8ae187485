// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Logging
import Synchronization

/// A gateway, its services, one phone and a clock that moves when told.
final class World: Sendable {
    let gateway: Gateway
    let services = ScriptedServices()
    let log = LogRecorder()
    private let state = Mutex(State())

    struct State {
        var now = Instant(milliseconds: 1_800_000_000_000)
        var events: [GatewayEvent] = []
    }

    static let amina = MSISDN(digits: 254_712_000_001) ?? fallback
    static let baraka = MSISDN(digits: 254_712_000_002) ?? fallback
    private static var fallback: MSISDN { preconditionFailure("the number is well formed") }

    init(
        _ menus: [MenuProgram] = [TestMenu.make()],
        limits: GatewayLimits = GatewayLimits(),
        seed: UInt64 = 42
    ) {
        let log = log
        var logger = Logger(label: "test") { _ in log.handler }
        logger.logLevel = .trace
        gateway = Gateway(
            menus: menus,
            services: services,
            configuration: GatewayConfiguration(seed: seed, limits: limits),
            logger: logger
        )
        gateway.setObserver { [weak self] event in
            self?.state.withLock { $0.events.append(event) }
        }
    }

    var now: Instant { state.withLock { $0.now } }
    var events: [GatewayEvent] { state.withLock { $0.events } }

    /// The texts of the short messages so far.
    var messages: [String] {
        events.compactMap { if case .message(let message) = $0 { message.text } else { nil } }
    }

    /// The causes of the releases so far.
    var releases: [ReleaseCause] {
        events.compactMap { if case .released(_, let cause) = $0 { cause } else { nil } }
    }

    /// Moves the clock and does what is due.
    func wait(milliseconds: Int64) {
        let now = state.withLock { state in
            state.now = state.now.adding(milliseconds: milliseconds)
            return state.now
        }
        gateway.advance(to: now)
    }

    /// Dials and gives what came back, nothing as long as a service works.
    @discardableResult
    func dial(_ string: String = "*789#", from phone: MSISDN = amina) -> Replies {
        let replies = Replies()
        gateway.dial(string, from: phone, at: now) { replies.take($0) }
        return replies
    }

    /// Answers and gives what came back.
    @discardableResult
    func type(_ input: String, turn: TurnKey? = nil, from phone: MSISDN = amina) -> Replies {
        let replies = Replies()
        gateway.answer(input, from: phone, turn: turn, at: now) { replies.take($0) }
        return replies
    }

    /// Sends a message to the service and gives the texts that came back at once.
    @discardableResult
    func text(_ text: String, from phone: MSISDN = amina) -> [String] {
        let before = messages.count
        gateway.receive(
            ShortMessage(from: phone.e164, to: "789", text: text, at: now),
            at: now
        )
        return Array(messages.dropFirst(before))
    }

    /// Dials and types one after another; the texts of all answers.
    func play(_ steps: String...) -> [String] {
        steps.map { step in
            let replies = step.hasPrefix("*") ? dial(step) : type(step)
            return replies.all.map(\.text).joined(separator: "|")
        }
    }
}

/// What came back for one delivery.
final class Replies: Sendable {
    private let answers = Mutex<[Answer]>([])

    var all: [Answer] { answers.withLock { $0 } }
    var first: Answer? { all.first }
    var text: String? { first?.text }
    var kind: Answer.Kind? { first?.kind }

    func take(_ answer: Answer) {
        answers.withLock { $0.append(answer) }
    }
}
