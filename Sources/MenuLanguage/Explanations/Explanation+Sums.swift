// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on what is added up.
    static let sums = [
        Explanation(
            "menu.sum-type",
            "A sum adds things that are not alike.",
            why: "Money and a count have no sum, and nobody would know what the phone compares.",
            in: .money,
            bad: """
                screen home
                    | {me.name}, you have {me.balance}
                    1 Send money -> busy when me.balance - me.level > 0
                """,
            good: """
                screen home
                    | {me.name}, you have {me.balance}
                    1 Send money -> busy when me.balance - 10.00 > 0
                """
        ),
        Explanation(
            "menu.sum-too-large",
            "A sum has too many values, or comes to more than its place can hold.",
            why: "The place would stay empty on the phone.",
            in: .menu,
            bad: """
                screen home
                    | News
                    1 Last page -> news(9 + 1)

                screen news(page: number 1)
                    | Page {page}
                    end
                """,
            good: """
                screen home
                    | News
                    1 Last page -> news(9 + 1)

                screen news(page: number 2)
                    | Page {page}
                    end
                """
        ),
    ]
}
