// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("What is dialled behind the service code")
struct ShortcutTests {
    @Test(
        "is typed until a secret, a mistake or the end",
        arguments: [
            ("*789*1*0712000002*500#", SendingTests.pin, "payee me quote"),
            ("*789*1*0712000002*500*4821#", SendingTests.pin, "payee me quote"),
            ("*789*1*0712000002#", SendingTests.amount, "payee me"),
            (
                "*789*1*0712000002*9000#",
                "KES 9,000.00 is above KES 2,000.00.\n\(SendingTests.amount)", "payee me me"
            ),
            ("*789*1*12#", "12 is wrong.\n\(SendingTests.recipient)", "me"),
            ("*789*1*12*500#", "12 is wrong.\n\(SendingTests.recipient)", "me"),
            ("*789*3*Zawadi*1*3#", "Zawadi month 3\n-- end", "me"),
            ("*789*3*Zawadi*1*3*9*9#", "Zawadi month 3\n-- end", "me"),
            ("*789*8#", "8 is not on the list.\n\(SendingTests.home)", "me me"),
            ("*789*3*Z*1#", "Z is wrong.\nYour name?", "me"),
        ]
    )
    func shortcut(code: String, screen: String, calls: String) {
        var phone = WalletStub(WalletMenu.builder.program)
        #expect(phone.dial(code) == screen)
        #expect(phone.calls.map(\.operation).joined(separator: " ") == calls)
    }

    @Test("stops where an outcome leads aside")
    func outcomeStopsTyping() {
        var menu = WalletMenu.builder
        menu.states[menu.states.firstIndex { $0.name == "unavailable" } ?? 0].kind = {
            $0.screen("Not now.", [$0.option("1", "Again", $0.jump("me"))], entry: "unavailable")
        }
        var phone = WalletStub(menu.program)
        phone.answers["me"] = .unavailable
        #expect(phone.dial("*789*1#") == "Not now.\n1 Again")
    }

    @Test("types 16 inputs and drops the seventeenth")
    func limit() {
        var menu = MenuBuilder(
            slots: [],
            states: (0...17).map { number in
                (
                    "s\(number)",
                    { menu in
                        menu.screen(
                            "Page \(number)",
                            [menu.option("1", "On", menu.jump("s\(min(number + 1, 17))"))],
                            entry: "s\(number)"
                        )
                    }
                )
            }
        )
        menu.dialRoutes = { menu in
            let jump = menu.jump("s0")
            return [DialRoute(segments: [.literal("5")], jump: jump, home: jump)]
        }
        for (inputs, page) in [(15, 15), (16, 16), (17, 16)] {
            var phone = WalletStub(menu.program)
            let code = "*5" + String(repeating: "*1", count: inputs) + "#"
            #expect(phone.dial(code) == "Page \(page)\n1 On")
            #expect(phone.dialogue.position == 0)
        }
    }

    @Test("back leads to questions whose answers were given, and asks them")
    func backAfterGiven() {
        var phone = WalletStub(WalletMenu.builder.program)
        #expect(phone.dial("*789*1*0712000002#") == SendingTests.amount)
        #expect(phone.type("0") == "Send to which number?")
        #expect(phone.type("0712000002") == SendingTests.amount)
        #expect(phone.type("500") == SendingTests.pin)
        #expect(phone.type("0") == SendingTests.amount)
    }

    @Test("never gives a secret, even when the route does")
    func secretArgument() {
        let menu = WalletMenu.builder
        var phone = WalletStub(menu.program)
        let match = RouteMatch(
            jump: menu.jump("pin"),
            home: nil,
            arguments: [
                RouteMatch.Argument(slot: menu.slot("pin"), value: .secret(Secret("4821")))
            ],
            rest: ["4821"]
        )
        let effect = phone.turn(.begin(match, asksToResume: false))
        #expect(WalletStub.text(effect).hasSuffix("Enter PIN to agree"))
        #expect(phone.calls.isEmpty)
    }
}
