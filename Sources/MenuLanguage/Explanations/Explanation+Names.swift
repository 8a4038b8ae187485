// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on names that mean nothing, or too much.
    static let names = [
        Explanation(
            "menu.name-twice",
            "Two screens, flows or values have one name.",
            why: "An arrow to it would lead to one of the two, and it would not be known "
                + "which.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    end

                flow home
                    end
                        | Welcome again.
                """,
            good: """
                screen home
                    | Welcome.
                    1 Once more -> again

                flow again
                    end
                        | Welcome again.
                """
        ),
        Explanation(
            "menu.name-reserved",
            "A screen or value has the name of a word that means something by itself.",
            why: "An arrow `-> back` always goes back; a screen of that name would never be "
                + "seen.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Go on -> back

                screen back
                    | You came back.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Go on -> again

                screen again
                    | You came again.
                    end
                """
        ),
        Explanation(
            "menu.unknown-target",
            "An arrow leads to a name that no screen, flow or question has.",
            why: "Whoever chose it would stand before nothing in the middle of their "
                + "business.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> huors

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
            "menu.unknown-name",
            "A value is named that there is not.",
            why: "There is nothing to show or to hand on, so the phone would show a gap "
                + "where a number or name should be.",
            in: .menu,
            bad: """
                flow home
                    ask day: number 1 ... 31
                        | Which day?
                    end
                        | Come on day {dey}.
                """,
            good: """
                flow home
                    ask day: number 1 ... 31
                        | Which day?
                    end
                        | Come on day {day}.
                """
        ),
        Explanation(
            "menu.unknown-field",
            "A record is asked for a field that it does not have.",
            why: "The phone would show a gap, for example where the balance should be.",
            in: .money,
            bad: """
                screen home
                    | You have {me.balanse}.
                    end
                """,
            good: """
                screen home
                    | You have {me.balance}.
                    end
                """
        ),
        Explanation(
            "menu.unknown-service",
            "A call names a service that the menu does not use.",
            why: "Nobody would answer the call, and every try would end in an apology.",
            in: .money,
            bad: """
                flow home
                    call mony.last()
                        none -> busy
                    end
                        | Done.
                """,
            good: """
                flow home
                    call money.last()
                        none -> busy
                    end
                        | Done.
                """
        ),
        Explanation(
            "menu.unknown-operation",
            "A service is asked for something that it cannot do.",
            why: "Every call would fail, and every subscriber would be told to try again "
                + "later.",
            in: .money,
            bad: """
                flow home
                    call money.lst()
                        none -> busy
                    end
                        | Done.
                """,
            good: """
                flow home
                    call money.last()
                        none -> busy
                    end
                        | Done.
                """
        ),
        Explanation(
            "menu.no-such-type",
            "A parameter has a type that there is none of.",
            why: "How long the value can be is not known, so no screen that shows it could "
                + "be proved to fit.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours(5)

                screen hours(day: numbre)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours(5)

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.no-me",
            "A text names `me`, but the menu does not say who answers for it.",
            why: "The subscriber's own name or balance would be a gap.",
            in: .menu,
            bad: """
                screen home
                    | You have {me.balance}.
                    end
                """,
            good: """
                menu example
                    services money
                    me money.me
                    otherwise
                        unavailable -> busy
                        unsure -> busy
                        unregistered -> busy

                dial *789# -> home

                screen home
                    | You have {me.balance}.
                    end

                screen busy
                    | Try again later.
                    end
                """
        ),
    ]
}
