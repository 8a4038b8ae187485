// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import SourceText
import Synchronization

@testable import Transcripts

/// Phones around the pocket menu whose doings are recorded as a gateway would.
final class RecordedWalk {
    private let world: PocketWorld
    private let tape: WalkTape
    private var subscription: Subscription?
    let setup: WorldSetup

    /// Two phones, of which the first has a PIN and money; the seed is that of the live world only.
    init(seed: UInt64) throws {
        let text = """
            ussd/1
            title: The phones
            menu: pocket
            clock: 2026-11-20T09:00:00+03:00
            phone amina: +254712000001 pin=4821 balance=2000.00
            phone baraka: +254712000002 pin=7395 balance=10.00
            ---
            amina> *100#

            """
        var setup = TranscriptParser.parse(SourceFile(path: "", text: text)).0.header.setup
        setup.seed = seed
        self.setup = setup
        world = try PocketWorld(setup)
        var recorder = SceneRecorder(title: "A walk", menu: "pocket", clock: setup.clock)
        for phone in setup.phones {
            var phone = phone
            phone.pin = nil
            recorder.declare(phone)
        }
        let tape = WalkTape(recorder, setup.clock)
        self.tape = tape
        world.gateway.setWitness { tape.note($0) }
        subscription = world.handsets.subscribe { tape.note($0) }
    }

    private var now: Instant { tape.state.withLock { $0.now } }

    /// Presses as the line does: what looks dialled is dialled, and answers name no turn.
    func press(_ typed: String, _ phone: Int) {
        let msisdn = setup.phones[phone].msisdn
        if Stage.isDialled(typed) {
            world.dial(typed, from: msisdn, at: now) { _ in }
        } else {
            world.answer(typed, from: msisdn, turn: nil, at: now) { _ in }
        }
    }

    func hangUp(_ phone: Int) { world.hangUp(setup.phones[phone].msisdn, at: now) }

    func send(_ text: String, _ phone: Int) {
        world.send(text, from: setup.phones[phone].msisdn, to: "POCKET", at: now)
    }

    /// Lets time pass, second by second, as a ticking clock does.
    func wait(seconds: Int) {
        for _ in 0..<seconds {
            let next = tape.state.withLock { state in
                state.now = state.now.adding(seconds: 1)
                return state.now
            }
            world.advance(to: next)
        }
    }

    /// What was recorded, with the balances at the end.
    func end() -> SceneRecorder {
        wait(seconds: 3)
        var recorder = tape.state.withLock { $0.recorder }
        for phone in setup.phones {
            recorder.balances[phone.msisdn] = world.balance(of: phone.name)
        }
        return recorder
    }

}

/// What is told on whatever thread, and the time of it.
private final class WalkTape: Sendable {
    let state: Mutex<State>

    struct State {
        var recorder: SceneRecorder
        var now: Instant
    }

    init(_ recorder: SceneRecorder, _ now: Instant) {
        state = Mutex(State(recorder: recorder, now: now))
    }

    func note(_ act: PhoneAct) {
        state.withLock { state in
            switch act {
            case .typed(let phone, let text, let at):
                state.recorder.take(RecordedEvent(phone: phone, at: at, .typed(text)))
            case .answered(let phone, let answer):
                let what = RecordedEvent.What.shown(RecordedScreen(answer))
                state.recorder.take(RecordedEvent(phone: phone, at: state.now, what))
            case .hungUp(let phone, let at):
                state.recorder.take(RecordedEvent(phone: phone, at: at, .hungUp))
            case .sent(let message):
                guard let phone = message.sender else { return }
                let what = RecordedEvent.What.sent(to: message.to, text: message.text)
                state.recorder.take(RecordedEvent(phone: phone, at: message.at, what))
            }
        }
    }

    func note(_ told: HandsetEvent) {
        state.withLock { state in
            switch told.event {
            case .message(let message):
                let what = RecordedEvent.What.received(from: message.from, text: message.text)
                state.recorder.take(RecordedEvent(phone: told.msisdn, at: state.now, what))
            case .released(_, let cause) where [.idleTimeout, .sessionTimeout].contains(cause):
                let event = RecordedEvent(phone: told.msisdn, at: state.now, .released(cause))
                state.recorder.take(event)
            case .released, .screen: return
            }
        }
    }
}
