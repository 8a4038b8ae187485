// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

@testable import MenuLanguage

/// A whole small menu: sends money, shows the last payments, tells what went wrong.
enum Example {
    static let main = """
        menu mavuno
            text      en
            services  money
            me        money.me
            include   send.menu
            otherwise
                unavailable   -> busy
                unsure        -> unsure
                unregistered  -> stranger

        dial *789#                                        -> home
        dial *789*1*{recipient: msisdn}*{amount: money}#  -> send
        sms  BAL                                          -> balance

        screen home
            | {me.name}, you have {me.balance}
            1  Send money    -> send
            2  Last payments -> last
            3  Save          -> saving   when me.level > 0

        screen balance
            | You have {me.balance}.
            end

        screen saving
            | Saving opens soon.
            0  Back -> back
            00 Home -> home

        screen busy
            | The service is busy. Nothing was done. Try again later.
            end

        screen unsure
            | We could not see how this ended. An SMS will tell you.
            end

        screen stranger
            | You are not registered.
            end

        flow last
            call history = money.last()
                none -> nothing
            -> payments(history)

        screen nothing
            | No payments yet.
            0 Back -> back

        screen payments(history: history)
            | Your last payments
            each p in history.payments | {p.title} {p.amount} -> detail(p)

        screen detail(p: payment)
            | {p.title}
            | {p.amount} {p.date}
            | Ref {p.id}
            0 Back -> back

        """

    static let send = """
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
                locked as until     -> locked(until)
                refused as why      -> explain(why)

            end
                | Sent {amount} to {payee.name}.
                | Ref {receipt.id}. You have {receipt.balance}

        screen invite(number: msisdn)
            | {number} has no wallet. Tell the owner to dial *789#.
            0 Back -> back

        screen locked(until: text 11)
            | Too many wrong PINs. Locked until {until}.
            end

        screen explain(why: refusal)
            case why.reason
                insufficient_funds  | You need {why.needed}, you have {why.available}.
                                    | Nothing was sent.
                below_minimum       | The least is {why.limit}.
                day_limit           | Your limit for today is {why.limit}.
            00 Home -> home

        """

    static func compile(_ main: String = Example.main, _ others: [String: String] = [:])
        -> MenuCompilation
    {
        let files = ["send.menu": send].merging(others) { $1 }
        return MenuCompiler.compile(
            main: SourceFile(path: "main.menu", text: main),
            contracts: [MoneyContract.contract],
            read: { path in files[path].map { .success($0) } ?? .failure(.notFound) }
        )
    }
}
