// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on things that are written where they have no use.
    static let shapes = [
        Explanation(
            "menu.no-result",
            "A call gives its result a name, but the operation has none.",
            why: "A screen that shows it would have a gap.",
            in: .money,
            bad: """
                flow home
                    call noted = money.note("hello")
                    end
                        | Noted.
                """,
            good: """
                flow home
                    call money.note("hello")
                    end
                        | Noted.
                """
        ),
        Explanation(
            "menu.cannot-be-shown",
            "A text names a value that has no form on a screen, such as a record or a "
                + "yes or no.",
            why: "There is nothing that the phone could show in its place.",
            in: .money,
            bad: """
                screen home
                    | Welcome, {me}.
                    end
                """,
            good: """
                screen home
                    | Welcome, {me.name}.
                    end
                """
        ),
        Explanation(
            "menu.not-a-choice",
            "`case` stands before a value that is not one of several words.",
            why: "Not all that it can be could be listed, so some people would see an empty "
                + "screen.",
            in: .money,
            bad: """
                flow home
                    call money.last()
                        none -> busy
                    -> level

                screen level
                    case me.level
                        zero | You are new here.
                    end
                """,
            good: """
                flow home
                    call money.last()
                        none -> busy
                    -> level

                screen level
                    | Your level is {me.level}.
                    end
                """
        ),
        Explanation(
            "menu.not-a-list",
            "`each` stands before a value that is not a list.",
            why: "There are no items to show, so the screen would be empty.",
            in: .money,
            bad: """
                screen home
                    | Your names
                    each n in me.name | A name
                    1 Done -> busy
                """,
            good: """
                screen home
                    | {me.name}
                    1 Done -> busy
                """
        ),
        Explanation(
            "menu.choice-without-answers",
            "A question of type `choice` has no option that is an answer.",
            why: "It could never be answered, and whoever is asked could only hang up.",
            in: .menu,
            bad: """
                flow home
                    ask part: choice
                        | When do you come?
                        1 Not at all -> home
                    end
                        | Welcome.
                """,
            good: """
                flow home
                    ask part: choice
                        | When do you come?
                        1 Morning = morning
                        2 Not at all -> home
                    end
                        | Welcome in the {part}.
                """
        ),
        Explanation(
            "menu.end-with-list",
            "A screen shows a list and ends the session.",
            why: "A long list is shown in pages, and when the session has ended nobody can "
                + "turn them.",
            in: .money,
            bad: """
                flow home
                    call history = money.last()
                        none -> busy
                    -> payments(history)

                screen payments(history: history)
                    | Your last payments
                    each p in history.payments | {p.title}
                    end
                """,
            good: """
                flow home
                    call history = money.last()
                        none -> busy
                    -> payments(history)

                screen payments(history: history)
                    | Your last payments
                    each p in history.payments | {p.title}
                    0 Back -> back
                """
        ),
        Explanation(
            "menu.misplaced-target",
            "An arrow leads to `continue` or `resume` from a place where nothing waits.",
            why: "There is nothing to go on with, so the key would do nothing.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Go on -> continue
                """,
            good: """
                screen home
                    | Welcome.
                    1 Go on -> hours

                screen hours
                    | Monday to Friday, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.unanswered-outcome",
            "A call does not say where one of its outcomes leads.",
            why: "When it ends that way, the phone would have nothing to show, perhaps after "
                + "money was moved.",
            in: .money,
            bad: """
                flow home
                    ask number: msisdn
                        | Whose number?
                    call payee = money.payee(number)
                        is_self -> number
                    end
                        | It belongs to {payee.name}.
                """,
            good: """
                flow home
                    ask number: msisdn
                        | Whose number?
                    call payee = money.payee(number)
                        is_self -> number
                        not_found -> number
                    end
                        | It belongs to {payee.name}.
                """
        ),
        Explanation(
            "menu.unknown-outcome",
            "An outcome is answered that the operation never has.",
            why: "The line would never be used, and the outcome that was meant would have no "
                + "answer.",
            in: .money,
            bad: """
                flow home
                    ask number: msisdn
                        | Whose number?
                    call payee = money.payee(number)
                        not_fond -> busy
                        is_self -> number
                    end
                        | It belongs to {payee.name}.
                """,
            good: """
                flow home
                    ask number: msisdn
                        | Whose number?
                    call payee = money.payee(number)
                        not_found -> busy
                        is_self -> number
                    end
                        | It belongs to {payee.name}.
                """
        ),
        Explanation(
            "menu.outcome-twice",
            "One outcome is answered twice.",
            why: "Only one of the two arrows can be followed, and it would not be known "
                + "which.",
            in: .money,
            bad: """
                flow home
                    call money.last()
                        none -> busy
                        none -> home
                    end
                        | Done.
                """,
            good: """
                flow home
                    call money.last()
                        none -> busy
                    end
                        | Done.
                """
        ),
        Explanation(
            "menu.outcome-carries-nothing",
            "An outcome that brings no value is given a name with `as`.",
            why: "A screen that shows the name would have a gap.",
            in: .money,
            bad: """
                flow home
                    call money.last()
                        none as reason -> busy
                    end
                        | Done.
                """,
            good: """
                flow home
                    call money.last()
                        none -> busy
                    end
                        | Done.
                """
        ),
        Explanation(
            "menu.case-incomplete",
            "`case` does not have a text for every word that the value can be.",
            why: "Whoever meets the missing one would see a screen without the reason.",
            in: .money,
            bad: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("send", payee, 5.00)
                        refused as why -> explain(why)
                    end
                        | The fee is {quote.fee}.

                screen explain(why: refusal)
                    case why.reason
                        insufficient_funds | You have too little money.
                        below_minimum | That is too little to send.
                    end
                """,
            good: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("send", payee, 5.00)
                        refused as why -> explain(why)
                    end
                        | The fee is {quote.fee}.

                screen explain(why: refusal)
                    case why.reason
                        insufficient_funds | You have too little money.
                        below_minimum | That is too little to send.
                        day_limit | You have sent your most for today.
                    end
                """
        ),
        Explanation(
            "menu.case-twice",
            "A word stands twice under one `case`.",
            why: "Only one of the two texts can be shown, and it would not be known which.",
            in: .money,
            bad: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("send", payee, 5.00)
                        refused as why -> explain(why)
                    end
                        | The fee is {quote.fee}.

                screen explain(why: refusal)
                    case why.reason
                        insufficient_funds | You have too little money.
                        below_minimum | That is too little to send.
                        day_limit | You have sent your most for today.
                        day_limit | Try again tomorrow.
                    end
                """,
            good: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("send", payee, 5.00)
                        refused as why -> explain(why)
                    end
                        | The fee is {quote.fee}.

                screen explain(why: refusal)
                    case why.reason
                        insufficient_funds | You have too little money.
                        below_minimum | That is too little to send.
                        day_limit | You have sent your most for today.
                    end
                """
        ),
    ]
}
