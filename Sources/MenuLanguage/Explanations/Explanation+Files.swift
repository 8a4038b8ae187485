// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on files and settings.
    static let files = [
        Explanation(
            "menu.no-menu",
            "No line names the menu.",
            why: "Without its name the menu cannot be started, found in a transcript or told "
                + "from others.",
            in: .whole,
            bad: """
                dial *789# -> home

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
            "menu.second-menu",
            "The files of one menu have two lines that name it.",
            why: "Each of them may say other keys and another language, and it would not be "
                + "known which hold on the phone.",
            in: .whole,
            bad: """
                menu example
                    include hours.menu

                dial *789# -> home

                -- hours.menu --
                menu hours

                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                menu example
                    include hours.menu

                dial *789# -> home

                -- hours.menu --
                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.include-unreadable",
            "A file that is included is not there or cannot be read.",
            why: "All its screens would be missing, and arrows to them would lead nowhere.",
            in: .whole,
            bad: """
                menu example
                    include huors.menu

                dial *789# -> home

                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                menu example
                    include hours.menu

                dial *789# -> home

                -- hours.menu --
                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.include-cycle",
            "A file includes itself, directly or by way of others.",
            why: "Every file sees the names of all the others anyway; going in a circle "
                + "would only read it again and again.",
            in: .whole,
            bad: """
                menu example
                    include main.menu

                dial *789# -> home

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
            "menu.include-twice",
            "A file is included twice.",
            why: "All its screens would be there twice, and it would not be known which of "
                + "the two a phone shows.",
            in: .whole,
            bad: """
                menu example
                    include hours.menu, hours.menu

                dial *789# -> home

                -- hours.menu --
                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                menu example
                    include hours.menu

                dial *789# -> home

                -- hours.menu --
                screen home
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.too-large",
            "The menu has more states, values or other parts than a program can hold.",
            why: "So large a menu cannot be learnt by anybody who uses it; two menus with "
                + "codes of their own can.",
            in: .whole,
            bad: """
                menu example
                    services money
                    otherwise
                        unavailable -> busy
                        unsure -> busy
                        none -> busy

                dial *789# -> home

                flow home
                    -- 4100 such lines --
                    call answer% = money.last()
                    end
                        | Done.

                screen busy
                    | Try again later.
                    end
                """,
            good: """
                menu example
                    services money
                    otherwise
                        unavailable -> busy
                        unsure -> busy
                        none -> busy

                dial *789# -> home

                flow home
                    call money.last()
                    end
                        | Done.

                screen busy
                    | Try again later.
                    end
                """
        ),
        Explanation(
            "menu.setting-value",
            "What follows a setting cannot be understood.",
            why: "What was meant is not known, and a time or a key that is guessed would "
                + "surprise whoever holds the phone.",
            in: .whole,
            bad: """
                menu example
                    keys 0 forward

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """,
            good: """
                menu example
                    keys 0 back

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.unknown-choice",
            "A setting names a country, network, language or service that is not known.",
            why: "The rules of that country or network could not be kept: numbers might not "
                + "be read, screens might be cut.",
            in: .whole,
            bad: """
                menu example
                    country KY

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
            "menu.services-differ",
            "Two services of one menu do not go together, because they write amounts or "
                + "records differently.",
            why: "A subscriber would see the same sum written in two ways and could not be "
                + "sure what is paid.",
            in: .whole,
            bad: """
                menu example
                    services money, airtime

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """,
            good: """
                menu example
                    services money

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.me-operation",
            "The operation behind `me` needs values or moves money.",
            why: "`me` is fetched anew for every screen that shows it; that must never ask "
                + "for something or cost something.",
            in: .whole,
            bad: """
                menu example
                    services money
                    me money.payee
                    otherwise
                        unavailable -> busy
                        unsure -> busy
                        unregistered -> busy

                dial *789# -> home

                screen home
                    | Welcome.
                    end

                sms HELP -> busy

                screen busy
                    | Try again later.
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
                    | Welcome.
                    end

                sms HELP -> busy

                screen busy
                    | Try again later.
                    end
                """
        ),
        Explanation(
            "menu.resume-needs-screen",
            "The setting `resume` names a flow.",
            why: "After a dropped session the subscriber is asked whether to go on, and only "
                + "a screen can offer both ways.",
            in: .whole,
            bad: """
                menu example
                    resume 600 unfinished

                dial *789# -> home

                screen home
                    | Welcome.
                    end

                flow unfinished
                    ask answer: choice
                        | Go on?
                        1 Yes = yes
                    end
                        | You said {answer}.
                """,
            good: """
                menu example
                    resume 600 unfinished

                dial *789# -> home

                screen home
                    | Welcome.
                    end

                screen unfinished
                    | Go on?
                    1 Yes -> resume
                    2 Start again -> continue
                """
        ),
    ]
}
