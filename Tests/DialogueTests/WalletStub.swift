// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A service that answers at once, and a dialogue that runs on it.
struct WalletStub {
    var dialogue: Dialogue
    var calls: [ServiceCall] = []
    var payments: [Value] = []
    /// What the next call of an operation gives instead of its usual result.
    var answers: [String: ServiceResult] = [:]

    init(_ program: MenuProgram) {
        dialogue = Dialogue(program: program)
    }

    /// Handles an event and all calls that follow from it.
    mutating func turn(_ event: DialogueEvent) -> DialogueEffect {
        var effect = dialogue.handle(event)
        while case .call(let call) = effect {
            calls.append(call)
            effect = dialogue.handle(.outcome(result(of: call)))
        }
        return effect
    }

    /// Types an input and gives the text of the screen, `-- …` for anything else.
    mutating func type(_ input: String) -> String { Self.text(turn(.input(input))) }

    /// Dials a code.
    mutating func dial(_ code: String, asksToResume: Bool = false) -> String {
        guard let parsed = ServiceCode(code), let match = dialogue.program.match(dialled: parsed)
        else { return "-- no route" }
        return Self.text(turn(.begin(match, asksToResume: asksToResume)))
    }

    static func text(_ effect: DialogueEffect) -> String {
        switch effect {
        case .show(let screen): screen.text
        case .end(let screen): "\(screen.text)\n-- end"
        case .call(let call): "-- call \(call.operation)"
        case .resume: "-- resume"
        case .fault(let fault): "-- \(fault)"
        }
    }

    private mutating func result(of call: ServiceCall) -> ServiceResult {
        if let answer = answers.removeValue(forKey: call.operation) { return answer }
        switch call.operation {
        case "me": return .ok(.record([.text("Amina"), .amount(200_000), .number(1)]))
        case "payee": return .ok(.record([.text("Baraka")]))
        case "quote": return .ok(.record([.amount(700), .amount(50_700)]))
        case "send": return .ok(.record([.text("QX7Y2M"), .amount(149_300)]))
        case "history": return .ok(.list(payments))
        default: return .unavailable
        }
    }
}
