// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("The ways into a menu")
struct WaysInTests {
    static var program: MenuProgram {
        var menu = WalletMenu.builder
        menu.states += [
            (
                "news",
                {
                    $0.screen(
                        "News!",
                        [$0.option("1", "Go on", $0.jump("continue"))],
                        entry: "news"
                    )
                }
            ),
            (
                "unfinished",
                { menu in
                    menu.screen(
                        "Go on where you were?",
                        [
                            menu.option("1", "Yes", menu.jump("resume")),
                            menu.option("2", "No", menu.jump("continue")),
                        ],
                        entry: "unfinished"
                    )
                }
            ),
        ]
        menu.before = { $0.jump("news") }
        menu.resumeAsk = "unfinished"
        return menu.program
    }

    @Test("the flow before runs first, then what was dialled")
    func before() {
        var phone = WalletStub(Self.program)
        #expect(phone.dial("*789*3*Zawadi#") == "News!\n1 Go on")
        #expect(phone.type("1") == "How long, Zawadi?\n1 One month\n2 One year")
        #expect(phone.type("0") == "Your name?")
    }

    @Test("home out of the flow before forgets what was dialled")
    func homeFromBefore() {
        var phone = WalletStub(Self.program)
        #expect(phone.dial("*789*1*0712000002#") == "News!\n1 Go on")
        #expect(phone.type("00") == SendingTests.home)
        #expect(phone.type("1") == SendingTests.recipient)
    }

    @Test("a dropped dialogue is taken up again, or left")
    func resume() {
        var phone = WalletStub(Self.program)
        let ask = "Go on where you were?\n1 Yes\n2 No"
        #expect(phone.dial("*789*1*0712000002#", asksToResume: true) == ask)
        #expect(phone.type("3") == "3 is not an answer here.\n\(ask)")
        var left = phone
        #expect(phone.type("1") == "-- resume")
        #expect(phone.type("1") == "-- unexpectedEvent")
        #expect(left.type("2") == "News!\n1 Go on")
        #expect(left.type("1") == SendingTests.amount)
    }

    @Test("a session begun by SMS has neither the flow before nor a home")
    func sms() {
        let menu = WalletMenu.builder
        var phone = WalletStub(Self.program)
        let match = RouteMatch(jump: menu.jump("recipient"), home: nil, arguments: [], rest: [])
        #expect(
            WalletStub.text(phone.turn(.begin(match, asksToResume: false)))
                == SendingTests.recipient
        )
        #expect(phone.type("00") == SendingTests.recipient)
        #expect(phone.type("0712000002") == SendingTests.amount)
        #expect(phone.type("00") == SendingTests.amount)
        #expect(phone.type("0") == SendingTests.recipient)
    }

    @Test("a screen is drawn again with fresh values")
    func redisplay() {
        var phone = SendingTests.play([
            ("1", SendingTests.recipient), ("0712000002", SendingTests.amount),
        ])
        phone.answers["me"] = .ok(.record([.text("Amina"), .amount(90_000), .number(1)]))
        let effect = phone.turn(.redisplay)
        #expect(WalletStub.text(effect) == "How much for Baraka?\nMost you can send: KES 900.00")
        #expect(phone.type("900.01").hasPrefix("900.01 is above KES 2,000.00.") == false)
    }
}
