// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A menu of a few states that gives money away: `*100#`, `*100*2#` in Swahili, and `BAL` by SMS.
enum PocketMenu {
    private static let balance: SlotIndex = 3
    private static let amount: SlotIndex = 4
    private static let pin: SlotIndex = 5
    private static let receipt: SlotIndex = 6

    static let program = MenuProgram(
        name: "pocket",
        version: 1,
        language: "en",
        country: .kenya,
        amountFormat: AmountFormat(code: "KES", minorDigits: 2),
        profile: .standard,
        keys: NavigationKeys(back: "0", home: "00", more: "98"),
        states: states,
        patterns: [],
        operations: [
            ServiceOperation(service: "money", name: "balance", posts: false),
            ServiceOperation(service: "money", name: "send", posts: true),
        ],
        dialRoutes: [
            DialRoute(
                segments: [.literal("100")],
                jump: Jump(to: .state(0)),
                home: Jump(to: .state(0))
            ),
            DialRoute(
                segments: [.literal("100"), .literal("2")],
                jump: Jump(to: .state(0), language: 1),
                home: Jump(to: .state(0))
            ),
        ],
        smsRoutes: [SMSRoute(words: [.literal("BAL")], jump: Jump(to: .state(8)))],
        before: nil,
        resume: nil,
        wrongChoice: Body(literal: "That is not on the list."),
        slotNames: ["typed", "least", "most", "balance", "amount", "pin", "receipt"],
        also: [
            ProgramLanguage(
                code: "sw",
                states: swahili,
                wrongChoice: Body(literal: "Haipo."),
                moreLabel: "Zaidi",
                numbers: .of(language: "sw")
            )
        ]
    )

    /// Swahili where a scene looks at it, English elsewhere.
    private static var swahili: [State] {
        var states = states
        states[1] = State(name: "home", kind: home("Una ", "Toa"))
        states[9] = State(name: "balance", kind: .end(text("Una ", balance)))
        return states
    }

    private static let states = [
        State(name: "home.call", kind: call(0, [], result: balance, next: 1)),
        State(name: "home", kind: home("You have ", "Give")),
        State(name: "give.amount", kind: ask(amount, anyAmount, text("How much?"), next: 3)),
        State(
            name: "give.pin",
            kind: ask(
                pin,
                .secret(least: 4, most: 6),
                text("Give ", amount, " to Baraka\nEnter PIN to agree"),
                next: 4
            )
        ),
        State(
            name: "give.call",
            kind: call(1, [amount, pin], result: receipt, next: 5)
        ),
        State(
            name: "give.done",
            kind: .end(text("Given ", amount, ".\nRef ", receipt))
        ),
        State(name: "no", kind: .end(text("Refused. Nothing was taken."))),
        State(name: "unsure", kind: .end(text("Not sure yet. Do not pay again."))),
        State(name: "balance.call", kind: call(0, [], result: balance, next: 9)),
        State(name: "balance", kind: .end(text("You have ", balance))),
    ]

    private static let anyAmount = AskKind.amount(least: .constant(.amount(100)), most: nil)

    private static func home(_ begin: String, _ give: String) -> State.Kind {
        let option = Choice(
            key: "1",
            label: Template([.literal(give)]),
            condition: nil,
            action: .go(Jump(to: .state(2)))
        )
        return .screen(
            ScreenState(
                body: text(begin, balance),
                each: nil,
                choices: [option],
                wrong: text("That is not on the list."),
                entry: 0
            )
        )
    }

    private static func text(
        _ begin: String,
        _ hole: SlotIndex? = nil,
        _ end: String = "",
        _ last: SlotIndex? = nil
    ) -> Body {
        var pieces: [Template.Piece] = [.literal(begin)]
        if let hole { pieces += [.hole(Reference(slot: hole)), .literal(end)] }
        if let last { pieces.append(.hole(Reference(slot: last))) }
        return Body([.lines(Template(pieces))])
    }

    private static func ask(
        _ slot: SlotIndex,
        _ kind: AskKind,
        _ prompt: Body,
        next: StateIndex
    ) -> State.Kind {
        .ask(
            AskState(
                slot: slot,
                kind: kind,
                prompt: prompt,
                choices: [],
                wrong: text("That is no answer."),
                below: text("Too little."),
                above: text("Too much."),
                next: next,
                entry: next - 1
            )
        )
    }

    private static func call(
        _ operation: Int,
        _ arguments: [SlotIndex],
        result: SlotIndex,
        next: StateIndex
    ) -> State.Kind {
        let again = Jump(to: .state(3), error: text("Wrong PIN."))
        return .call(
            CallState(
                operation: operation,
                arguments: arguments.map { .reference(Reference(slot: $0)) },
                result: result,
                next: next,
                arms: [
                    OutcomeArm(outcome: "wrong_pin", binding: nil, jump: again),
                    OutcomeArm(outcome: "refused", binding: nil, jump: Jump(to: .state(6))),
                    OutcomeArm(outcome: "unavailable", binding: nil, jump: Jump(to: .state(6))),
                    OutcomeArm(outcome: "unsure", binding: nil, jump: Jump(to: .state(7))),
                ]
            )
        )
    }
}
