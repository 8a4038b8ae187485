// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A menu in English and Swahili, where a key, a code and a message choose between them.
enum SwahiliMenu {
    static func make(
        version: UInt64 = 1,
        languages: [String] = ["sw"],
        resumes: Bool = true
    ) -> MenuProgram {
        MenuProgram(
            name: "both",
            version: version,
            language: "en",
            country: .kenya,
            amountFormat: AmountFormat(code: "KES", minorDigits: 2),
            profile: .standard,
            keys: NavigationKeys(back: "0", home: "00", more: "98"),
            states: states(["Home", "Name?", "Thanks.", "Go on?", "Balance"]),
            patterns: [],
            operations: [],
            dialRoutes: [
                route([.literal("5")], Jump(to: .state(0))),
                route([.literal("5"), .literal("9")], Jump(to: .state(0), language: 1)),
            ],
            smsRoutes: [
                SMSRoute(words: [.literal("BAL")], jump: Jump(to: .state(4))),
                SMSRoute(words: [.literal("SALIO")], jump: Jump(to: .state(4), language: 1)),
            ],
            before: nil,
            resume: resumes ? ResumePolicy(seconds: 600, ask: 3) : nil,
            wrongChoice: Body(literal: "Not on the list."),
            slotNames: ["typed", "least", "most", "name"],
            also: languages.map { code in
                ProgramLanguage(
                    code: code,
                    states: states(
                        ["Nyumbani", "Jina?", "Asante.", "Endelea?", "Salio"].map {
                            code == "sw" ? $0 : "\($0) \(code)"
                        }
                    ),
                    wrongChoice: Body(literal: "Haipo."),
                    moreLabel: "Zaidi",
                    numbers: .of(language: code)
                )
            }
        )
    }

    private static func route(_ segments: [DialRoute.Segment], _ jump: Jump) -> DialRoute {
        DialRoute(segments: segments, jump: jump, home: Jump(to: .state(0)))
    }

    private static func states(_ texts: [String]) -> [State] {
        let ask = AskState(
            slot: 3,
            kind: .text(least: 1, most: 10),
            prompt: Body(literal: texts[1]),
            choices: [],
            wrong: .empty,
            below: .empty,
            above: .empty,
            next: 2,
            entry: 1
        )
        return [
            State(
                name: "home",
                kind: screen(
                    texts[0],
                    [
                        Jump(to: .state(0), language: 1), Jump(to: .state(0), language: 0),
                        Jump(to: .state(1)), Jump(to: .state(2), language: 1),
                    ],
                    entry: 0
                )
            ),
            State(name: "name", kind: .ask(ask)),
            State(name: "thanks", kind: .end(Body(literal: texts[2]))),
            State(
                name: "unfinished",
                kind: screen(texts[3], [Jump(to: .resume), Jump(to: .proceed)], entry: 3)
            ),
            State(name: "balance", kind: .end(Body(literal: texts[4]))),
        ]
    }

    private static func screen(_ text: String, _ jumps: [Jump], entry: StateIndex) -> State.Kind {
        .screen(
            ScreenState(
                body: Body(literal: text),
                each: nil,
                choices: jumps.enumerated().map { index, jump in
                    Choice(
                        key: "\(index + 1)",
                        label: Template([.literal("-")]),
                        condition: nil,
                        action: .go(jump)
                    )
                },
                wrong: .empty,
                entry: entry
            )
        )
    }
}
