// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on the languages of a menu.
    static let languages = [
        Explanation(
            "menu.bad-language",
            "What follows `text` or `also` is not the code of a language.",
            why: "Phones, networks and translators know languages by codes such as `sw` or "
                + "`pt-BR`; another word finds no file and no rules for numbers.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also pt_BR

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.pt-BR.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Bem-vindo."
                """#,
            good: #"""
                menu example
                    text en
                    also pt-BR

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.pt-BR.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Bem-vindo."
                """#
        ),
        Explanation(
            "menu.language-twice",
            "A language stands in a menu twice.",
            why: "One of the two would never be spoken, and nobody could say which file its texts "
                + "come from.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw, en

                dial *789# -> home

                screen home
                    | Welcome.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."
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
            "menu.too-many-languages",
            "A menu has more languages than a program can carry.",
            why: "Every screen is proved in every language, and a list this long is mostly a slip.",
            in: .whole,
            bad: """
                menu example
                    text en
                    also sw, fr, es, zh, am, om, so, rw, lg, ha, yo, ig, zu, xh, st, pt, ar

                dial *789# -> home


                screen home
                    | Welcome.
                    end
                """,
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
            "menu.unknown-language",
            "An arrow goes on in a language that the menu does not have.",
            why: "The subscriber would choose her language and be answered in another one.",
            in: .whole,
            bad: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Kiswahili -> home in swa
                    2 Bye -> bye

                screen bye
                    | Bye.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."

                msgctxt "home#1"
                msgid "Kiswahili"
                msgstr "Kiswahili"

                msgctxt "home#2"
                msgid "Bye"
                msgstr "Kwaheri"

                msgctxt "bye"
                msgid "Bye."
                msgstr "Kwaheri."

                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."
                """#,
            good: #"""
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    1 Kiswahili -> home in sw
                    2 Bye -> bye

                screen bye
                    | Bye.
                    end


                -- main.sw.po --
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."

                msgctxt "home#1"
                msgid "Kiswahili"
                msgstr "Kiswahili"

                msgctxt "home#2"
                msgid "Bye"
                msgstr "Kwaheri"

                msgctxt "bye"
                msgid "Bye."
                msgstr "Kwaheri."

                msgctxt "#wrong"
                msgid "{typed} is not an answer here."
                msgstr "{typed} si jibu hapa."
                """#
        ),
        Explanation(
            "menu.translation-unreadable",
            "There is no file with the texts of a language.",
            why: "Subscribers who chose the language would read another one.",
            in: .whole,
            bad: """
                menu example
                    text en
                    also sw

                dial *789# -> home

                screen home
                    | Welcome.
                    end
                """,
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
