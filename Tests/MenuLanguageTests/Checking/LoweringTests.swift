// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// Compiled menus do on a phone what their text says.
struct LoweringTests {
    static func phone(
        _ compilation: MenuCompilation = Example.compile(),
        service: @escaping (ServiceCall) -> ServiceResult = Wallet.answer
    ) throws -> Phone {
        let text = DiagnosticRenderer().render(compilation.diagnostics, in: compilation.sources)
        return Phone(try #require(compilation.program, "\(text)"), service: service)
    }

    @Test func sendsMoney() throws {
        var phone = try Self.phone()
        try phone.dial("*789#")
        #expect(
            phone.screen == """
                AMINA, you have KES 2,000.00
                1 Send money
                2 Last payments
                3 Save
                """
        )
        try phone.type("1")
        #expect(phone.screen == "Send to which number?")
        try phone.type("0712 000 001")
        #expect(
            phone.screen == "How much for BARAKA?\nMost you can send: KES 1,993.00"
        )
        try phone.type("500")
        #expect(
            phone.screen
                == "Send KES 500.00 to BARAKA\nFee KES 7.00, total KES 507.00\nEnter PIN to agree"
        )
        #expect(phone.dialogue.asksSecret)
        try phone.type("4821")
        #expect(
            phone.screen
                == "Sent KES 500.00 to BARAKA.\nRef X7K2M9Q4TZ. You have KES 1,493.00"
        )
        #expect(phone.isOver)
        #expect(phone.calls.map(\.operation) == ["payee", "quote", "send"])
        #expect(phone.calls.map(\.posts) == [false, false, true])
        let number = try #require(MSISDN(e164: "+254712000001"))
        #expect(
            phone.calls[1].arguments == [
                .text("send"), .record([.text("BARAKA"), .msisdn(number)]), .amount(500_00),
            ]
        )
        #expect(phone.calls[2].arguments.last == .secret(Secret("4821")))
    }

    @Test func dialledAnswersAreSkippedButNeverTheSecret() throws {
        var phone = try Self.phone()
        try phone.dial("*789*1*0712000001*500#")
        #expect(phone.state == "send.pin")
        try phone.type("00")
        #expect(phone.state == "home")
    }

    @Test func boundsAreSaidWithTheirValues() throws {
        var phone = try Self.phone()
        try phone.dial("*789*1*0712000001*5000#")
        #expect(
            phone.screen.hasPrefix(
                "You typed KES 5,000.00. The most you can send is KES 1,993.00.\nHow much"
            )
        )
        try phone.type("0.50")
        #expect(phone.screen.hasPrefix("The least you can send is KES 1.00.\nHow much"))
        try phone.type("a lot")
        #expect(phone.screen.hasPrefix("a lot is not an answer here.\nHow much"))
    }

    @Test func anArmAsksAgainAboveItsErrorLine() throws {
        var tries: Int64 = 3
        var phone = try Self.phone { call in
            if call.operation == "send" {
                tries -= 1
                return ServiceResult("wrong_pin", .number(tries))
            }
            return Wallet.answer(call)
        }
        try phone.dial("*789*1*0712000001*500#")
        try phone.type("1111")
        #expect(phone.screen.hasPrefix("Wrong PIN. Tries left: 2\nSend KES 500.00 to BARAKA\n"))
        try phone.type("2222")
        #expect(phone.screen.hasPrefix("Wrong PIN. Tries left: 1\nSend KES 500.00 to BARAKA\n"))
        #expect(phone.calls.filter(\.posts).count == 2)
    }

    @Test func backReturnsToTheQuestionBefore() throws {
        var phone = try Self.phone()
        try phone.dial("*789#")
        try phone.type("1", "0712000001", "500")
        #expect(phone.state == "send.pin")
        try phone.type("0")
        #expect(phone.state == "send.amount")
        try phone.type("0")
        #expect(phone.state == "send.recipient")
        try phone.type("0")
        #expect(phone.state == "home")
    }

    @Test func casesShowTheLinesOfTheirWord() throws {
        var phone = try Self.phone { call in
            if call.operation == "quote" {
                return ServiceResult(
                    "refused",
                    .record([
                        .text("insufficient_funds"), .amount(507_00), .amount(20_00), .amount(0),
                    ])
                )
            }
            return Wallet.answer(call)
        }
        try phone.dial("*789*1*0712000001*500#")
        #expect(
            phone.screen == """
                You need KES 507.00, you have KES 20.00.
                Nothing was sent.
                00 Home
                """
        )
    }

    @Test func whatACallDoesNotAnswerGoesOtherwise() throws {
        var phone = try Self.phone { call in
            call.operation == "payee" ? .unavailable : Wallet.answer(call)
        }
        try phone.dial("*789#")
        try phone.type("1", "0712000001")
        #expect(phone.state == "busy")
        #expect(phone.isOver)
    }

    @Test func whoIsNotRegisteredIsToldByTheCallOfMe() throws {
        var phone = try Self.phone { call in
            call.operation == "me" ? ServiceResult("unregistered") : Wallet.answer(call)
        }
        try phone.dial("*789#")
        #expect(phone.screen == "You are not registered.")
    }

    @Test func conditionsHideOptions() throws {
        var phone = try Self.phone { call in
            call.operation == "me" ? .ok(Wallet.me(level: 0)) : Wallet.answer(call)
        }
        try phone.dial("*789#")
        #expect(!phone.screen.contains("Save"))
        try phone.type("3")
        #expect(phone.screen.hasPrefix("3 is not an answer here.\nAMINA"))
    }

    @Test func listsPageAndTheirItemsAreChosenByNumber() throws {
        var phone = try Self.phone()
        try phone.dial("*789#")
        try phone.type("2")
        #expect(phone.screen.hasPrefix("Your last payments\n1 To BARAKA 1 KES 100.00\n2 To"))
        #expect(phone.screen.hasSuffix("\n98 More"))
        try phone.type("98", "7")
        #expect(phone.screen == "To BARAKA 7\nKES 700.00 14/06 10:32\nRef REF7\n0 Back")
        try phone.type("0")
        #expect(phone.state == "payments")
    }

    @Test func commandsLeadToScreens() throws {
        var phone = try Self.phone()
        try phone.send("bal")
        #expect(phone.screen == "You have KES 2,000.00.")
        #expect(phone.isOver)
    }

    @Test func theVersionChangesWithEveryFile() throws {
        let first = try #require(Example.compile().program?.version)
        #expect(first == Example.compile().program?.version)
        let other = Example.send.replacing("Wrong PIN.", with: "Wrong PIN!")
        let second = Example.compile(Example.main, ["send.menu": other]).program?.version
        #expect(second != first)
        #expect(second != nil)
    }

    @Test func beforeRunsFirstAndContinues() throws {
        let menu = """
            menu m
                services money
                before news
                otherwise
                    unavailable -> busy
                    unsure -> busy

            dial *789# -> home

            flow news
                call history = money.last()
                    none -> continue
                -> notice

            screen notice
                | You were paid.
                1 Go on -> continue

            screen home
                | Welcome.
                1 Bye -> busy

            screen busy
                | Bye.
                end

            """
        var phone = try Self.phone(FindingTests.compile(menu))
        try phone.dial("*789#")
        #expect(phone.screen == "You were paid.\n1 Go on")
        try phone.type("1")
        #expect(phone.screen == "Welcome.\n1 Bye")
        var other = try Self.phone(FindingTests.compile(menu)) { _ in ServiceResult("none") }
        try other.dial("*789#")
        #expect(other.screen == "Welcome.\n1 Bye")
    }

    @Test func choicesPatternsAndTextsAreAnswers() throws {
        let menu = """
            menu m

            dial *789# -> home

            flow home
                ask month: choice
                    | Which month?
                    1 This month = this
                    2 Last month = last
                ask code: pattern "[A-Z]{2}[0-9]+" 6
                    | Code?
                    wrong | {typed} is no code.
                ask name: text 3 ... 8
                    | Name?
                end
                    | {month} {code} {name} {{}}
                    |
                    | Bye

            """
        var phone = try Self.phone(FindingTests.compile(menu))
        try phone.dial("*789#")
        try phone.type("2", "AB1234567")
        #expect(phone.screen == "AB1234567 is no code.\nCode?")
        try phone.type("AB12", "Al")
        #expect(phone.screen == "Al is not an answer here.\nName?")
        try phone.type("Amina")
        #expect(phone.screen == "last AB12 Amina {}\n\nBye")
    }
}
