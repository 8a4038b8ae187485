// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A small wallet: a home screen, sending money, a list of payments and a profile.
enum WalletMenu {
    static let baraka = MSISDN(e164: "+254712000002")

    /// Slots of the flow `send`.
    static func sendSlots(_ menu: MenuBuilder) -> Range<SlotIndex> {
        menu.slot("recipient")..<menu.slot("pin") + 1
    }

    static var builder: MenuBuilder {
        var menu = MenuBuilder(
            slots: [
                "me", "recipient", "payee", "amount", "quote", "receipt", "tries", "pin",
                "payments", "item", "shown", "nickname", "plan", "count", "code",
            ],
            states: home + send + pay + history + profile + ends
        )
        menu.operations = ["me", "payee", "quote", "send", "history"].map {
            ServiceOperation(service: "money", name: $0, posts: $0 == "send")
        }
        menu.dialRoutes = routes
        return menu
    }

    private typealias States = [(name: String, kind: (MenuBuilder) -> State.Kind)]

    private static func routes(_ menu: MenuBuilder) -> [DialRoute] {
        let home = menu.jump("me")
        let send = menu.jump("recipient", clears: sendSlots(menu))
        let recipient = DialRoute.Segment.argument(slot: menu.slot("recipient"), kind: .msisdn)
        let amount = DialRoute.Segment.argument(
            slot: menu.slot("amount"),
            kind: .amount(least: nil, most: nil)
        )
        return [
            DialRoute(segments: [.literal("789")], jump: home, home: home),
            DialRoute(
                segments: [.literal("789"), .literal("1"), recipient],
                jump: send,
                home: home
            ),
            DialRoute(
                segments: [.literal("789"), .literal("1"), recipient, amount],
                jump: send,
                home: home
            ),
        ]
    }

    private static var home: States {
        [
            ("me", { $0.call("me", result: "me", next: "home") }),
            (
                "home",
                { menu in
                    menu.screen(
                        "{me.0}, you have {me.1}",
                        [
                            menu.option(
                                "1",
                                "Send money",
                                menu.jump("recipient", clears: sendSlots(menu))
                            ),
                            menu.option("2", "Payments", menu.jump("payments")),
                            menu.option("3", "Profile", menu.jump("nickname")),
                            menu.option(
                                "4",
                                "Save",
                                menu.jump("bye"),
                                when: .compare(
                                    menu.value("me.2"),
                                    .greater,
                                    .constant(.number(0))
                                )
                            ),
                        ],
                        wrong: "{typed} is not on the list.",
                        entry: "me"
                    )
                }
            ),
        ]
    }

    private static var send: States {
        [
            (
                "recipient",
                {
                    $0.ask(
                        "recipient",
                        .msisdn,
                        "Send to which number?",
                        next: "find",
                        entry: "recipient"
                    )
                }
            ),
            (
                "find",
                { menu in
                    menu.call(
                        "payee",
                        [menu.value("recipient")],
                        result: "payee",
                        next: "amount-me",
                        arms: [
                            ("not_found", nil, menu.jump("bye")),
                            (
                                "is_self", nil,
                                menu.jump("recipient", error: "You cannot send to yourself.")
                            ),
                        ]
                    )
                }
            ),
            ("amount-me", { $0.call("me", result: "me", next: "amount") }),
            (
                "amount",
                { menu in
                    menu.ask(
                        "amount",
                        .amount(least: .constant(.amount(100)), most: menu.value("me.1")),
                        "How much for {payee.0}?\nMost you can send: {me.1}",
                        next: "quote",
                        entry: "amount-me"
                    )
                }
            ),
            (
                "quote",
                { menu in
                    menu.call(
                        "quote",
                        [menu.value("payee"), menu.value("amount")],
                        result: "quote",
                        next: "pin"
                    )
                }
            ),
        ]
    }

    private static var pay: States {
        [
            (
                "pin",
                {
                    $0.ask(
                        "pin",
                        .secret(least: 4, most: 6),
                        """
                        Send {amount} to {payee.0}
                        Fee {quote.0}, total {quote.1}
                        Enter PIN to agree
                        """,
                        wrong: "A PIN has 4 to 6 digits.{typed}",
                        next: "pay",
                        entry: "pin"
                    )
                }
            ),
            (
                "pay",
                { menu in
                    menu.call(
                        "send",
                        [menu.value("quote"), menu.value("pin")],
                        result: "receipt",
                        next: "sent",
                        arms: [
                            (
                                "wrong_pin", "tries",
                                menu.jump("pin", error: "Wrong PIN. Tries left: {tries}")
                            )
                        ]
                    )
                }
            ),
            (
                "sent",
                {
                    .end(
                        $0.body(
                            "Sent {amount} to {payee.0}.\nRef {receipt.0}. You have {receipt.1}"
                        )
                    )
                }
            ),
        ]
    }

    private static var history: States {
        [
            ("payments", { $0.call("history", result: "payments", next: "list") }),
            (
                "list",
                { menu in
                    let each = Each(
                        list: menu.reference("payments"),
                        item: menu.slot("item"),
                        line: menu.template("{item.0} {item.1}"),
                        target: menu.jump("detail", [("shown", menu.value("item"))]),
                        errorReserve: 40
                    )
                    return menu.screen(
                        "Your payments",
                        [menu.option("0", "Back", menu.jump("back"))],
                        each: each,
                        entry: "payments"
                    )
                }
            ),
            (
                "detail",
                { menu in
                    menu.screen(
                        "{shown.0} got {shown.1}",
                        [menu.option("9", "Again", menu.jump("back"))],
                        entry: "detail"
                    )
                }
            ),
        ]
    }

    private static var profile: States {
        [
            (
                "nickname",
                {
                    $0.ask(
                        "nickname",
                        .text(least: 2, most: 10),
                        "Your name?",
                        next: "plan",
                        entry: "nickname"
                    )
                }
            ),
            (
                "plan",
                { menu in
                    let answers = [("1", "One month", "month"), ("2", "One year", "year")].map {
                        Choice(
                            key: $0.0,
                            label: menu.template($0.1),
                            condition: nil,
                            action: .answer(.text($0.2))
                        )
                    }
                    return menu.ask(
                        "plan",
                        .choice,
                        "How long, {nickname}?",
                        choices: answers,
                        next: "count",
                        entry: "plan"
                    )
                }
            ),
            (
                "count",
                { menu in
                    menu.ask(
                        "count",
                        .number(least: .constant(.number(1)), most: .constant(.number(12))),
                        "How many?",
                        next: "profile",
                        entry: "count"
                    )
                }
            ),
            ("profile", { .end($0.body("{nickname} {plan} {count}")) }),
        ]
    }

    private static var ends: States {
        [
            ("bye", { .end($0.body("Bye {recipient}")) }),
            ("unavailable", { .end($0.body("Not now. Nothing was done.")) }),
            ("unsure", { .end($0.body("We will send an SMS.")) }),
        ]
    }
}
