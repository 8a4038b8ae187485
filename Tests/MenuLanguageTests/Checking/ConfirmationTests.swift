// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// What must be seen before somebody pays.
struct ConfirmationTests {
    /// Pays over a screen, or not, with the texts of the screen and of the question.
    private static func menu(screen: String, question: String, between: String = "") -> String {
        """
        menu m
            services money
            me money.me
            otherwise
                unavailable -> busy
                unsure -> busy
                unregistered -> busy

        dial *789# -> home
        dial *789*1*{number: msisdn}*{amount: money}# -> send

        screen home
            | You have {me.balance}.
            1 Send -> send

        flow send
            ask number: msisdn
                | Who?
            call payee = money.payee(number)
                not_found -> number
                is_self -> number
            ask amount: money 1.00 ... 50.00
                | How much for {payee.name}?
            call quote = money.quote("send", payee, amount)
                refused -> busy
            -> agree(quote)

        screen agree(offer: quote)
            \(screen)
            1 Go on -> pay(offer)
            00 Home -> home

        flow pay(paid: quote)\(between)
            ask pin: secret
                \(question)
            call receipt = money.send(paid, pin)
                wrong_pin -> pin
                locked -> busy
                refused -> busy
            end
                | Ref {receipt.id}

        screen busy
            | Busy.
            end

        """
    }

    private static func missing(_ menu: String) -> [String] {
        FindingTests.compile(menu).diagnostics.map { diagnostic in
            #expect(diagnostic.id == "menu.pay-unseen")
            let parts = diagnostic.kind.message.split(separator: "does not show ")
            return String(parts.last ?? "")
        }
    }

    @Test(arguments: [
        ("| {offer.amount} to {offer.name}, fee {offer.fee}", "| PIN?"),
        ("| {offer.total} to {offer.number}", "| Fee {paid.fee}. PIN?"),
        ("| Agree?", "| {paid.amount} to {paid.name}, fee {paid.fee}. PIN?"),
    ])
    func isAllThere(_ screen: String, _ question: String) {
        #expect(Self.missing(Self.menu(screen: screen, question: question)).isEmpty)
    }

    @Test(arguments: [
        ("| Agree?", "| PIN?", "the amount, who gets it and the fee."),
        ("| {offer.amount} to {offer.name}", "| PIN?", "the fee."),
        ("| Fee {offer.fee} for {me.balance}", "| PIN?", "the amount and who gets it."),
        ("| {offer.amount}, fee {offer.fee}", "| PIN, {me.name}?", "who gets it."),
        (
            "case offer.kind\n        send | {offer.fee}\n"
                + "        withdraw | No\n        deposit | No",
            "| {paid.amount} to {paid.name}. PIN?", "the fee."
        ),
    ])
    func isNotAllThere(_ screen: String, _ question: String, _ missing: String) {
        #expect(Self.missing(Self.menu(screen: screen, question: question)) == [missing])
    }

    /// What was shown of a value is not shown of the one that takes its place.
    @Test func aNewValueIsUnseen() {
        let between = """

                call payee = money.payee(paid.number)
                    not_found -> busy
                    is_self -> busy
                call other = money.quote("send", payee, paid.amount)
                    refused -> busy
            """
        let menu = Self.menu(
            screen: "| {offer.amount} to {offer.name}, fee {offer.fee}",
            question: "| PIN?",
            between: between
        ).replacing("money.send(paid, pin)", with: "money.send(other, pin)")
        #expect(Self.missing(menu) == ["the fee."])
    }

    @Test func whatWasDialledDoesNotPassWhatMustBeSeen() throws {
        let shown = Self.menu(
            screen: "| {offer.amount} to {offer.name}, fee {offer.fee}",
            question: "| PIN?"
        )
        var phone = try Self.phone(shown)
        try phone.dial("*789*1*0712000001*5*1#")
        #expect(phone.state == "agree")
        let asked = Self.menu(
            screen: "| Agree?",
            question: "| {paid.amount} to {paid.name}, fee {paid.fee}. PIN?"
        )
        phone = try Self.phone(asked)
        try phone.dial("*789*1*0712000001*5*1#")
        #expect(phone.state == "pay.pin")
    }

    private static func phone(_ menu: String) throws -> Phone {
        Phone(try #require(FindingTests.compile(menu).program), service: Wallet.answer)
    }
}
