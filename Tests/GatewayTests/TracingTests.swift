// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Synchronization
import Testing

@Suite struct TracingTests {
    /// What dialogues did, as `shown home`, with the names of the states.
    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])

        var all: [String] { lines.withLock { $0 } }

        func take(_ trace: DialogueTrace) {
            func name(_ state: StateIndex) -> String { trace.program.states[Int(state)].name }
            let new = trace.steps.map { step in
                switch step {
                case .shown(let state): "shown \(name(state))"
                case .page(let state): "page \(name(state))"
                case .option(let state, let index): "option \(index) \(name(state))"
                case .item(let state): "item \(name(state))"
                case .answer(let state): "answer \(name(state))"
                case .wrong(let state): "wrong \(name(state))"
                case .below(let state): "below \(name(state))"
                case .above(let state): "above \(name(state))"
                case .back(let state): "back \(name(state))"
                case .home(let state): "home \(name(state))"
                case .outcome(let state, let outcome): "\(outcome) \(name(state))"
                }
            }
            lines.withLock { $0 += new.map { "\(trace.language) \($0)" } }
        }
    }

    @Test func everythingThatADialogueDoesIsTold() {
        let world = World()
        let log = Log()
        world.gateway.setTracer { log.take($0) }
        world.services.answer("send", with: .ok())
        _ = world.play("*789#", "7", "1", "x", "500", "0", "500", "4821")
        #expect(
            log.all == [
                "en shown home", "en wrong home", "en shown home", "en option 0 home",
                "en shown send.amount", "en wrong send.amount", "en shown send.amount",
                "en answer send.amount", "en shown send.pin", "en back send.pin",
                "en shown send.amount", "en answer send.amount", "en shown send.pin",
                "en answer send.pin", "en ok send.call-1", "en shown send.done",
            ]
        )
    }

    @Test func onlySessionsThatBeginWhileSomebodyListensAreTold() {
        let world = World()
        let log = Log()
        _ = world.play("*789#")
        world.gateway.setTracer { log.take($0) }
        _ = world.play("1")
        #expect(log.all.isEmpty)
        _ = world.play("*789#")
        #expect(log.all == ["en shown unfinished"])
        world.gateway.setTracer(nil)
        _ = world.play("*789#", "1")
        #expect(log.all == ["en shown unfinished"])
    }
}
