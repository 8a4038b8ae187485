// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on shortcuts that people know.
    static let shortcuts = [
        Explanation(
            "menu.shortcut-retargeted",
            "A string or a command that people know leads somewhere else than they learnt.",
            why: "Who dials what stands on the poster gets something else, and may pay for it.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home
                dial *789*3# -> place

                screen home
                    | Welcome.
                    1  Opening hours  -> hours
                    2  The way        -> place

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                screen place
                    | By the old mango tree.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*3# -> hours
                """,
            good: """
                menu example

                dial *789# -> home
                dial *789*3# -> hours

                screen home
                    | Welcome.
                    1  Opening hours  -> hours
                    2  The way        -> place

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                screen place
                    | By the old mango tree.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*3# -> hours
                """
        ),
        Explanation(
            "menu.shortcut-removed",
            "A string or a command that people know is no longer in the menu.",
            why: "Who dials what stands on the poster gets nowhere.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    sms HOURS -> hours
                """,
            good: """
                menu example

                dial *789# -> home
                sms HOURS -> hours

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    sms HOURS -> hours
                """
        ),
        Explanation(
            "menu.shortcut-arguments",
            "A string or a command that people know takes other values than they learnt.",
            why: "What people type in the order they know is taken for something else.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home
                dial *789*{hour: number}*{day: number}# -> book

                screen home
                    | Welcome.
                    1  Book a day  -> book

                flow book
                    ask day: number 1 ... 31
                        | Which day?
                    ask hour: number 1 ... 12
                        | At which hour?
                    -> booked(day, hour)

                screen booked(day: number, hour: number)
                    | Day {day}, {hour} o'clock.
                    end

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*{day: number}*{hour: number}# -> book
                """,
            good: """
                menu example

                dial *789# -> home
                dial *789*{day: number}*{hour: number}# -> book

                screen home
                    | Welcome.
                    1  Book a day  -> book

                flow book
                    ask day: number 1 ... 31
                        | Which day?
                    ask hour: number 1 ... 12
                        | At which hour?
                    -> booked(day, hour)

                screen booked(day: number, hour: number)
                    | Day {day}, {hour} o'clock.
                    end

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*{day: number}*{hour: number}# -> book
                """
        ),
        Explanation(
            "menu.shortcut-keys",
            "A string was the same as the keys in it, pressed one by one, and no longer is.",
            why: "People who dial and people who press keys were told one thing, and now get two.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home
                dial *789*1# -> hours

                screen home
                    | Welcome.
                    3  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*1# -> hours = *789# 1
                """,
            good: """
                menu example

                dial *789# -> home
                dial *789*1# -> hours

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*1# -> hours = *789# 1
                """
        ),
        Explanation(
            "menu.shortcut-shadowed",
            "A new string or command takes some of what people dial or send for one "
                + "that they know.",
            why: "Who dials day 5, as always, gets something else.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home
                dial *789*{day: number}*{hour: number}# -> book
                dial *789*5*8# -> home

                screen home
                    | Welcome.
                    1  Book a day  -> book

                flow book
                    ask day: number 1 ... 31
                        | Which day?
                    ask hour: number 1 ... 12
                        | At which hour?
                    -> booked(day, hour)

                screen booked(day: number, hour: number)
                    | Day {day}, {hour} o'clock.
                    end

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*{day: number}*{hour: number}# -> book
                """,
            good: """
                menu example

                dial *789# -> home
                dial *789*{day: number}*{hour: number}# -> book

                screen home
                    | Welcome.
                    1  Book a day  -> book

                flow book
                    ask day: number 1 ... 31
                        | Which day?
                    ask hour: number 1 ... 12
                        | At which hour?
                    -> booked(day, hour)

                screen booked(day: number, hour: number)
                    | Day {day}, {hour} o'clock.
                    end

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789*{day: number}*{hour: number}# -> book
                """
        ),
        Explanation(
            "menu.shortcut-lock",
            "The file `shortcuts.lock` has a line that says neither a menu nor a "
                + "shortcut, or cannot be read.",
            why: "Nothing would be held to what it said, and a shortcut could change unseen.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial 789 -> home
                """,
            good: """
                menu example

                dial *789# -> home

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                """
        ),
        Explanation(
            "menu.shortcut-lock-twice",
            "The file `shortcuts.lock` says twice what one shortcut means.",
            why: "It would not be known which of the two people learnt.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    dial *789# -> hours
                """,
            good: """
                menu example

                dial *789# -> home

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                """
        ),
        Explanation(
            "menu.shortcut-unlocked",
            "A menu has shortcuts that `shortcuts.lock` does not hold yet.",
            why: "Once people have learnt them, nothing would say that a change breaks them.",
            in: .whole,
            bad: """
                menu example

                dial *789# -> home
                sms HOURS -> hours

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                """,
            good: """
                menu example

                dial *789# -> home
                sms HOURS -> hours

                screen home
                    | Welcome.
                    1  Opening hours  -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    0  Back  -> back

                -- shortcuts.lock --
                menu example
                    dial *789# -> home
                    sms HOURS -> hours
                """
        ),
    ]
}
