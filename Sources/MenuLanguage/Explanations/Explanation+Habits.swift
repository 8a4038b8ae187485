// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on what works and does not do what people expect.
    static let habits = [
        Explanation(
            "menu.numbering-gap",
            "The numbers of the options leave one out.",
            why: "People type the number that they expect, and wonder what is kept from them.",
            in: .menu,
            bad: """
                screen home
                    | Market
                    1 When -> when
                    3 Where -> where

                screen when
                    | On Saturday.
                    end

                screen where
                    | By the tree.
                    end
                """,
            good: """
                screen home
                    | Market
                    1 When -> when
                    2 Where -> where

                screen when
                    | On Saturday.
                    end

                screen where
                    | By the tree.
                    end
                """
        ),
        Explanation(
            "menu.unused-value",
            "An answer, a result or another value has a name, and nothing reads it.",
            why: "Whoever is asked for something that nobody wants types it for nothing, and a "
                + "typing error costs one more try.",
            in: .menu,
            bad: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    ask age: number 1 ... 120
                        | Your age?
                    end
                        | Welcome, {name}.
                """,
            good: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Welcome, {name}.
                """
        ),
        Explanation(
            "menu.unlimited-tries",
            "A secret can be tried, or is asked, without end.",
            why: "Whoever finds a phone can try one PIN after another until one is right.",
            in: .money,
            bad: """
                flow home
                    ask pin: secret
                        | Your PIN?
                    call money.login(pin)
                        wrong -> pin | Wrong PIN.
                    end
                        | Welcome.
                """,
            good: """
                flow home
                    ask pin: secret
                        | Your PIN?
                    call money.login(pin)
                        wrong -> sorry
                    end
                        | Welcome.

                screen sorry
                    | That PIN is wrong. Dial again.
                    end
                """
        ),
        Explanation(
            "menu.unbounded-amount",
            "A question for money does not say between which amounts.",
            why: "A slip of a finger makes 500 to 50000, and nothing on the way notices.",
            in: .whole,
            bad: """
                menu example
                    keys 98 more

                dial *789# -> home

                flow home
                    ask price: money
                        | Your price?
                    end
                        | You ask for {price}.
                """,
            good: """
                menu example
                    keys 98 more

                dial *789# -> home

                flow home
                    ask price: money 1.00 ... 5000.00
                        | Your price?
                    end
                        | You ask for {price}.
                """
        ),
        Explanation(
            "menu.slow-pattern",
            "A pattern is given up on an answer that nearly matches.",
            why: "A repetition inside a repetition can be cut in countless ways. The gateway tries "
                + "100000 of them and then takes the answer for none, while everybody waits.",
            in: .menu,
            bad: """
                flow home
                    ask name: pattern "([A-Za-z]+ ?)+" 34
                        | Your name?
                    end
                        | Welcome, {name}.
                """,
            good: """
                flow home
                    ask name: pattern "[A-Za-z][A-Za-z ]*" 34
                        | Your name?
                    end
                        | Welcome, {name}.
                """
        ),
        Explanation(
            "menu.several-messages",
            "The answer to a message takes more than one message.",
            why: "Each is paid for, and they may come late and in the wrong order.",
            in: .menu,
            bad: """
                sms WHEN -> home

                screen home
                    | The market is open on Saturday from six in the morning until noon.
                    | Bring your card. Seeds, salt and oil are there, and the nurse comes at nine \
                for every child and every mother.
                    end
                """,
            good: """
                sms WHEN -> home

                screen home
                    | The market is open on Saturday from 6 to 12. Bring your card.
                    end
                """
        ),
        Explanation(
            "menu.many-inputs",
            "It takes too many inputs to come to an end.",
            why: "A session lasts three minutes at most. Whoever types slowly would have to begin "
                + "again, or would give up.",
            in: .menu,
            bad: """
                flow home
                    ask a1: number 1 ... 5
                        | Seed, 1 to 5?
                    ask a2: number 1 ... 5
                        | Soil, 1 to 5?
                    ask a3: number 1 ... 5
                        | Water, 1 to 5?
                    ask a4: number 1 ... 5
                        | Tools, 1 to 5?
                    ask a5: number 1 ... 5
                        | Roads, 1 to 5?
                    ask a6: number 1 ... 5
                        | Market, 1 to 5?
                    ask a7: number 1 ... 5
                        | Prices, 1 to 5?
                    ask a8: number 1 ... 5
                        | Health, 1 to 5?
                    ask a9: number 1 ... 5
                        | School, 1 to 5?
                    end
                        | Thank you: {a1} {a2} {a3} {a4} {a5} {a6} {a7} {a8} {a9}
                """,
            good: """
                flow home
                    ask a1: number 1 ... 5
                        | Seed, 1 to 5?
                    ask a2: number 1 ... 5
                        | Soil, 1 to 5?
                    ask a3: number 1 ... 5
                        | Water, 1 to 5?
                    end
                        | Thank you: {a1} {a2} {a3}
                """
        ),
    ]
}
