// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("A dialogue that sends money")
struct SendingTests {
    static let home = """
        Amina, you have KES 2,000.00
        1 Send money
        2 Payments
        3 Profile
        4 Save
        """
    static let amount = "How much for Baraka?\nMost you can send: KES 2,000.00"
    static let pin = """
        Send KES 500.00 to Baraka
        Fee KES 7.00, total KES 507.00
        Enter PIN to agree
        """
    static let sent = """
        Sent KES 500.00 to Baraka.
        Ref QX7Y2M. You have KES 1,493.00
        -- end
        """
    static let recipient = "Send to which number?"

    /// What is typed, and the screen that it leads to.
    typealias Turns = [(input: String, screen: String)]

    static func play(
        _ turns: Turns,
        on start: WalletStub? = nil,
        dial: String = "*789#",
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> WalletStub {
        var phone = start ?? WalletStub(WalletMenu.builder.program)
        if start == nil { _ = phone.dial(dial) }
        for turn in turns {
            let screen = phone.type(turn.input)
            #expect(screen == turn.screen, "after \(turn.input)", sourceLocation: sourceLocation)
        }
        return phone
    }

    @Test("goes from home to the receipt, and says nothing after it")
    func sends() {
        var phone = WalletStub(WalletMenu.builder.program)
        #expect(phone.dial("*789#") == Self.home)
        phone = Self.play(
            [
                ("1", Self.recipient), ("0712 000 002", Self.amount), (" 500 ", Self.pin),
                ("4821", Self.sent), ("1", "-- unexpectedEvent"),
            ],
            on: phone
        )
        #expect(phone.calls.map(\.operation) == ["me", "payee", "me", "quote", "send"])
        #expect(phone.dialogue.position == 9)
        #expect(phone.calls.last?.posts == true)
    }

    @Test("asks again above a line that says what was wrong")
    func wrongInput() {
        _ = Self.play([
            ("7", "7 is not on the list.\n\(Self.home)"),
            ("", "\"\" is not on the list.\n\(Self.home)"),
            // A PIN typed by habit where none is asked is not echoed.
            ("4821", "**** is not on the list.\n\(Self.home)"),
            ("\u{FF11}", Self.recipient),
            ("12", "12 is wrong.\n\(Self.recipient)"),
            (
                "an answer that is too long",
                "an answer that.. is wrong.\n\(Self.recipient)"
            ),
            ("٠٧١٢٠٠٠٠٠٢", Self.amount),
            ("0.99", "0.99 is below KES 1.00.\n\(Self.amount)"),
            ("2000.01", "2000.01 is above KES 2,000.00.\n\(Self.amount)"),
            ("much", "much is wrong.\n\(Self.amount)"),
            ("５００", Self.pin),
            ("123", "A PIN has 4 to 6 digits.\n\(Self.pin)"),
            ("1234567", "A PIN has 4 to 6 digits.\n\(Self.pin)"),
            ("４８２１", Self.sent),
        ])
    }

    @Test("takes an amount at its bounds", arguments: ["1", "2000", "1.00", "KES 2,000.00"])
    func bounds(typed: String) {
        let phone = Self.play([("1", Self.recipient), ("0712000002", Self.amount)])
        var copy = phone
        #expect(copy.type(typed).hasPrefix("Send KES "))
    }

    @Test("goes back question by question with the answers kept, and home from anywhere")
    func navigation() {
        let phone = Self.play([
            ("1", Self.recipient), ("0712000002", Self.amount), ("500", Self.pin),
            ("0", Self.amount), ("0", Self.recipient), ("0", Self.home), ("0", Self.home),
            ("1", Self.recipient), ("0712000002", Self.amount), ("00", Self.home),
            ("0", Self.home),
        ])
        #expect(phone.dialogue.stateName == "home")
        var nameless = Self.play([
            ("3", "Your name?"), ("Zawadi", "How long, Zawadi?\n1 One month\n2 One year"),
            ("2", "How many?"), ("0", "How long, Zawadi?\n1 One month\n2 One year"),
            ("3", "3 is wrong.\nHow long, Zawadi?\n1 One month\n2 One year"), ("1", "How many?"),
            ("13", "13 is above 12.\nHow many?"),
        ])
        #expect(nameless.type("12") == "Zawadi month 12\n-- end")
    }

    @Test("returns to an earlier question with an error line, and back leads before it")
    func armToQuestion() {
        var phone = Self.play([("1", Self.recipient)])
        phone.answers["payee"] = ServiceResult("is_self")
        phone = Self.play(
            [
                ("0712000001", "You cannot send to yourself.\n\(Self.recipient)"),
                ("0", Self.home), ("1", Self.recipient), ("0712000002", Self.amount),
                ("500", Self.pin),
            ],
            on: phone
        )
        phone.answers["send"] = ServiceResult("wrong_pin", .number(2))
        _ = Self.play(
            [
                ("1111", "Wrong PIN. Tries left: 2\n\(Self.pin)"), ("0", Self.amount),
                ("500", Self.pin), ("4821", Self.sent),
            ],
            on: phone
        )
    }

    @Test(
        "ends by the arms that every call has",
        arguments: [
            (ServiceResult.unavailable, "Not now. Nothing was done.\n-- end"),
            (.unsure, "We will send an SMS.\n-- end"),
            (
                ServiceResult("odd"),
                "-- unknownOutcome(operation: \"send\", outcome: \"odd\")"
            ),
        ]
    )
    func outcomes(result: ServiceResult, screen: String) {
        var phone = Self.play([
            ("1", Self.recipient), ("0712000002", Self.amount), ("500", Self.pin),
        ])
        phone.answers["send"] = result
        #expect(phone.type("4821") == screen)
    }

    @Test("shows an option only when its condition holds, and takes it only then")
    func conditions() {
        var phone = WalletStub(WalletMenu.builder.program)
        let poor = ServiceResult.ok(.record([.text("Juma"), .amount(0), .number(0)]))
        phone.answers["me"] = poor
        let home = "Juma, you have KES 0.00\n1 Send money\n2 Payments\n3 Profile"
        #expect(phone.dial("*789#") == home)
        phone.answers["me"] = poor
        #expect(phone.type("4") == "4 is not on the list.\n\(home)")
    }

    @Test("an error line is not shown where an outcome leads aside")
    func errorLineStaysBehind() {
        var phone = Self.play([("8", "8 is not on the list.\n\(Self.home)")])
        phone.answers["me"] = .unavailable
        #expect(phone.type("8") == "Not now. Nothing was done.\n-- end")
    }

    @Test(
        "is drawn in UCS-2 when a literal of what is shown together demands it",
        arguments: [
            ("Hello {me.0}", "Wrong", "Hello Zo?", Alphabet.gsm7),
            ("Habari {me.0} 你好", "Wrong", "Habari Zo字 你好", .ucs2),
            ("Hello {me.0}", "不对", "Hello Zo?", .gsm7),
        ]
    )
    func alphabets(text: String, wrong: String, shown: String, alphabet: Alphabet) {
        var menu = WalletMenu.builder
        menu.states[menu.states.firstIndex { $0.name == "home" } ?? 0].kind = {
            $0.screen(text, [], wrong: wrong, entry: "home")
        }
        var phone = WalletStub(menu.program)
        phone.answers["me"] = .ok(.record([.text("Zo字")]))
        #expect(phone.dial("*789#") == shown)
        #expect(TextSize.measure(shown).alphabet == alphabet)
        let isUCS2 = alphabet == .ucs2 || wrong == "不对"
        guard case .show(let screen) = phone.turn(.input("7")) else {
            Issue.record("no screen")
            return
        }
        #expect(screen.text == "\(wrong)\n\(isUCS2 ? shown.replacing("?", with: "字") : shown)")
        #expect(screen.size == TextSize.measure(screen.text))
    }
}
