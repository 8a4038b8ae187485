// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on strings to dial and commands to send.
    static let routes = [
        Explanation(
            "menu.dial-twice",
            "One string to dial leads to two places.",
            why: "Whoever dials it would get to one of them, and it would not be known "
                + "which.",
            in: .menu,
            bad: """
                dial *789*1# -> home
                dial *789*1# -> hours

                screen home
                    | Welcome.
                    end

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                dial *789*1# -> home
                dial *789*2# -> hours

                screen home
                    | Welcome.
                    end

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.dial-ambiguous",
            "What is dialled can be read as two different strings.",
            why: "A number that was meant as an amount could be taken for something else.",
            in: .menu,
            bad: """
                dial *789*1*{price: money}# -> pay
                dial *789*{day: number}*2# -> hours

                screen home
                    | Welcome.
                    end

                screen pay(price: money)
                    | It costs {price}.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                dial *789*1*{price: money}# -> pay
                dial *789*2*{day: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen pay(price: money)
                    | It costs {price}.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.dial-not-sent",
            "Phones keep this string for a service of the network, such as forwarding "
                + "calls.",
            why: "Whoever dials it would change a setting of the phone and never reach the "
                + "menu.",
            in: .whole,
            bad: """
                menu example

                dial *21# -> home

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
            "menu.dial-without-home",
            "A string with values has no service code alone that could be dialled.",
            why: "The home key would lead nowhere.",
            in: .whole,
            bad: """
                menu example

                dial *789*{day: number}# -> hours

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                menu example

                dial *789# -> home
                dial *789*{day: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.sms-twice",
            "Two commands by SMS are the same message.",
            why: "Whoever sends it would get one of two answers, and it would not be known "
                + "which.",
            in: .menu,
            bad: """
                sms HOURS -> home
                sms hours -> home

                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                sms HOURS -> home
                sms OPEN -> home

                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.text-not-last",
            "A command takes a text, which is all that is left of the message, and "
                + "something behind it.",
            why: "Nothing is left for what follows, so the message would never be "
                + "understood.",
            in: .menu,
            bad: """
                sms NOTE {words: text} {day: number} -> note

                screen home
                    | Welcome.
                    end

                screen note(words: text 20, day: number)
                    | Day {day}: {words}
                    end
                """,
            good: """
                sms NOTE {day: number} {words: text} -> note

                screen home
                    | Welcome.
                    end

                screen note(words: text 20, day: number)
                    | Day {day}: {words}
                    end
                """
        ),
        Explanation(
            "menu.unknown-argument",
            "A dialled string or a command gives a value that its target does not know.",
            why: "What people typed so carefully would be lost.",
            in: .menu,
            bad: """
                dial *789*{dey: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                dial *789*{day: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.argument-twice",
            "A dialled string or a command gives one value twice.",
            why: "Only one of the two can hold, and the other number that was typed would be "
                + "lost.",
            in: .menu,
            bad: """
                dial *789*{day: number}*{day: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                dial *789*{day: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.given-type",
            "A dialled string or a command gives a value of another kind than its "
                + "target takes.",
            why: "What people type could never be used there, and they would be asked again "
                + "or refused.",
            in: .menu,
            bad: """
                dial *789*{day: msisdn}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                dial *789*{day: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.argument-missing",
            "A dialled string or a command leads to a screen that needs a value which "
                + "is not given.",
            why: "The screen would have a gap where the value should be.",
            in: .menu,
            bad: """
                dial *789*1# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                dial *789*{day: number}# -> hours

                screen home
                    | Welcome.
                    end

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
    ]
}
