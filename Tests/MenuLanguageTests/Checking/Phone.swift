// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

/// Runs a program as one phone would, with a service that answers as it is told.
struct Phone {
    private(set) var dialogue: Dialogue
    /// What is shown, line feeds between lines.
    private(set) var screen = ""
    /// The size of what is shown.
    private(set) var size = TextSize(alphabet: .gsm7, units: 0)
    /// The state that shows it.
    private(set) var state = ""
    private(set) var isOver = false
    /// The calls that were made, `me` left out.
    private(set) var calls: [ServiceCall] = []
    /// What the service answers to a call.
    var service: (ServiceCall) -> ServiceResult

    init(_ program: MenuProgram, service: @escaping (ServiceCall) -> ServiceResult) {
        dialogue = Dialogue(program: program)
        self.service = service
    }

    /// Dials a string.
    mutating func dial(_ code: String) throws {
        let code = try #require(ServiceCode(code))
        let match = try #require(dialogue.program.match(dialled: code))
        try follow(dialogue.handle(.begin(match, asksToResume: false)))
    }

    /// Sends a command.
    mutating func send(_ text: String) throws {
        let match = try #require(dialogue.program.match(sms: text))
        try follow(dialogue.handle(.begin(match, asksToResume: false)))
    }

    /// Types inputs one after another.
    mutating func type(_ inputs: String...) throws {
        for input in inputs { try follow(dialogue.handle(.input(input))) }
    }

    private mutating func follow(_ first: DialogueEffect) throws {
        var effect = first
        while true {
            switch effect {
            case .show(let shown), .end(let shown):
                (screen, size) = (shown.text, shown.size)
                state = dialogue.program.states[Int(shown.state)].name
                if case .end = effect { isOver = true }
                return
            case .call(let call):
                if call.operation != "me" { calls.append(call) }
                effect = dialogue.handle(.outcome(service(call)))
            case .resume: return
            case .fault(let fault):
                Issue.record("\(fault)")
                throw Broken(fault: fault)
            }
        }
    }

    /// The dialogue faulted.
    struct Broken: Error {
        let fault: DialogueFault
    }
}

/// A service with Amina's wallet behind it.
enum Wallet {
    static func me(name: String = "AMINA", balance: Int64 = 2_000_00, level: Int64 = 1) -> Value {
        .record([
            .text(name), .amount(balance), .amount(balance - 7_00), .number(level), .flag(false),
        ])
    }

    static func answer(_ call: ServiceCall) -> ServiceResult {
        switch call.operation {
        case "me": .ok(me())
        case "payee": .ok(.record([.text("BARAKA"), call.arguments.first ?? .absent]))
        case "quote": .ok(quote(call.arguments.last ?? .absent))
        case "send": .ok(.record([.text("X7K2M9Q4TZ"), .amount(1_493_00)]))
        case "last": .ok(.record([.list((1...10).map(payment))]))
        default: .ok()
        }
    }

    static func quote(_ amount: Value) -> Value {
        .record([
            amount, .amount(7_00), .amount(507_00), .text("BARAKA"), .absent, .text("send"),
        ])
    }

    static func payment(_ number: Int) -> Value {
        .record([
            .text("To BARAKA \(number)"), .amount(Int64(number) * 100_00), .text("14/06 10:32"),
            .text("REF\(number)"),
        ])
    }
}
