// SPDX-License-Identifier: Apache-2.0

/// Menus with mistakes, each marked.
enum MistakeSamples {
    static let all = layout + lines + words + texts + routes + settings + services

    static let layout = [
        "⟦\u{FEFF}⟧  ⟵ menu.byte-order-mark\nmenu a\n",
        """
        screen a
        ⟦\t⟧| One  ⟵ menu.tab-indentation
        \t| Two
            | Three

        """,
        """
        screen a
            | One
              ⟦| Two⟧  ⟵ menu.text-outside
          ⟦| Three⟧  ⟵ menu.uneven-indentation
          1 Go -> b

        """,
        "  ⟦screen a⟧  ⟵ menu.uneven-indentation\n      | One\n  screen b\n      | One\n",
        "screen a\n    | One⟦\u{7}⟧\u{8} {x}  ⟵ menu.control-character\n",
        "screen a\n    | One\n    1 Go⟦\t⟧ on -> b  ⟵ menu.control-character\n",
        "screen a ⟦\0⟧  ⟵ menu.control-character\n    | One\n",
        "screen a⟦\r⟧  ⟵ menu.control-character\r\n    | One\n",
        "screen a⟦-⟧-b  ⟵ menu.unexpected-character\n    | One\n",
        "screen a⟦#⟧b ⟵ menu.unexpected-character\nscreen b ⟦#⟧ c ⟵ menu.unexpected-character\n",
        "screen a\n⟦\t⟧| One ⟵ menu.tab-indentation\n  | Two\n      | Three\n",
        "flow a\n    ⟦→⟧ home  ⟵ menu.unexpected-character\n",
        "flow a\n    ask n: number 1 ⟦…⟧ 9  ⟵ menu.unexpected-character\n        | N?\n",
        "screen a\n    | One\n    1 Go -> b when x ⟦=⟧ 1  ⟵ menu.unexpected-character\n",
    ]

    static let lines = [
        """
        ⟦scren⟧ home  ⟵ menu.unknown-keyword
            | One
            1 Go⟦⟧  ⟵ menu.expected-target

        """,
        "⟦push⟧ news(a: text) -> flow  ⟵ menu.unknown-keyword\n    | Not read {\nmenu a\n",
        """
        flow a
            ⟦aks⟧ x: number  ⟵ menu.unknown-keyword
                | N?
                ⟦worng⟧ | No {x}.  ⟵ menu.unknown-keyword
            ⟦goto⟧ b  ⟵ menu.unknown-keyword

        """,
        """
        flow a
            ⟦wrong⟧ | No.  ⟵ menu.misplaced-line
            ⟦1⟧ Go -> b  ⟵ menu.misplaced-line
            ⟦| Text⟧  ⟵ menu.text-outside
            -> b
                ⟦| Text⟧  ⟵ menu.text-outside
        ⟦ask⟧ n: number  ⟵ menu.misplaced-line
            | Not read {

        """,
        """
        screen a
            | One
            ⟦flow⟧ b  ⟵ menu.misplaced-line
                ⟦screen⟧ c  ⟵ menu.misplaced-line
                    | Two ⟦{⟧  ⟵ menu.unclosed-hole

        """,
        "⟦1⟧ Go -> b  ⟵ menu.misplaced-line\n⟦(⟧  ⟵ menu.misplaced-line\n",
        "⟦->⟧ b  ⟵ menu.misplaced-line\n",
        "⟦| One⟧  ⟵ menu.text-outside\n",
        """
        flow a
            call m.x
                ⟦| One⟧  ⟵ menu.text-outside
                ⟦1⟧ One -> b  ⟵ menu.misplaced-line
            end ⟦|⟧ One  ⟵ menu.text-outside
                | Two
                ⟦ask⟧ n: number  ⟵ menu.misplaced-line

        """,
        """
        screen a
            1 Go -> b
            ⟦| One⟧  ⟵ menu.wrong-order
            ⟦case x⟧  ⟵ menu.wrong-order
                y | One
            ⟦each p in x | {p}⟧  ⟵ menu.wrong-order

        """,
        """
        screen a
            each p in x | {p}
            ⟦each⟧ p in x | {p}  ⟵ menu.repeated-line
            ⟦| One⟧  ⟵ menu.wrong-order

        """,
        """
        flow a
            ask n: number
                | N?
                1 Go -> b
                ⟦| One⟧  ⟵ menu.wrong-order
                wrong | No.
                ⟦wrong⟧ | No.  ⟵ menu.repeated-line
                below | No.
                ⟦below⟧ | No.  ⟵ menu.repeated-line

        """,
        "screen a\n    | One\n    1 Go -> b\n    ⟦end⟧  ⟵ menu.end-with-options\n",
        "screen a\n    | One\n    end\n    ⟦end⟧  ⟵ menu.repeated-line\n",
        "screen a\n    | One\n    1 One ⟦= one⟧  ⟵ menu.answer-outside-choice\n",
        """
        flow a
            ask n: number
                | N?
                1 One ⟦= one⟧  ⟵ menu.answer-outside-choice

        """,
    ]

    static let words = [
        "screen⟦⟧  ⟵ menu.missing-name\n    | One\n",
        "flow ⟦(⟧x: y)  ⟵ menu.missing-name\n    -> home\n",
        "menu ⟦1⟧  ⟵ menu.missing-name\n",
        "screen a ⟦b⟧ c  ⟵ menu.unexpected-words\n",
        """
        screen a
            | One
            1 Go -> b ⟦if⟧ c  ⟵ menu.unexpected-words
            2 Go -> b when⟦⟧  ⟵ menu.expected-value
            3 Go -> b when "x"⟦⟧  ⟵ menu.expected-comparison
            4 Go -> b when a is ⟦not⟧ set  ⟵ menu.missing-word
            5 Go -> b when ⟦(⟧a or b  ⟵ menu.unclosed-parenthesis
            6 Go -> b⟦(⟧c d)  ⟵ menu.unclosed-parenthesis
            7 Go -> b(c, ⟦)⟧  ⟵ menu.expected-value
            8 Go ->⟦⟧  ⟵ menu.expected-target
            9 Go -> b(⟦"c)⟧  ⟵ menu.unclosed-string

        """,
        """
        screen a
            | One
            1 Go -> b when \(String(repeating: "not ", count: 32))⟦a⟧  ⟵ menu.nested-too-deep
            2 Go -> b when \(String(repeating: "(", count: 32))⟦(⟧a  ⟵ menu.nested-too-deep
            3 Go -> b when \(String(repeating: "(", count: 31))a\(String(repeating: ")", count: 31))

        """,
        "screen a(b⟦)⟧  ⟵ menu.bad-type-syntax\n    | One\n",
        """
        flow a
            ask n⟦⟧  ⟵ menu.bad-type-syntax
                | N?
            ask n: ⟦nuber⟧ 1 ... 9  ⟵ menu.unknown-type
                | N?
            ask n: ⟦date⟧ 1  ⟵ menu.unknown-type
                | N?
            ask n: text⟦⟧  ⟵ menu.bad-bounds
                | N?
            ask n: text ⟦20⟧  ⟵ menu.bad-bounds
                | N?
            ask n: money 1.00 ...⟦⟧  ⟵ menu.bad-bounds
                | N?
            ask n: pattern ⟦x⟧  ⟵ menu.bad-bounds
                | N?
            ask n: pattern ⟦"x⟧  ⟵ menu.unclosed-string
                | N?
            ask n: choice ⟦1⟧ ... 2  ⟵ menu.unexpected-words
                | N?
            ask ⟦:⟧ number  ⟵ menu.missing-name
                | N?

        """,
        """
        flow a
            call⟦⟧  ⟵ menu.missing-name
            call x = money⟦⟧  ⟵ menu.missing-word
            call money.⟦⟧  ⟵ menu.missing-name
            call money.x(⟦→⟧)  ⟵ menu.unexpected-character
            call money.x
                refused as ⟦->⟧ b  ⟵ menu.missing-name
                refused⟦⟧  ⟵ menu.expected-target
                refused ⟦|⟧ No.  ⟵ menu.expected-target

        """,
        """
        screen a
            each⟦⟧  ⟵ menu.missing-name
        screen b
            each p ⟦of⟧ x | {p}  ⟵ menu.missing-word
        screen c
            each p in ⟦|⟧ {p}  ⟵ menu.missing-name

        """,
    ]

    static let texts = [
        """
        flow a
            ⟦ask⟧ n: number  ⟵ menu.missing-text
                ⟦wrong⟧  ⟵ menu.missing-text
            ⟦end⟧  ⟵ menu.missing-text
        screen b
            ⟦each⟧ p in x  ⟵ menu.missing-text
        screen c
            case x
                ⟦y⟧  ⟵ menu.missing-text
                z | Z

        """,
        """
        screen a
            case⟦⟧  ⟵ menu.missing-name
                ⟦| One⟧  ⟵ menu.text-outside
                ⟦1⟧ One -> b  ⟵ menu.misplaced-line

        """,
        """
        screen a
            | One
            ⟦1⟧ -> b  ⟵ menu.missing-label
            ⟦1234⟧ Go -> b  ⟵ menu.bad-key
            ⟦1.⟧ Go -> b  ⟵ menu.bad-key
            ⟦x⟧ Go -> b  ⟵ menu.bad-key
            2 Go->b⟦⟧  ⟵ menu.expected-target

        """,
        """
        screen a
            | One ⟦{⟧two ⟦{⟧three  ⟵ menu.unclosed-hole menu.unclosed-hole
            | One ⟦{}⟧ ⟦{a..b}⟧  ⟵ menu.bad-hole menu.bad-hole
            | One ⟦{1}⟧ ⟦{ a }⟧  ⟵ menu.bad-hole menu.bad-hole
            | One ⟦}⟧ {{{a}}} {{ }}  ⟵ menu.lone-brace
            | One⟦  ⟧  ⟵ menu.trailing-blanks
            | ⟦ ⟧  ⟵ menu.trailing-blanks
            1 Go ⟦{⟧ on -> b  ⟵ menu.unclosed-hole

        """,
    ]

    static let routes = [
        "dial⟦⟧  ⟵ menu.bad-dial-string\ndial ⟦->⟧ home  ⟵ menu.bad-dial-string\n",
        "dial ⟦7⟧89# -> home  ⟵ menu.bad-dial-string\n",
        "dial *789⟦⟧ -> home  ⟵ menu.bad-dial-string\n",
        "dial *789⟦ ⟧*1# -> home  ⟵ menu.bad-dial-string\n",
        "dial *⟦*⟧1# -> home  ⟵ menu.bad-dial-string\n",
        "dial *⟦{⟧x: text}# -> home  ⟵ menu.bad-dial-string\n",
        "dial *1*⟦{x}⟧# -> home  ⟵ menu.bad-type-syntax\n",
        "dial *1*⟦{x: text⟧# -> home  ⟵ menu.bad-type-syntax\n",
        "dial *1#⟦2⟧ -> home  ⟵ menu.bad-dial-string\n",
        "dial *1#⟦⟧  ⟵ menu.expected-target\n",
        "dial *1# -> home ⟦x⟧ y  ⟵ menu.unexpected-words\n",
        "⟦dail⟧ *1 ->  ⟵ menu.unknown-keyword\n⟦flwo⟧ ⟵ menu.unknown-keyword\n",
        "⟦dail⟧ *1*{x: msisdn}# -> home  ⟵ menu.unknown-keyword\n",
        "sms⟦⟧  ⟵ menu.bad-command\n",
        "sms BAL⟦⟧  ⟵ menu.expected-target\n",
        "sms BAL ⟦*⟧ -> home  ⟵ menu.bad-command\n",
        "sms BAL ⟦[⟧TO -> home  ⟵ menu.bad-command\n",
        "sms BAL ⟦]⟧ -> home  ⟵ menu.bad-command\n",
        "sms BAL⟦{⟧x: text} -> home  ⟵ menu.bad-command\n",
        "sms BAL ⟦{x text}⟧ -> home  ⟵ menu.bad-type-syntax\n",
    ]

    static let settings = [
        "menu a\n    ⟦sevices⟧ a b,  ⟵ menu.unknown-setting\n",
        """
        menu a
            ⟦includ⟧ b.menu  ⟵ menu.unknown-setting
            also ⟦sw fr⟧  ⟵ menu.bad-setting
            text en
            ⟦text⟧ sw  ⟵ menu.repeated-setting
            ⟦country⟧  ⟵ menu.bad-setting
            keys ⟦0, 00 home⟧  ⟵ menu.bad-setting
            services a⟦,⟧  ⟵ menu.bad-setting
            network a⟦, b⟧  ⟵ menu.bad-setting
            resume ⟦600⟧  ⟵ menu.bad-setting
            me ⟦a b⟧  ⟵ menu.bad-setting
            ⟦wrong⟧  ⟵ menu.missing-text
            ⟦screen⟧ b  ⟵ menu.misplaced-line
            ⟦| One⟧  ⟵ menu.text-outside
            otherwise
                ⟦| One⟧  ⟵ menu.text-outside
                busy⟦⟧  ⟵ menu.expected-target

        """,
    ]
}
