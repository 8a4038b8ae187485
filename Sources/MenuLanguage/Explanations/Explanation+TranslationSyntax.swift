// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on the form of files of translations.
    static let translationSyntax = [
        Explanation(
            "menu.translation-syntax",
            "A text in a file of translations lacks a part, or has one too many.",
            why: "A text without `msgid` and `msgstr` translates nothing, and the phone would "
                + "speak the language that the menu is written in.",
            in: .translations,
            bad: #"""
                msgctxt "home"
                mgsid "Welcome."
                msgstr "Karibu."
                """#,
            good: #"""
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."
                """#
        ),
        Explanation(
            "menu.translation-syntax-string",
            "A text in quotes has no end, or a backslash that stands for nothing.",
            why: "Where a text ends could only be guessed, and a guess would be sent to the phone.",
            in: .translations,
            bad: #"""
                msgctxt "home"
                msgid "Welcome to the market."
                msgstr "Karibu
                sokoni."
                """#,
            good: #"""
                msgctxt "home"
                msgid "Welcome to the market."
                msgstr ""
                "Karibu "
                "sokoni."
                """#
        ),
        Explanation(
            "menu.translation-syntax-twice",
            "One text of the menu is translated twice in the same file.",
            why: "Nobody could say which of the two a subscriber sees, and a translator may mend "
                + "the one that is not shown.",
            in: .translations,
            bad: #"""
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."

                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibuni."
                """#,
            good: #"""
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibuni."
                """#
        ),
        Explanation(
            "menu.translation-syntax-charset",
            "A file of translations is not written in plain UTF-8, or says so of itself.",
            why: "Letters such as `é` would be read as others, and the phone would show them.",
            in: .translations,
            bad: #"""
                msgid ""
                msgstr ""
                "Language: fr\n"
                "Content-Type: text/plain; charset=ISO-8859-1\n"
                """#,
            good: #"""
                msgid ""
                msgstr ""
                "Language: fr\n"
                "Content-Type: text/plain; charset=UTF-8\n"
                """#
        ),
        Explanation(
            "menu.translation-syntax-plural",
            "A text with a number has not the forms that the language's rule asks for.",
            why: "For some numbers there would be no words to show.",
            in: .translations,
            bad: #"""
                msgid ""
                msgstr "Plural-Forms: nplurals=2; plural=(n > 1);\n"

                msgctxt "pin#wrong_pin"
                msgid "{tries} try left"
                msgid_plural "{tries} tries left"
                msgstr[0] "Encore {tries} essai"
                """#,
            good: #"""
                msgid ""
                msgstr "Plural-Forms: nplurals=2; plural=(n > 1);\n"

                msgctxt "pin#wrong_pin"
                msgid "{tries} try left"
                msgid_plural "{tries} tries left"
                msgstr[0] "Encore {tries} essai"
                msgstr[1] "Encore {tries} essais"
                """#
        ),
        Explanation(
            "menu.translation-syntax-limit",
            "A file of translations is larger than any menu needs, and is not read to its end.",
            why: "What stands behind the limit would be missing on the phone without a word.",
            in: .translations,
            bad: #"""
                -- 200001 such lines --
                #~ msgid "Text %" msgstr "Maandishi %"
                """#,
            good: #"""
                msgctxt "home"
                msgid "Welcome."
                msgstr "Karibu."
                """#
        ),
    ]
}
