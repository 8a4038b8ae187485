// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on values that are not what their place needs.
    static let types = [
        Explanation(
            "menu.argument-count",
            "A screen, flow or operation is given more or fewer values than it takes.",
            why: "What is missing would be a gap on the phone, or the wrong value would "
                + "stand in its place.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours(5)

                screen hours(day: number, place: text 9)
                    | Day {day} at the {place}.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours(5, "clinic")

                screen hours(day: number, place: text 9)
                    | Day {day} at the {place}.
                    end
                """
        ),
        Explanation(
            "menu.argument-type",
            "A value of one kind is handed over where another is needed.",
            why: "A name in place of a number, or a number in place of an amount, would be "
                + "shown or paid.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours("five")

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours(5)

                screen hours(day: number)
                    | Day {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.argument-too-long",
            "A value can be longer than the place that receives it takes.",
            why: "It would have to be cut, and half a name can be somebody else's.",
            in: .money,
            bad: """
                flow home
                    ask words: text 3 ... 40
                        | Your note?
                    call money.note(words)
                    end
                        | Noted.
                """,
            good: """
                flow home
                    ask words: text 3 ... 20
                        | Your note?
                    call money.note(words)
                    end
                        | Noted.
                """
        ),
        Explanation(
            "menu.unknown-word",
            "A word is none of those that the value can be.",
            why: "A payment of a kind that there is not would always be refused.",
            in: .money,
            bad: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("sent", payee, 5.00)
                        refused -> busy
                    end
                        | The fee is {quote.fee}.
                """,
            good: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("send", payee, 5.00)
                        refused -> busy
                    end
                        | The fee is {quote.fee}.
                """
        ),
        Explanation(
            "menu.not-a-record",
            "A field is asked of a value that has no fields.",
            why: "There is nothing behind the point, so the phone would show a gap.",
            in: .money,
            bad: """
                screen home
                    | You have {me.balance.cents}.
                    end
                """,
            good: """
                screen home
                    | You have {me.balance}.
                    end
                """
        ),
        Explanation(
            "menu.not-a-flag",
            "A condition is a value that is neither yes nor no.",
            why: "It could not be decided whether the option is shown.",
            in: .money,
            bad: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.level
                    2 Pay -> busy
                """,
            good: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.level > 0
                    2 Pay -> busy
                """
        ),
        Explanation(
            "menu.not-comparable",
            "Two values are compared by a sign that cannot compare them.",
            why: "Is one name more than another? The option would be shown by chance.",
            in: .money,
            bad: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.name > "A"
                    2 Pay -> busy
                """,
            good: """
                screen home
                    | Welcome.
                    1 Save -> busy when me.balance > 100.00
                    2 Pay -> busy
                """
        ),
        Explanation(
            "menu.no-length",
            "It is not said how long a text or a number of a service can be.",
            why: "The longest one might not fit on a phone, and the end of the screen would "
                + "be cut off.",
            in: .menu,
            bad: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours("Friday")

                screen hours(day: text)
                    | {day}, 8 to 5.
                    end
                """,
            good: """
                screen home
                    | Welcome.
                    1 Opening hours -> hours("Friday")

                screen hours(day: text 9)
                    | {day}, 8 to 5.
                    end
                """
        ),
        Explanation(
            "menu.bad-bound",
            "The least or the most of an answer is not a value that the answer can "
                + "have.",
            why: "The bound could not be kept, and a wrong amount would be taken.",
            in: .money,
            bad: """
                flow home
                    ask amount: money 1.005 ... me.sendable
                        | How much?
                    end
                        | You said {amount}.
                """,
            good: """
                flow home
                    ask amount: money 1.00 ... me.sendable
                        | How much?
                    end
                        | You said {amount}.
                """
        ),
        Explanation(
            "menu.bounds-reversed",
            "The least is more than the most.",
            why: "No answer could be right: whatever people type, they are asked again.",
            in: .menu,
            bad: """
                flow home
                    ask day: number 31 ... 1
                        | Which day?
                    end
                        | Come on day {day}.
                """,
            good: """
                flow home
                    ask day: number 1 ... 31
                        | Which day?
                    end
                        | Come on day {day}.
                """
        ),
        Explanation(
            "menu.bad-pattern",
            "The pattern of an answer cannot be read.",
            why: "No answer could be checked, so wrong ones would be taken or right ones "
                + "refused.",
            in: .menu,
            bad: """
                flow home
                    ask card: pattern "[A-Z]{2}[0-9{4}" 6
                        | Your card's number?
                    end
                        | Card {card}.
                """,
            good: """
                flow home
                    ask card: pattern "[A-Z]{2}[0-9]{4}" 6
                        | Your card's number?
                    end
                        | Card {card}.
                """
        ),
        Explanation(
            "menu.bound-text-unused",
            "A question that is not about money or a number has a text for answers that "
                + "are too low or too high.",
            why: "It would never be shown; whoever mistypes is told something else.",
            in: .menu,
            bad: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                        below | A name has 3 letters or more.
                    end
                        | Welcome, {name}.
                """,
            good: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                        wrong | A name has 3 letters or more.
                    end
                        | Welcome, {name}.
                """
        ),
    ]
}
