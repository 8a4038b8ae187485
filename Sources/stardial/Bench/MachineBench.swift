// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// Turns a second of the dialogue machine alone, on one thread, screens drawn and measured.
struct MachineBench {
    var program: MenuProgram

    /// What a subscriber types to send money, after dialling; each is a turn.
    static let keys = ["1", "0712000002", "500", "4821"]

    /// Plays whole payments.
    ///
    /// - Returns: the turns taken and the septets drawn, which also keeps the work from being
    ///   optimised away.
    func run(payments: Int) -> (turns: Int, septets: Int) {
        guard let code = ServiceCode("*789#"), let match = program.match(dialled: code) else {
            return (0, 0)
        }
        var turns = 0
        var septets = 0
        for _ in 0..<payments {
            var dialogue = Dialogue(program: program)
            septets += turn(&dialogue, .begin(match, asksToResume: false))
            turns += 1
            for key in Self.keys {
                septets += turn(&dialogue, .input(key))
                turns += 1
            }
        }
        return (turns, septets)
    }

    /// One turn with all the calls in it; answers the size of the screen.
    private func turn(_ dialogue: inout Dialogue, _ event: DialogueEvent) -> Int {
        var effect = dialogue.handle(event)
        while case .call(let call) = effect {
            effect = dialogue.handle(.outcome(Self.answer(call)))
        }
        switch effect {
        case .show(let screen), .end(let screen): return screen.size.units
        case .call, .resume, .fault: return 0
        }
    }

    private static let number = MSISDN(digits: 254_712_000_002).map(Value.msisdn) ?? .absent
    private static let subscriber = ServiceResult.ok(
        .record([
            .text("Amina"), .amount(2_000_00), .amount(1_967_00), .number(1), .flag(false),
            .text(""), .text(""), .amount(0),
        ])
    )
    private static let payee = ServiceResult.ok(.record([.text("Baraka"), number]))
    private static let quote = ServiceResult.ok(
        .record([
            .amount(500_00), .amount(7_00), .amount(507_00), .text("Baraka"), number,
            .text("send"), .amount(0),
        ])
    )
    private static let receipt = ServiceResult.ok(
        .record([
            .text("QKAB3D7F2H"), .amount(500_00), .amount(7_00), .amount(1_493_00),
            .text("Baraka"), number,
            CalendarTime(year: 2026, month: 11, day: 20, hour: 9, minute: 0)
                .map { .calendar($0) } ?? .absent, .amount(0), .amount(0),
        ])
    )
    private static let noNews = ServiceResult("none")

    /// The wallet's answers, ready made: what is measured is the machine.
    static func answer(_ call: ServiceCall) -> ServiceResult {
        switch call.operation {
        case "me": subscriber
        case "may_pay", "may_deposit": .ok()
        case "payee": payee
        case "quote": quote
        case "send": receipt
        default: noNews
        }
    }
}
