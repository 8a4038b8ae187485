// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Patterns
import Synchronization
import Transcripts

/// The recording of a running gateway, if there is one.
final class GatewayRecording: Sendable {
    private let state = Mutex(State())

    private struct State {
        var recorder: SceneRecorder?
        /// Ends the listening to what reaches phones.
        var subscription: Subscription?
        /// Phones whose sessions were open when it began; what they do counts from the next one.
        var midway: Set<MSISDN> = []
    }

    /// Begins, unless something is recorded already.
    func begin(_ recorder: SceneRecorder, midway: Set<MSISDN>) -> Bool {
        state.withLock { state in
            guard state.recorder == nil else { return false }
            state.recorder = recorder
            state.midway = midway
            return true
        }
    }

    /// Keeps what ends the listening.
    func keep(_ subscription: Subscription) { state.withLock { $0.subscription = subscription } }

    /// Ends it and hands out what was recorded; nil when there is none.
    func end() -> SceneRecorder? {
        let (recorder, subscription) = state.withLock { state in
            defer { state = State() }
            return (state.recorder, state.subscription)
        }
        subscription?.cancel()
        return recorder
    }

    /// Whether something is recorded.
    var isUnderWay: Bool { state.withLock { $0.recorder != nil } }

    /// Adds a pattern for screens that ask for a secret; false when nothing is recorded.
    func add(secretScreen: Pattern) -> Bool {
        state.withLock { state in
            state.recorder?.secretScreens.append(secretScreen)
            return state.recorder != nil
        }
    }

    /// Declares a phone.
    func declare(_ phone: PhoneSetup) { state.withLock { $0.recorder?.declare(phone) } }

    /// What an event names that is not declared yet, and a free name for the next of them.
    func strangers(in event: RecordedEvent) -> [MSISDN] {
        state.withLock { $0.recorder?.strangers(in: event) ?? [] }
    }

    /// A name for a phone of which only the number is known.
    var strangerName: String { state.withLock { $0.recorder?.strangerName ?? "stranger1" } }

    /// Takes an event, unless the phone's session began before the recording.
    func take(_ event: RecordedEvent) {
        state.withLock { state in
            if state.midway.contains(event.phone) {
                switch event.what {
                case .typed(let text) where text.hasPrefix("*") && text.hasSuffix("#"):
                    state.midway.remove(event.phone)
                case .hungUp, .released:
                    state.midway.remove(event.phone)
                    return
                case .typed, .shown: return
                case .sent, .received: break
                }
            }
            state.recorder?.take(event)
        }
    }
}
