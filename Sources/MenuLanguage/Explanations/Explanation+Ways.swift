// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on ways that lead nowhere, or round in a circle.
    static let ways = [
        Explanation(
            "menu.no-way-in",
            "Nothing can be dialled or sent to reach the menu.",
            why: "Nobody could ever see it.",
            in: .whole,
            bad: """
                menu example

                screen home
                    | Welcome.
                    end
                """,
            good: """
                menu example

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.unreachable",
            "No arrow leads to a screen or flow.",
            why: "Somebody wrote it for people to see, and nobody ever would.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    end

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
            "menu.unreachable-step",
            "A step of a flow stands behind one that always leads elsewhere.",
            why: "The question would never be asked.",
            in: .menu,
            bad: """
                flow home
                    end
                        | Goodbye.
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, {name}.
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
            "menu.dead-end",
            "A screen has no option and does not end the session.",
            why: "The phone would wait for an answer that there is none of, until the "
                + "network cuts it off.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                """,
            good: """
                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.flow-without-end",
            "A flow goes on behind its last step, where nothing stands.",
            why: "After the last answer the phone would have nothing to show.",
            in: .menu,
            bad: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
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
            "menu.no-way-out",
            "From some screens no key leads to an end or elsewhere.",
            why: "Whoever gets there walks in a circle until the network cuts the session "
                + "off.",
            in: .whole,
            bad: """
                menu example
                    keys 98 more

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Next -> home
                """,
            good: """
                menu example
                    keys 98 more

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Next -> home
                    2 Goodbye -> bye

                screen bye
                    | Goodbye.
                    end
                """
        ),
        Explanation(
            "menu.endless",
            "Arrows lead round in a circle without showing anything.",
            why: "The phone would wait for a screen that never comes.",
            in: .menu,
            bad: """
                flow home
                    -> hours

                flow hours
                    -> home
                """,
            good: """
                flow home
                    -> hours

                flow hours
                    end
                        | Monday to Friday, 8 to 5.
                """
        ),
        Explanation(
            "menu.not-set-yet",
            "A value is shown or used that was not asked for on every way there.",
            why: "Some people would see a gap where the answer should be.",
            in: .menu,
            bad: """
                flow home
                    ask part: choice
                        | When do you come?
                        1 In the morning = morning
                        2 I do not know -> name
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | {name}, come in the {part}.
                """,
            good: """
                flow home
                    ask part: choice
                        | When do you come?
                        1 In the morning = morning
                        2 I do not know = day
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | {name}, come in the {part}.
                """
        ),
        Explanation(
            "menu.key-twice",
            "Two options of one screen have the same key.",
            why: "Whoever presses it would get one of the two, and not perhaps the one they "
                + "read.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours
                    1 Prices -> prices

                screen hours
                    | Monday to Friday, 8 to 5.
                    end

                screen prices
                    | A visit is free.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours
                    2 Prices -> prices

                screen hours
                    | Monday to Friday, 8 to 5.
                    end

                screen prices
                    | A visit is free.
                    end
                """
        ),
        Explanation(
            "menu.key-clash",
            "An option has a key that means back, home or more everywhere.",
            why: "Fingers that have learnt that 0 goes back would buy or send something "
                + "here.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    0 Opening hours -> hours

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
            "menu.key-answers",
            "A key that goes somewhere could also be an answer to the question.",
            why: "Whoever answers 0 would be led back instead of being heard.",
            in: .menu,
            bad: """
                flow home
                    ask children: number 0 ... 20
                        | How many children come?
                    end
                        | We expect {children}.
                """,
            good: """
                flow home
                    ask children: number 1 ... 20
                        | How many children come?
                    end
                        | We expect {children}.
                """
        ),
        Explanation(
            "menu.key-numbers-item",
            "An option has a key that also chooses an item of the list.",
            why: "Whoever wants the ninth payment would leave the list instead.",
            in: .money,
            bad: """
                flow home
                    call history = money.last()
                        none -> busy
                    -> payments(history)

                screen payments(history: history)
                    | Your last payments
                    each p in history.payments | {p.title} -> payment(p)
                    9 Done -> busy

                screen payment(p: payment)
                    | {p.title} {p.amount}
                    end
                """,
            good: """
                flow home
                    call history = money.last()
                        none -> busy
                    -> payments(history)

                screen payments(history: history)
                    | Your last payments
                    each p in history.payments | {p.title} -> payment(p)
                    99 Done -> busy

                screen payment(p: payment)
                    | {p.title} {p.amount}
                    end
                """
        ),
    ]
}
