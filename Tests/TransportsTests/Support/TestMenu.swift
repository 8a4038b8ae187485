// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A menu built by hand: a payment, lines that begin with dots, a screen in UCS-2.
enum TestMenu {
    private static let pin: SlotIndex = 3

    static func make(_ network: NetworkProfile = .standard) -> MenuProgram {
        let home = Jump(to: .state(0))
        return MenuProgram(
            name: "mavuno",
            version: 1,
            language: "en",
            country: .kenya,
            amountFormat: AmountFormat(code: "KES", minorDigits: 2),
            profile: network,
            keys: NavigationKeys(back: "0", home: "00", more: "98"),
            states: states,
            patterns: [],
            operations: [ServiceOperation(service: "money", name: "pay", posts: true)],
            dialRoutes: [DialRoute(segments: [.literal("789")], jump: home, home: home)],
            smsRoutes: [SMSRoute(words: [.literal("BAL")], jump: Jump(to: .state(5)))],
            before: nil,
            resume: nil,
            wrongChoice: Body(literal: "That is not on the list."),
            slotNames: ["typed", "least", "most", "pin"],
            also: [
                ProgramLanguage(
                    code: "ru",
                    states: [
                        State(name: "home", kind: .end(Body(literal: "Dom")))
                    ],
                    wrongChoice: .empty,
                    moreLabel: "",
                    numbers: .of(language: "ru")
                )
            ]
        )
    }

    private static var states: [State] {
        let options: [(String, String, StateIndex)] = [
            ("1", "Pay", 1), ("2", "Dots", 3), ("3", "Cyrillic", 4),
        ]
        let choices = options.map { key, label, state in
            Choice(
                key: key,
                label: Template([.literal(label)]),
                condition: nil,
                action: .go(Jump(to: .state(state)))
            )
        }
        return [
            State(
                name: "home",
                kind: .screen(
                    ScreenState(
                        body: Body(literal: "Home"),
                        each: nil,
                        choices: choices,
                        wrong: Body(literal: "That is not on the list."),
                        entry: 0
                    )
                )
            ),
            State(name: "pay.pin", kind: .ask(askPIN)),
            State(name: "pay.call-1", kind: .call(paying)),
            State(name: "dots", kind: .end(Body(literal: ".first\n..second\nthird\n."))),
            State(name: "cyrillic", kind: .end(Body(literal: "Привет"))),
            State(name: "balance", kind: .end(Body(literal: "You have KES 1.00"))),
            State(name: "paid", kind: .end(Body(literal: "Paid."))),
            State(name: "failed", kind: .end(Body(literal: "Not paid."))),
        ]
    }

    private static var askPIN: AskState {
        AskState(
            slot: pin,
            kind: .secret(least: 4, most: 4),
            prompt: Body(literal: "Enter PIN"),
            choices: [],
            wrong: Body(literal: "A PIN has 4 digits."),
            below: Body.empty,
            above: Body.empty,
            next: 2,
            entry: 1
        )
    }

    private static var paying: CallState {
        CallState(
            operation: 0,
            arguments: [.reference(Reference(slot: pin))],
            result: nil,
            next: 6,
            arms: ["unavailable", "unsure"].map {
                OutcomeArm(outcome: $0, binding: nil, jump: Jump(to: .state(7)))
            }
        )
    }
}
