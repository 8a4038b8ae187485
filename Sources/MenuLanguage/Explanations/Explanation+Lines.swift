// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on lines that stand in the wrong place.
    static let lines = [
        Explanation(
            "menu.unknown-keyword",
            "A line begins with a word that begins no line here.",
            why: "The line is not understood, and without it the phone would show less than "
                + "its author wrote.",
            in: .menu,
            bad: """
                scren home
                    | Welcome.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.unknown-setting",
            "A line under `menu` names a setting that there is none of.",
            why: "A setting that is not understood is not kept: the menu would speak another "
                + "language or serve another network than its author believes.",
            in: .whole,
            bad: """
                menu example
                    contry KE

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """,
            good: """
                menu example
                    country KE

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.repeated-setting",
            "A setting is made twice.",
            why: "Only one of the two can hold, and the reader of the file cannot know "
                + "which.",
            in: .whole,
            bad: """
                menu example
                    text en
                    text en

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """,
            good: """
                menu example
                    text en

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.bad-setting",
            "The values behind a setting do not have its form.",
            why: "What was meant is not known, and guessing could give a key another meaning "
                + "than the phone shows.",
            in: .whole,
            bad: """
                menu example
                    keys 0, 00 home

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """,
            good: """
                menu example
                    keys 0 back, 00 home

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.misplaced-line",
            "A line stands under something that it does not belong to.",
            why: "A question or an option in the wrong place would never be asked or "
                + "offered.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    ask age: number 1 ... 120
                        | Your age?
                    end
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
            "menu.text-outside",
            "A text behind `|` belongs to nothing that shows it.",
            why: "The phone would never show it, although whoever wrote it wanted it to be "
                + "read.",
            in: .menu,
            bad: """
                flow home
                    | Welcome to the clinic.
                    end
                        | Come in.
                """,
            good: """
                flow home
                    end
                        | Welcome to the clinic.
                        | Come in.
                """
        ),
        Explanation(
            "menu.wrong-order",
            "A line stands below something that the phone shows after it.",
            why: "A definition reads like the phone from top to bottom; in another order its "
                + "author would see another screen than the subscriber.",
            in: .menu,
            bad: """
                screen home
                    1 Opening hours -> hours
                    | Welcome.

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
            "menu.repeated-line",
            "Something that may stand once stands twice.",
            why: "Only one of the two would be shown, and nobody could tell which.",
            in: .menu,
            bad: """
                flow home
                    ask age: number 1 ... 120
                        | Your age?
                        wrong | Type a number.
                        wrong | That is no number.
                    end
                        | You are {age}.
                """,
            good: """
                flow home
                    ask age: number 1 ... 120
                        | Your age?
                        wrong | Type a number.
                    end
                        | You are {age}.
                """
        ),
        Explanation(
            "menu.end-with-options",
            "A screen ends the session and still offers options.",
            why: "When the session has ended the phone cannot answer any more: whoever "
                + "pressed a key would get nothing.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours
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
            "menu.answer-outside-choice",
            "An option gives an answer with `=`, but no question of type `choice` is "
                + "asked.",
            why: "There is nothing that the key could answer, so pressing it would do "
                + "nothing.",
            in: .menu,
            bad: """
                screen home
                    | When do you come?
                    1 Morning = morning
                """,
            good: """
                flow home
                    ask part: choice
                        | When do you come?
                        1 Morning = morning
                    end
                        | Come in the {part}.
                """
        ),
    ]
}
