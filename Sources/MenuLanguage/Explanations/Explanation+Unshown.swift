// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on translations that are not shown.
    static let unshown = [
        Explanation(
            "menu.translation-option-keys",
            "A line of a translation begins like an option, and the text has no such line.",
            why: "The subscriber would press a key that does something else, or nothing.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Go on -> bye

                screen bye
                    | Bye.
                    end


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu.\n2 Rudi"

                msgctxt "home#1"
                msgid "Go on"
                msgstr "Endelea"

                msgctxt "bye"
                msgid "Bye."
                msgstr "Kwaheri."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Go on -> bye

                screen bye
                    | Bye.
                    end


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."

                msgctxt "home#1"
                msgid "Go on"
                msgstr "Endelea"

                msgctxt "bye"
                msgid "Bye."
                msgstr "Kwaheri."
                """#
        ),
        Explanation(
            "menu.translation-fuzzy",
            "A translation is marked as not certain.",
            why: "A tool filled it in from a similar text; until a person has read it, it may say "
                + "something else.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.sw.po --
                #, fuzzy
                msgctxt "home"
                msgid "Welcome."
                msgstr "Kwaheri."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."
                """#
        ),
        Explanation(
            "menu.translation-stale",
            "A text was changed after it was translated.",
            why: "The translation may promise what the menu no longer does, so the text is shown "
                + "as it is written in the menu.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Good morning."
                msgstr "Habari za asubuhi."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."
                """#
        ),
        Explanation(
            "menu.translation-obsolete",
            "A translation belongs to a text that the menu does not have.",
            why: "Either the text is gone, or its place has another name now and nobody sees the "
                + "translation.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."

                msgctxt "start"
                msgid "Hello."
                msgstr "Jambo."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."
                """#
        ),
        Explanation(
            "menu.translation-incomplete",
            "Some texts of a menu are not translated.",
            why: "Subscribers who chose the language read some screens in another one.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Go on -> bye

                screen bye
                    | Bye.
                    end


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."

                msgctxt "home#1"
                msgid "Go on"
                msgstr ""

                msgctxt "bye"
                msgid "Bye."
                msgstr "Kwaheri."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Go on -> bye

                screen bye
                    | Bye.
                    end


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."

                msgctxt "home#1"
                msgid "Go on"
                msgstr "Endelea"

                msgctxt "bye"
                msgid "Bye."
                msgstr "Kwaheri."
                """#
        ),
    ]
}
