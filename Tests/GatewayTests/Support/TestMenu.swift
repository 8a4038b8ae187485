// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A menu built by hand: home, a payment, news before every session, and a way to resume.
enum TestMenu {
    static let amount: SlotIndex = 3
    static let pin: SlotIndex = 4

    /// A menu; `asksNews` calls `money.news` before every dialled session.
    ///
    /// With `takesAnything` any short message leads to the list of commands.
    static func make(
        name: String = "mavuno",
        home: String = "Home",
        code: String = "789",
        profile: NetworkProfile = .standard,
        asksNews: Bool = false,
        resumes: Bool = true,
        takesAnything: Bool = false,
        afterSending: StateIndex = 5
    ) -> MenuProgram {
        let anything = [SMSRoute(words: [], jump: Jump(to: .state(13)))]
        return MenuProgram(
            name: name,
            version: 1,
            language: "en",
            country: .kenya,
            amountFormat: AmountFormat(code: "KES", minorDigits: 2),
            profile: profile,
            keys: NavigationKeys(back: "0", home: "00", more: "98"),
            states: states(home: home, afterSending: afterSending),
            patterns: [],
            operations: [
                ServiceOperation(service: "money", name: "send", posts: true),
                ServiceOperation(service: "money", name: "news", posts: false),
                ServiceOperation(service: "money", name: "look", posts: false),
            ],
            dialRoutes: [
                route([.literal(code)], to: 0),
                route([.literal(code), .literal("1")], to: 2),
                route([.literal(code), .literal("9")], to: 12),
                route(
                    [
                        .literal(code), .literal("2"),
                        .argument(slot: amount, kind: .number(least: nil, most: nil)),
                    ],
                    to: 2
                ),
            ],
            smsRoutes: [
                SMSRoute(
                    words: [
                        .literal("SEND"),
                        .argument(slot: amount, kind: .number(least: nil, most: nil)),
                    ],
                    jump: entering(2)
                ),
                SMSRoute(words: [.literal("PAY")], jump: entering(2)),
                SMSRoute(words: [.literal("BAL")], jump: Jump(to: .state(1))),
                SMSRoute(words: [.literal("LOOK")], jump: Jump(to: .state(12))),
            ] + (takesAnything ? anything : []),
            before: asksNews ? Jump(to: .state(10)) : nil,
            resume: resumes ? ResumePolicy(seconds: 600, ask: 9) : nil,
            wrongChoice: Body(literal: "That is not on the list."),
            slotNames: ["typed", "least", "most", "amount", "pin"]
        )
    }

    private static func entering(_ state: StateIndex) -> Jump {
        Jump(to: .state(state), clears: amount..<(pin + 1))
    }

    private static func route(_ segments: [DialRoute.Segment], to state: StateIndex) -> DialRoute {
        DialRoute(segments: segments, jump: entering(state), home: Jump(to: .state(0)))
    }

    private static func states(home: String, afterSending: StateIndex) -> [State] {
        [
            State(name: "home", kind: screen(home, [("1", "Send", entering(2))], entry: 0)),
            State(name: "balance", kind: .end(Body(literal: "You have KES 1.00"))),
            State(
                name: "send.amount",
                kind: ask(
                    amount,
                    .number(least: .constant(.number(1)), most: .constant(.number(1_000))),
                    Body(literal: "How much?"),
                    next: 3,
                    entry: 2
                )
            ),
            State(
                name: "send.pin",
                kind: ask(
                    pin,
                    .secret(least: 4, most: 6),
                    sentence("Send ", " now?\nEnter PIN"),
                    next: 4,
                    entry: 3
                )
            ),
            State(name: "send.call-1", kind: sending(next: afterSending)),
            State(name: "send.done", kind: .end(sentence("Sent ", "."))),
            State(name: "refused", kind: .end(Body(literal: "Refused."))),
            State(name: "busy", kind: .end(Body(literal: "Busy. Nothing was taken."))),
            State(name: "unsure", kind: .end(Body(literal: "Not sure yet."))),
            State(
                name: "unfinished",
                kind: screen(
                    "Go on?",
                    [("1", "Go on", Jump(to: .resume)), ("2", "New", Jump(to: .proceed))],
                    entry: 9
                )
            ),
            State(name: "news.call-1", kind: call(1, next: 11, otherwise: .proceed)),
            State(
                name: "news",
                kind: screen("News", [("1", "Go on", Jump(to: .proceed))], entry: 11)
            ),
            State(name: "look.call-1", kind: call(2, next: 12, otherwise: .state(7))),
            State(name: "commands", kind: .end(Body(literal: "Send BAL or SEND."))),
        ]
    }

    private static func screen(
        _ text: String,
        _ options: [(String, String, Jump)],
        entry: StateIndex
    ) -> State.Kind {
        .screen(
            ScreenState(
                body: Body(literal: text),
                each: nil,
                choices: options.map { key, label, jump in
                    Choice(
                        key: key,
                        label: Template([.literal(label)]),
                        condition: nil,
                        action: .go(jump)
                    )
                },
                wrong: Body(literal: "That is not on the list."),
                entry: entry
            )
        )
    }

    private static func ask(
        _ slot: SlotIndex,
        _ kind: AskKind,
        _ prompt: Body,
        next: StateIndex,
        entry: StateIndex
    ) -> State.Kind {
        .ask(
            AskState(
                slot: slot,
                kind: kind,
                prompt: prompt,
                choices: [],
                wrong: Body(literal: "Wrong."),
                below: Body(literal: "Too little."),
                above: Body(literal: "Too much."),
                next: next,
                entry: entry
            )
        )
    }

    private static func sentence(_ begin: String, _ end: String) -> Body {
        Body([
            .lines(Template([.literal(begin), .hole(Reference(slot: amount)), .literal(end)]))
        ])
    }

    private static func sending(next: StateIndex) -> State.Kind {
        let again = Jump(to: .state(3), error: Body(literal: "Wrong PIN."))
        return .call(
            CallState(
                operation: 0,
                arguments: [
                    .reference(Reference(slot: amount)), .reference(Reference(slot: pin)),
                ],
                result: nil,
                next: next,
                arms: [
                    OutcomeArm(outcome: "wrong_pin", binding: nil, jump: again),
                    OutcomeArm(outcome: "refused", binding: nil, jump: Jump(to: .state(6))),
                    OutcomeArm(outcome: "unavailable", binding: nil, jump: Jump(to: .state(7))),
                    OutcomeArm(outcome: "unsure", binding: nil, jump: Jump(to: .state(8))),
                ]
            )
        )
    }

    private static func call(
        _ operation: Int,
        next: StateIndex,
        otherwise: Jump.Target
    ) -> State.Kind {
        .call(
            CallState(
                operation: operation,
                arguments: [],
                result: nil,
                next: next,
                arms: ["none", "unavailable", "unsure"].map {
                    OutcomeArm(outcome: $0, binding: nil, jump: Jump(to: otherwise))
                }
            )
        )
    }
}
