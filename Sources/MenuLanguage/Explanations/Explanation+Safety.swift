// SPDX-License-Identifier: Apache-2.0

extension Explanation {
    /// The pages on secrets, money and screens that do not fit.
    static let safety = [
        Explanation(
            "menu.secret-shown",
            "A text shows a secret.",
            why: "Whoever looks over the shoulder, or borrows the phone later, would read "
                + "the PIN.",
            in: .menu,
            bad: """
                flow home
                    ask pin: secret
                        | Your PIN?
                    end
                        | Your PIN is {pin}.
                """,
            good: """
                flow home
                    ask name: text 3 ... 20
                        | Your name?
                    end
                        | Your name is {name}.
                """
        ),
        Explanation(
            "menu.secret-passed",
            "A secret is handed to something that does not ask for one.",
            why: "It would be kept and shown like any other text, where others can read it.",
            in: .money,
            bad: """
                flow home
                    ask pin: secret
                        | Your PIN?
                    call money.note(pin)
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
            "menu.secret-given",
            "A dialled string or a command gives a secret.",
            why: "Dialled strings stay in the phone's list of calls and messages in its "
                + "outbox; anybody who holds the phone could read the PIN.",
            in: .money,
            bad: """
                dial *789*{pin: number}# -> login

                screen home
                    | Welcome.
                    end

                flow login
                    ask pin: secret
                        | Your PIN?
                    call money.login(pin)
                        wrong -> busy
                    end
                        | Thank you.
                """,
            good: """
                dial *789*1# -> login

                screen home
                    | Welcome.
                    end

                flow login
                    ask pin: secret
                        | Your PIN?
                    call money.login(pin)
                        wrong -> busy
                    end
                        | Thank you.
                """
        ),
        Explanation(
            "menu.pays-without-secret",
            "A call moves money and can be reached without a secret that was asked for "
                + "just this payment.",
            why: "People would pay something else than what they agreed to, or somebody else "
                + "who holds the phone would pay in their name.",
            in: .money,
            bad: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call small = money.quote("send", payee, 5.00)
                        refused -> busy
                    ask pin: secret
                        | Send {small.amount} to {payee.name}.
                        | Your PIN?
                    call quote = money.quote("send", payee, 500.00)
                        refused -> busy
                    call receipt = money.send(quote, pin)
                        wrong_pin -> pin
                        locked -> busy
                        refused -> busy
                    end
                        | Sent. Ref {receipt.id}
                """,
            good: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("send", payee, 500.00)
                        refused -> busy
                    ask pin: secret
                        | Send {quote.amount} to {payee.name}, fee {quote.fee}.
                        | Your PIN?
                    call receipt = money.send(quote, pin)
                        wrong_pin -> pin
                        locked -> busy
                        refused -> busy
                    end
                        | Sent. Ref {receipt.id}
                """
        ),
        Explanation(
            "menu.pay-unseen",
            "The question for the secret does not show who gets how much.",
            why: "People would agree to a payment that they cannot see, and notice a slip of "
                + "a finger too late.",
            in: .money,
            bad: """
                flow home
                    ask number: msisdn
                        | Send to which number?
                    call payee = money.payee(number)
                        not_found -> number
                        is_self -> number
                    call quote = money.quote("send", payee, 5.00)
                        refused -> busy
                    ask pin: secret
                        | Your PIN?
                    call receipt = money.send(quote, pin)
                        wrong_pin -> pin
                        locked -> busy
                        refused -> busy
                    end
                        | Sent. Ref {receipt.id}
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
                    ask pin: secret
                        | Send {quote.amount} to {payee.name}, fee {quote.fee}.
                        | Your PIN?
                    call receipt = money.send(quote, pin)
                        wrong_pin -> pin
                        locked -> busy
                        refused -> busy
                    end
                        | Sent. Ref {receipt.id}
                """
        ),
        Explanation(
            "menu.too-long",
            "A screen with its longest values does not fit on the phone.",
            why: "The end would be cut off, and the end is where the options and the "
                + "question stand.",
            in: .money,
            bad: """
                screen home
                    | Welcome, {me.name}. You have {me.balance} and can send {me.sendable} today.
                    | All of us at the clinic wish you a good day and good health. We are here \
                for you.
                    1 Send money to a phone -> busy
                    2 Withdraw cash -> busy
                """,
            good: """
                screen home
                    | {me.name}, you have {me.balance}
                    1 Send money -> busy
                    2 Withdraw cash -> busy
                """
        ),
        Explanation(
            "menu.too-long-ucs2",
            "One character that GSM phones do not have in their alphabet makes a screen "
                + "too long.",
            why: "With such a character every letter takes twice the room, so less than half "
                + "fits and the end would be cut off.",
            in: .money,
            bad: """
                screen home
                    | Welcome back, {me.name}. It’s good to see you.
                    1 Send money -> busy
                    2 Withdraw cash -> busy
                """,
            good: """
                screen home
                    | Welcome back, {me.name}. It's good to see you.
                    1 Send money -> busy
                    2 Withdraw cash -> busy
                """
        ),
    ]
}
