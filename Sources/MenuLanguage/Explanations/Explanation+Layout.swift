// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on files, lines and characters.
    static let layout = [
        Explanation(
            "menu.file-too-long",
            "A file is longer than the megabyte that is read.",
            why: "A file of this size was probably written by a machine or is not a menu, "
                + "and reading it would keep everybody waiting who saves a change.",
            in: .whole,
            bad: """
                menu example
                    include notes.menu

                dial *789# -> home

                screen home
                    | Welcome.
                    end

                -- notes.menu --
                -- 20000 such lines --
                # One of very, very many lines that say what nobody will ever read again.
                """,
            good: """
                menu example
                    include notes.menu

                dial *789# -> home

                screen home
                    | Welcome.
                    end

                -- notes.menu --
                # One of a few lines that say why the menu is as it is.
                """
        ),
        Explanation(
            "menu.byte-order-mark",
            "A file begins with the invisible character U+FEFF, which some editors put "
                + "there.",
            why: "It would become part of the first word, and a menu that looks right would "
                + "not be understood.",
            in: .whole,
            bad: """
                \u{FEFF}menu example

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
            "menu.tab-indentation",
            "A line is indented with a tab.",
            why: "Editors draw tabs in different widths, so that two authors would see the "
                + "same file belong together in different ways.",
            in: .menu,
            bad: """
                screen home
                \t| Welcome.
                \tend
                """,
            good: """
                screen home
                    | Welcome.
                    end
                """
        ),
        Explanation(
            "menu.uneven-indentation",
            "A line is indented unlike the lines that it stands among.",
            why: "Blanks at the beginning say what belongs to what. When they are uneven, "
                + "nobody can be sure which screen a line is part of.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                  1 Opening hours -> hours

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
            "menu.control-character",
            "A line has a character in it that cannot be seen, such as a bell or a tab "
                + "between words.",
            why: "Phones show such characters as boxes or not at all, and some start a new "
                + "line in the middle of a word.",
            in: .menu,
            bad: """
                screen home
                    | Welcome\u{7}to the clinic.
                    end
                """,
            good: """
                screen home
                    | Welcome to the clinic.
                    end
                """
        ),
        Explanation(
            "menu.unexpected-character",
            "A character stands where it has no meaning.",
            why: "Often it is a sign that looks like the right one, such as the arrow of a "
                + "word processor; the line is not understood, so the option would be "
                + "missing.",
            in: .menu,
            bad: """
                flow home
                    → hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """,
            good: """
                flow home
                    -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
    ]
}
