// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("Routes")
struct RouteTests {
    private static var menu: MenuBuilder {
        var menu = MenuBuilder(
            slots: ["to", "amount", "note", "count"],
            states: ["start", "one", "any", "send", "help", "say", "other"].map { name in
                (name, { $0.screen(name, [], entry: name) })
            }
        )
        menu.dialRoutes = { menu in
            let routes: [(String, [DialRoute.Segment])] = [
                ("start", [.literal("789")]),
                ("any", [.literal("789"), .argument(slot: menu.slot("count"), kind: number)]),
                ("one", [.literal("789"), .literal("1")]),
                (
                    "send",
                    [
                        .literal("789"), .literal("1"),
                        .argument(slot: menu.slot("to"), kind: .msisdn),
                        .argument(slot: menu.slot("amount"), kind: money),
                    ]
                ),
            ]
            return routes.map { name, segments in
                DialRoute(segments: segments, jump: menu.jump(name), home: menu.jump("start"))
            }
        }
        menu.smsRoutes = { menu in
            let to = SMSRoute.Word.argument(slot: menu.slot("to"), kind: .msisdn)
            let amount = SMSRoute.Word.argument(slot: menu.slot("amount"), kind: money)
            let text = AskKind.text(least: 1, most: 20)
            return [
                SMSRoute(words: [], jump: menu.jump("other")),
                SMSRoute(words: [.literal("BAL")], jump: menu.jump("start")),
                SMSRoute(
                    words: [.literal("SEND"), amount, .optional("TO"), to],
                    jump: menu.jump("send")
                ),
                SMSRoute(words: [.literal("SEND"), .literal("HELP")], jump: menu.jump("help")),
                SMSRoute(
                    words: [.literal("SAY"), .argument(slot: menu.slot("note"), kind: text)],
                    jump: menu.jump("say")
                ),
            ]
        }
        return menu
    }
    private static let money = AskKind.amount(least: nil, most: nil)
    private static let number = AskKind.number(least: nil, most: nil)

    /// The state's name, the arguments and what is left over.
    private static func shown(_ match: RouteMatch?) -> String {
        guard let match, case .state(let state) = match.jump.target else { return "none" }
        let arguments = match.arguments.map { argument in
            let format = AmountFormat(code: "KES", minorDigits: 2)
            return argument.value.text(format: format, country: .kenya) ?? "?"
        }
        return ([menu.states[Int(state)].name] + arguments + match.rest.map { "+\($0)" })
            .joined(separator: "|")
    }

    @Test(
        "the longest dialled route wins, a literal before an argument",
        arguments: [
            ("*789#", "start"), ("*789*1#", "one"), ("*789*2#", "any|2"), ("*789*２#", "any|2"),
            ("*789*x#", "start|+x"), ("*789*#", "start|+"), ("*789*1*2#", "one|+2"),
            ("*789*1*0712000002#", "one|+0712000002"),
            ("*789*1*0712000002*500#", "send|0712 000 002|KES 500.00"),
            ("*789*1*0712000002*500*4821*#", "send|0712 000 002|KES 500.00|+4821|+"),
            ("*789*1*0712000002*05#", "one|+0712000002|+05"),
            ("*789*99999999999999999999#", "start|+99999999999999999999"),
            ("*7890#", "none"), ("*1#", "none"),
        ]
    )
    func dialled(code: String, expected: String) {
        let match = ServiceCode(code).flatMap { Self.menu.program.match(dialled: $0) }
        #expect(Self.shown(match) == expected)
        if let match { #expect(match.home == Self.menu.jump("start")) }
    }

    @Test(
        "an SMS is taken word by word, whatever its case",
        arguments: [
            ("BAL", "start"), (" bal \n", "start"), ("BAL now", "other"), ("", "other"),
            ("send 500 to 0712000002", "send|KES 500.00|0712 000 002"),
            ("Send 500 0712 000 002", "send|KES 500.00|0712 000 002"),
            ("SEND 1,250.50 TO +254 712 000 002", "send|KES 1,250.50|0712 000 002"),
            ("SEND 500 TO", "other"), ("SEND 500", "other"), ("SEND much 0712000002", "other"),
            ("send help", "help"), ("SAY  hello   you", "say|hello you"), ("SAY", "other"),
            ("SAY a text that is longer than twenty", "other"), ("hello", "other"),
        ]
    )
    func commands(text: String, expected: String) {
        let match = Self.menu.program.match(sms: text)
        #expect(Self.shown(match) == expected)
        #expect(match?.home == nil)
    }

    @Test("a menu without routes takes nothing")
    func empty() {
        let program = MenuBuilder(slots: [], states: []).program
        #expect(program.match(sms: "BAL") == nil)
        #expect(ServiceCode("*789#").flatMap { program.match(dialled: $0) } == nil)
    }
}
