// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on the words of a line.
    static let words = [
        Explanation(
            "menu.unexpected-words",
            "Something stands where the line should be over.",
            why: "Words that are passed over would be lost without anybody noticing, such as "
                + "a condition that was meant to hide an option.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours please

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
            "menu.missing-name",
            "A screen, a flow, a question or a call has no name where it needs one.",
            why: "Without a name no arrow can lead there, and nobody would ever see it.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    end

                screen
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
            "menu.missing-word",
            "A certain word or sign is missing from the line.",
            why: "Without it the line could mean several things, and the phone would show "
                + "one that was not meant.",
            in: .money,
            bad: """
                flow home
                    call history = money.last()
                        none -> busy
                    -> payments(history)

                screen payments(history: history)
                    | Your last payments
                    each p of history.payments | {p.title}
                    1 Done -> busy
                """,
            good: """
                flow home
                    call history = money.last()
                        none -> busy
                    -> payments(history)

                screen payments(history: history)
                    | Your last payments
                    each p in history.payments | {p.title}
                    1 Done -> busy
                """
        ),
        Explanation(
            "menu.expected-target",
            "An option, a step or an outcome does not say where it leads.",
            why: "Whoever pressed the key would be left where they are, without a word.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours

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
            "menu.expected-value",
            "A value is missing where one is needed.",
            why: "A condition or a call without its value cannot be decided, so the phone "
                + "would offer too much or too little.",
            in: .money,
            bad: """
                screen home
                    | Welcome.
                    1 Save -> busy when
                    2 Pay -> busy
                """,
            good: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.level > 0
                    2 Pay -> busy
                """
        ),
        Explanation(
            "menu.expected-comparison",
            "A condition names a value that is neither yes nor no and compares it with "
                + "nothing.",
            why: "Nobody can say when the option is to be shown.",
            in: .money,
            bad: """
                screen home
                    | Welcome.
                    1 Save -> busy when "gold"
                    2 Pay -> busy
                """,
            good: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.name == "gold"
                    2 Pay -> busy
                """
        ),
        Explanation(
            "menu.unclosed-parenthesis",
            "A parenthesis is opened and not closed.",
            why: "What belongs into it is not known, so an option might be offered to the "
                + "wrong people.",
            in: .money,
            bad: """
                screen home
                    | Welcome.
                    1 Save -> busy when (me.agent or me.level > 0
                    2 Pay -> busy
                """,
            good: """
                screen home
                    | Welcome.
                    1 Save -> busy when (me.agent or me.level > 0)
                    2 Pay -> busy
                """
        ),
        Explanation(
            "menu.unclosed-string",
            "A text in quotation marks has no mark at its end.",
            why: "The rest of the line would become part of the text and be handed on as if "
                + "it had been meant.",
            in: .money,
            bad: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.name == "Amina
                    2 Pay -> busy
                """,
            good: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.name == "Amina"
                    2 Pay -> busy
                """
        ),
        Explanation(
            "menu.nested-too-deep",
            "A condition has parentheses or `not` within each other more than 32 deep.",
            why: "Nobody could read it, and a mistake in it would show or hide an option for "
                + "the wrong people.",
            in: .money,
            bad: """
                screen home
                    | Welcome.
                    1 Save -> busy when not not not not not not not not not not not not not not \
                not not not not not not not not not not not not not not not not not not not me.agent
                    2 Pay -> busy
                """,
            good: """
                screen home
                    | Welcome.
                    1 Save -> busy when not me.agent
                    2 Pay -> busy
                """
        ),
        Explanation(
            "menu.bad-type-syntax",
            "A name stands without its type, or the type is written in another way.",
            why: "How long the value can be is not known, so no screen that shows it could "
                + "be proved to fit.",
            in: .menu,
            bad: """
                sms HOURS {day} -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                sms HOURS {day: number} -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.unknown-type",
            "A question asks for a kind of answer that there is none of.",
            why: "It would not be known which answers are right, so a slip of a finger could "
                + "not be noticed.",
            in: .menu,
            bad: """
                flow home
                    ask age: nuber 1 ... 120
                        | Your age?
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
            "menu.bad-bounds",
            "The least and the most of an answer are not written as they should be.",
            why: "Without bounds an answer of any length would be taken, and the screens "
                + "that show it could not be proved to fit.",
            in: .menu,
            bad: """
                flow home
                    ask day: number 1 ...
                        | Which day?
                    end
                        | Come on day {day}.
                """,
            good: """
                flow home
                    ask day: number 1 ... 31
                        | Which day?
                    end
                        | Come on day {day}.
                """
        ),
    ]
}
