// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on translations that do not go with their texts.
    static let translations = [
        Explanation(
            "menu.translation-hole",
            "A translation has a hole that its text does not have.",
            why: "The phone could only leave a gap, and the subscriber would not see her name or "
                + "her money.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                flow home
                    ask name: text 3 ... 9
                        | Your name?
                    end
                        | Welcome, {name}.


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home.name"
                msgid "Your name?"
                msgstr "Jina lako?"

                msgctxt "home.end"
                msgid "Welcome, {name}."
                msgstr "Karibu, {nmae}."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                flow home
                    ask name: text 3 ... 9
                        | Your name?
                    end
                        | Welcome, {name}.


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home.name"
                msgid "Your name?"
                msgstr "Jina lako?"

                msgctxt "home.end"
                msgid "Welcome, {name}."
                msgstr "Karibu, {name}."
                """#
        ),
        Explanation(
            "menu.translation-hole-missing",
            "A translation leaves out a value that its text shows.",
            why: "Whoever reads the translation would agree to something that only others can see.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                flow home
                    ask name: text 3 ... 9
                        | Your name?
                    end
                        | Welcome, {name}.


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home.name"
                msgid "Your name?"
                msgstr "Jina lako?"

                msgctxt "home.end"
                msgid "Welcome, {name}."
                msgstr "Karibu."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                flow home
                    ask name: text 3 ... 9
                        | Your name?
                    end
                        | Welcome, {name}.


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home.name"
                msgid "Your name?"
                msgstr "Jina lako?"

                msgctxt "home.end"
                msgid "Welcome, {name}."
                msgstr "Karibu, {name}."
                """#
        ),
        Explanation(
            "menu.translation-brace",
            "A brace of a translation has no other that goes with it.",
            why: "What is a hole and what is text could only be guessed.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                flow home
                    ask name: text 3 ... 9
                        | Your name?
                    end
                        | Welcome, {name}.


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home.name"
                msgid "Your name?"
                msgstr "Jina lako?"

                msgctxt "home.end"
                msgid "Welcome, {name}."
                msgstr "Karibu, {name}. }"
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                flow home
                    ask name: text 3 ... 9
                        | Your name?
                    end
                        | Welcome, {name}.


                -- main.sw.po --
                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."

                msgctxt "home.name"
                msgid "Your name?"
                msgstr "Jina lako?"

                msgctxt "home.end"
                msgid "Welcome, {name}."
                msgstr "Karibu, {name}."
                """#
        ),
        Explanation(
            "menu.translation-one-line",
            "The translation of an option, or of a line of a list, has several lines.",
            why: "The second line would look like text of the screen, below some of the options.",
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
                msgstr "Endelea\nsasa"

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
            "menu.translation-control-character",
            "A translation has a character that cannot be seen, such as a tab.",
            why: "Phones show such characters as boxes or not at all, and some start a new line in "
                + "the middle of a word.",
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
                msgstr "Karibu.\tNdugu."
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
    ]
}
