// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

@testable import MenuLanguage

/// A menu that speaks English, Swahili and Chinese, with every kind of text in it.
enum Market {
    static let menu = """
        menu market
            text      en
            also      sw, zh
            services  money
            me        money.me
            otherwise
                unavailable   -> bye   | No service now.
                unsure        -> bye
                unregistered  -> bye

        dial *789#    -> home
        dial *789*2#  -> home in sw
        sms  HABARI   -> count in sw

        screen home
            | You have {me.balance}
            1  Days left      -> count
            2  Last payments  -> last
            3  Kiswahili      -> home in sw
            4  Zhongwen       -> home in zh

        flow count
            ask days: number 1 ... 9
                | How many days?
            call money.note("x")
            end
                | {days} {days|day|days} {days|is|are} left.
                | Bye.

        flow last
            call history = money.last()
                none  -> home in zh  | No payments.
            -> payments(history)

        screen payments(history: history)
            | Your payments
            each p in history.payments | {p.title} {p.amount} -> told(p)

        screen told(p: payment)
            | {p.title}
            end

        screen bye
            | Bye.
            end

        """

    static let sw = """
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

        msgctxt "#otherwise.unavailable"
        msgid "No service now."
        msgstr "Huduma haipo."

        msgctxt "#wrong"
        msgid "{typed} is not an answer here."
        msgstr "{typed} si jibu hapa."

        msgctxt "#more"
        msgid "More"
        msgstr "Zaidi"

        msgctxt "home"
        msgid "You have {me.balance}"
        msgstr "Salio lako:\\n"
        "{me.balance}"

        msgctxt "home#1"
        msgid "Days left"
        msgstr "Siku"

        msgctxt "home#2"
        msgid "Last payments"
        msgstr "Malipo"

        msgctxt "count.days"
        msgid "How many days?"
        msgstr "Siku ngapi?"

        msgctxt "count.end"
        msgid "{days} day is left.\\nBye."
        msgid_plural "{days} days are left.\\nBye."
        msgstr[0] "Imebaki siku moja."
        msgstr[1] "Zimebaki siku {days}."

        msgctxt "payments#each"
        msgid "{p.title} {p.amount}"
        msgstr "{p.amount} {p.title}"

        msgctxt "bye"
        msgid "Bye."
        msgstr "Kwaheri."

        """

    static let zh = """
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: nplurals=1; plural=0;\\n"

        msgctxt "#wrong"
        msgid "{typed} is not an answer here."
        msgstr "{typed}无效"

        msgctxt "home"
        msgid "You have {me.balance}"
        msgstr "余额 {me.balance}"

        msgctxt "home#1"
        msgid "Days left"
        msgstr "天数"

        msgctxt "home#2"
        msgid "Last payments"
        msgstr "付款"

        msgctxt "home#4"
        msgid "Zhongwen"
        msgstr "中文"

        msgctxt "payments"
        msgid "Your payments"
        msgstr "付款"

        msgctxt "last.history#none"
        msgid "No payments."
        msgstr "没有付款。"

        msgctxt "count.end"
        msgid "{days} day is left.\\nBye."
        msgid_plural "{days} days are left.\\nBye."
        msgstr[0] "还有{days}天。"

        """

    static func compile(
        menu: String = menu,
        sw: String = sw,
        zh: String = zh
    ) -> MenuCompilation {
        FindingTests.compile(files: [
            "main.menu": menu, "main.sw.po": sw, "main.zh.po": zh,
        ])
    }
}
