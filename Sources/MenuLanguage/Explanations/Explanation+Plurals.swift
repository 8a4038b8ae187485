// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on words for numbers.
    static let plurals = [
        Explanation(
            "menu.plural-forms",
            "Words for a number have another count of forms than their language.",
            why: "With a form too few a subscriber would read a word that does not go with its "
                + "number, such as `1 tries`.",
            in: .menu,
            bad: """
                flow home
                    ask tries: number 1 ... 9
                        | How many tries?
                    end
                        | You have {tries} {tries|tries} left.
                """,
            good: """
                flow home
                    ask tries: number 1 ... 9
                        | How many tries?
                    end
                        | You have {tries} {tries|try|tries} left.
                """
        ),
        Explanation(
            "menu.plural-needs-number",
            "Words are chosen by a value that is no number.",
            why: "Only a number says whether one thing is meant or many.",
            in: .menu,
            bad: """
                flow home
                    ask name: text 3 ... 9
                        | Your name?
                    end
                        | {name} {name|try|tries}.
                """,
            good: """
                flow home
                    ask tries: number 1 ... 9
                        | How many?
                    end
                        | {tries} {tries|try|tries}.
                """
        ),
        Explanation(
            "menu.plural-two-numbers",
            "The words of one text follow two numbers.",
            why: "Each number has forms of its own, and translators would have to write a text for "
                + "every pair of them.",
            in: .menu,
            bad: """
                flow home
                    ask tries: number 1 ... 9
                        | How many tries?
                    ask days: number 1 ... 9
                        | How many days?
                    end
                        | {tries} {tries|try|tries} in {days} {days|day|days}.
                """,
            good: """
                flow home
                    ask tries: number 1 ... 9
                        | How many tries?
                    ask days: number 1 ... 9
                        | How many days?
                    end
                        | {tries} {tries|try|tries}. Days: {days}
                """
        ),
        Explanation(
            "menu.plural-place",
            "Words for a number stand in an option, a list or a `case`.",
            why: "These are translated as one line, which cannot have a form for every number.",
            in: .menu,
            bad: """
                flow home
                    ask tries: number 1 ... 9
                        | How many tries?
                    -> told(tries)

                screen told(tries: number 1)
                    | Done.
                    1 {tries} {tries|try|tries} -> bye

                screen bye
                    | Bye.
                    end
                """,
            good: """
                flow home
                    ask tries: number 1 ... 9
                        | How many tries?
                    -> told(tries)

                screen told(tries: number 1)
                    | {tries} {tries|try|tries}.
                    1 Go on -> bye

                screen bye
                    | Bye.
                    end
                """
        ),
    ]
}
