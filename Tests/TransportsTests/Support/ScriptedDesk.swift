// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Synchronization
import Transports

/// A desk with fixed answers that numbers phones from +254712000001 on.
final class ScriptedDesk: LineDesk {
    private let handsets: HandsetNetwork
    private let state = Mutex(State())

    private struct State {
        var phones: UInt64 = 0
        var held: [@Sendable () -> Void]?
        var isRecording = false
    }

    init(handsets: HandsetNetwork) {
        self.handsets = handsets
    }

    /// From now on answers wait for ``release()``.
    func hold() {
        state.withLock { $0.held = [] }
    }

    /// Gives every answer that waits.
    func release() {
        let held = state.withLock { state in
            defer { state.held = nil }
            return state.held ?? []
        }
        for answer in held { answer() }
    }

    func registerPhone(_ request: PhoneRequest, reply: @escaping DeskReply<MSISDN>) {
        if handsets.all.count >= 3 {
            return soon { reply(.failure(DeskRefusal(.tooMany, "there are 3 phones already"))) }
        }
        let next = state.withLock { state in
            state.phones += 1
            return state.phones
        }
        guard let msisdn = request.msisdn ?? MSISDN(digits: 254_712_000_000 + next) else { return }
        do {
            try handsets.register(request.name, msisdn)
            soon { reply(.success(msisdn)) }
        } catch {
            soon { reply(.failure(DeskRefusal(.malformed, error.text))) }
        }
    }

    func balance(of phone: MSISDN, reply: @escaping DeskReply<String>) {
        soon { reply(.success("KES 1,493.00")) }
    }

    func ledger(_ words: [String], reply: @escaping DeskReply<[String]>) {
        soon { reply(.success(["wallet:amina     -507.00", "income:fees         7.00"])) }
    }

    func load(_ path: String, reply: @escaping DeskReply<String>) {
        if path == "good.menu" { return soon { reply(.success("mavuno is in service")) } }
        let lines = ["\(path):3:5: error: no such screen"]
        soon {
            reply(.failure(DeskRefusal(.findings, "errors=1; nothing was loaded", lines: lines)))
        }
    }

    func check(_ path: String?, reply: @escaping DeskReply<String>) {
        soon { reply(.success("no findings in \(path ?? "mavuno")")) }
    }

    func clock(_ words: [String], reply: @escaping DeskReply<String>) {
        if words.isEmpty { return soon { reply(.success("2026-11-20T06:00:00Z")) } }
        soon { reply(.failure(DeskRefusal(.notAllowed, "this clock is the real one; it runs"))) }
    }

    func fault(_ words: [String], reply: @escaping DeskReply<DeskFaults>) {
        if words.isEmpty {
            let lines = ["drop sms amina once happened=0"]
            return soon { reply(.success(DeskFaults("faults=1", lines: lines))) }
        }
        if words.first == "drop" {
            return soon { reply(.success(DeskFaults(words.joined(separator: " ")))) }
        }
        let text = "There is no fault `drip`. Did you mean `drop`?"
        soon { reply(.failure(DeskRefusal(.malformed, text))) }
    }

    func reset(reply: @escaping DeskReply<String>) {
        soon { reply(.failure(DeskRefusal(.failed, "the ledger file is locked; try again"))) }
    }

    func record(_ request: RecordRequest, reply: @escaping DeskReply<RecordReply>) {
        let isUnderWay = state.withLock { state in
            defer {
                switch request {
                case .start: state.isRecording = true
                case .stop: state.isRecording = false
                case .secret: break
                }
            }
            return state.isRecording
        }
        soon {
            switch request {
            case .start where isUnderWay:
                reply(.failure(DeskRefusal(.underWay, "something is recorded")))
            case .stop where !isUnderWay:
                reply(.failure(DeskRefusal(.notUnderWay, "nothing is recorded")))
            case .start(let title): reply(.success(.started("recording \(title)")))
            case .secret(let pattern): reply(.success(.started("a secret follows \(pattern)")))
            case .stop:
                let text = "ussd/1\namina> 1\n\n  ...\n"
                reply(.success(.transcript("steps=1", text: text)))
            }
        }
    }

    func beginScene(_ settings: [String: String], reply: @escaping DeskReply<LineWorld>) {
        guard settings["menu"] == "mavuno" else {
            let text = "there is no menu \(settings["menu"] ?? "")"
            return soon { reply(.failure(DeskRefusal(.malformed, text))) }
        }
        let world = World()
        soon {
            reply(
                .success(
                    LineWorld(handsets: world.handsets, desk: world.desk, now: { World.now })
                )
            )
        }
    }

    func play(_ path: String, reply: @escaping DeskReply<LineReply>) {
        guard path == "good.ussd" else {
            return soon { reply(.failure(DeskRefusal(.notAllowed, "nothing was played"))) }
        }
        let text = "1 transcript: 1 passed, 0 failed (2 steps)"
        soon { reply(.success(LineReply(.transcript, text, lines: ["passed  good.ussd"]))) }
    }

    private func soon(_ answer: @escaping @Sendable () -> Void) {
        let isHeld = state.withLock { state in
            state.held?.append(answer)
            return state.held != nil
        }
        if !isHeld { answer() }
    }
}
