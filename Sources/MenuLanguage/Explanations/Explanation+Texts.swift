// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on what a phone shows, dials and sends.
    static let texts = [
        Explanation(
            "menu.missing-text",
            "Something that is shown has no text.",
            why: "The phone would show an empty screen, and nobody would know what to "
                + "answer.",
            in: .menu,
            bad: """
                flow home
                    ask age: number 1 ... 120
                    end
                        | You are {age}.
                """,
            good: """
                flow home
                    ask age: number 1 ... 120
                        | Your age?
                    end
                        | You are {age}.
                """
        ),
        Explanation(
            "menu.missing-label",
            "An option shows nothing beside its key.",
            why: "Whoever reads the screen would see a number and not know what it is for.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.bad-key",
            "The key of an option is not 1 to 3 digits with a blank behind them.",
            why: "People would have to type what many keypads lack, or a point that they "
                + "take for decoration.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1. Opening hours -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.unclosed-hole",
            "A text has a `{` without its `}`.",
            why: "The phone would show the name of a value in place of the value.",
            in: .menu,
            bad: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, {name.
                """,
            good: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, {name}.
                """
        ),
        Explanation(
            "menu.bad-hole",
            "What stands between `{` and `}` is not the name of a value.",
            why: "There is nothing that could be put there, so the phone would show a gap.",
            in: .menu,
            bad: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, {your name}.
                """,
            good: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, {name}.
                """
        ),
        Explanation(
            "menu.lone-brace",
            "A text has a `}` without a `{` before it.",
            why: "Perhaps a value was meant to stand there; the phone would show a lone "
                + "brace instead.",
            in: .menu,
            bad: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, name}.
                """,
            good: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, {name}.
                """
        ),
        Explanation(
            "menu.trailing-blanks",
            "A text ends with blanks.",
            why: "Nobody sees them, but they are sent, and on a full screen they take the "
                + "room of letters.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.\u{20}\u{20}
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.bad-dial-string",
            "A string to dial cannot be dialled or read.",
            why: "People who dial it would get an answer from their network that says that "
                + "the code is unknown.",
            in: .menu,
            bad: """
                dial *789 -> home

                screen home
                    | Welcome.
                    end
                """,
            good: """
                dial *789*1# -> home

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.bad-command",
            "The words of a command by SMS do not have the right form.",
            why: "A message that people send would not be recognised, and nothing would come "
                + "back.",
            in: .menu,
            bad: """
                sms BAL * -> home

                screen home
                    | Welcome.
                    end
                """,
            good: """
                sms BAL -> home

                screen home
                    | Welcome.
                    end
                """
        ),
    ]
}
