// SPDX-License-Identifier: Apache-2.0

/// Menus that are written well.
enum SyntaxSamples {
    /// A wallet's home, routes, and the flow that sends money.
    static let mavuno = """
        # Menus/mavuno/mavuno.menu
        menu mavuno
            text      en                     # the language these files are written in
            services  money                  # operations this menu may call
            keys      0 back, 00 home, 98 more
            include   send.menu, cash.menu

        dial *789#                                           -> home
        dial *789*1*{recipient: msisdn}*{amount: money}#     -> send
        sms  BAL                                             -> balance
        sms  SEND {amount: money} [TO] {recipient: msisdn}   -> send

        screen home
            | {me.name}, you have {me.balance}
            1  Send money         -> send
            2  Withdraw cash      -> cash
            3  Pay                -> pay
            4  Save               -> save        when me.level > 0
            9  My account         -> account

        flow send
            ask recipient: msisdn
                | Send to which number?
                wrong  | {typed} is not a phone number. Type it like 0712 345 678.

            call payee = money.payee(recipient)
                not_found   -> invite(recipient)
                is_self     -> recipient   | You cannot send to yourself.

            ask amount: money 1.00 ... me.sendable
                | How much for {payee.name}?
                | Most you can send: {me.sendable}
                below  | The least you can send is {least}.
                above  | You typed {typed}. The most you can send is {most}.

            call quote = money.quote("send", payee, amount)
                refused as why  -> explain(why)

            ask pin: secret
                | Send {amount} to {payee.name}
                | Fee {quote.fee}, total {quote.total}
                | Enter PIN to agree

            call receipt = money.send(quote, pin)
                wrong_pin as tries  -> pin   | Wrong PIN. Tries left: {tries}
                refused as why      -> explain(why)

            end
                | Sent {amount} to {payee.name}.
                | Ref {receipt.id}. You have {receipt.balance}

        """

    /// Everything that the wallet leaves out.
    static let everything = """
        menu tour
            text       en
            country    KE
            network    standard
            services   money, weather
            me         money.me
            keys       0 back, 00 home, 98 more
            include    sub/other-file.menu, b.menu
            before     news
            resume     600 unfinished
            wrong      | {typed} is not on the list.
                       | Try again.
            otherwise
                unavailable   -> busy
                unsure as it  -> unsure(it)  | We do not know yet.

        sms * -> commands
        sms TELL {words: text} -> home  # the rest of the message

        screen explain(why: refusal, note: text 20)
            | First line # not a comment  # nor this
            |
            | {{braces}} and {why.limit}
            case why.reason
                insufficient_funds  | You need {why.needed},
                                    | you have {why.available}.
                limit
                    | Too much.
            | Last line
            each p in history.payments | {p.title} | {p.amount}  -> detail(p)   # items
            1  Pay #1 {why.name}   -> pay(why.id, "send", 1.00)   when me.level > 0
            00 Home -> home when not (me.flag or why.limit is set) and me.level <= 2.50 or a == "x"
            wrong
                | Choose a number.

        screen bye()
            | Bye.
            end

        flow buy(meter: text 11, who: msisdn)
            ask note: text 1 ... 20
                | Note?
                1 None -> home
            ask age: number 18 ... 99
                | Age?
            ask free: number
                | Any number?
            ask code: secret 4 ... 6
                | Code?
            ask meter: pattern "[0-9]{11}\\"x\\\\" 11
                case who.kind
                    farm   | Farm meter?
                    home   | Home meter?
            ask span: choice
                | For how long?
                1 One month = month
                2 2 + 2 = 4 months = long  # it is
                9 Other -> home
                wrong | No.
            call money.log()
            call x = weather.today
                none -> home
            end
                | Done.
                case x.sky
                    rain | Rain.
            -> home
        """
}
