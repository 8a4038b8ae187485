// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A menu in English and French, with a text for everything that can be shown.
enum BilingualMenu {
    static let french = [
        "You have {money}": "Vous avez {money}", "Francais": "Francais", "English": "English",
        "Pay": "Payer", "List": "Liste", "Sorry": "Pardon", "Welcome": "Bienvenue",
        "{typed} is not here.": "{typed} n'est pas ici.", "How much?": "Combien?",
        "{typed} is no money.": "{typed} n'est pas une somme.",
        "{typed} is below {least}.": "{typed} est moins de {least}.",
        "{typed} is above {most}.": "{typed} est plus de {most}.",
        "{item.0} {item.1}": "{item.0} {item.1}", "Back": "Retour", "Tries": "Essais",
        "{tries} try left": "Encore {tries} essai", "{tries} tries left": "Encore {tries} essais",
        "{typed} is no answer.": "{typed} n'est pas une réponse.",
    ]

    /// French has its first form for 0 too.
    static let frenchRule = PluralRule(
        formCount: 2,
        expression: .binary(.greater, .number, .constant(1))
    )

    static var program: MenuProgram {
        let menu = builder { $0 }
        let other = builder { french[$0] ?? "?\($0)" }
        let plain = menu.program
        return MenuProgram(
            name: "both",
            version: 1,
            language: "en",
            country: .kenya,
            amountFormat: AmountFormat(code: "KES", minorDigits: 2),
            profile: .standard,
            keys: menu.keys,
            states: plain.states,
            patterns: [],
            operations: menu.operations,
            dialRoutes: plain.dialRoutes,
            smsRoutes: [],
            before: nil,
            resume: nil,
            wrongChoice: menu.body("{typed} is no answer."),
            slotNames: plain.slotNames,
            numbers: .english,
            also: [
                ProgramLanguage(
                    code: "fr",
                    states: other.program.states,
                    wrongChoice: other.body(french["{typed} is no answer."] ?? ""),
                    moreLabel: "Suite",
                    numbers: .of(language: "fr")
                ),
                // A language whose last states nobody gave is shown in that of the menu.
                ProgramLanguage(
                    code: "pt-BR",
                    states: Array(other.program.states.prefix(1)),
                    wrongChoice: .empty,
                    moreLabel: "Mais",
                    numbers: .of(language: "pt-BR")
                ),
            ]
        )
    }

    static func builder(_ text: @escaping (String) -> String) -> MenuBuilder {
        var menu = MenuBuilder(
            slots: ["money", "amount", "payments", "item", "tries"],
            states: [
                ("home", { home($0, text) }), ("amount", { amount($0, text) }),
                ("payments", { $0.call("history", result: "payments", next: "list") }),
                ("list", { list($0, text) }), ("left", { .end(left($0, text)) }),
                ("switch", { .jump(speaking(1, $0.jump("home"))) }),
                ("unavailable", { .end($0.body(text("Sorry"))) }),
                ("unsure", { .end($0.body(text("Sorry"))) }),
            ]
        )
        menu.operations = [ServiceOperation(service: "money", name: "history", posts: false)]
        menu.dialRoutes = { menu in
            let clears = menu.slot("money")..<menu.slot("tries") + 1
            let given = [("money", Operand.constant(.amount(200_000)))]
            let home = menu.jump("home", given, clears: clears)
            return [
                DialRoute(segments: [.literal("5")], jump: home, home: home),
                DialRoute(
                    segments: [.literal("5"), .literal("2")],
                    jump: speaking(1, home),
                    home: speaking(1, home)
                ),
            ]
        }
        return menu
    }

    static func speaking(_ language: LanguageIndex, _ jump: Jump) -> Jump {
        Jump(
            to: jump.target,
            assignments: jump.assignments,
            clears: jump.clears,
            error: jump.error,
            language: language
        )
    }

    private static func home(_ menu: MenuBuilder, _ text: (String) -> String) -> State.Kind {
        let left: (Value) -> Jump = { menu.jump("left", [("tries", .constant($0))]) }
        return menu.screen(
            text("You have {money}"),
            [
                menu.option("1", text("Francais"), speaking(1, menu.jump("home"))),
                menu.option(
                    "2",
                    text("English"),
                    speaking(0, menu.jump("home", error: text("Welcome")))
                ),
                menu.option(
                    "3",
                    text("Francais"),
                    speaking(1, menu.jump("home", error: text("Welcome")))
                ),
                menu.option("4", text("Pay"), menu.jump("amount")),
                menu.option("5", text("List"), menu.jump("payments")),
                menu.option("60", text("Tries"), left(.number(0))),
                menu.option("61", text("Tries"), left(.number(1))),
                menu.option("62", text("Tries"), left(.number(-2))),
                menu.option("63", text("Tries"), left(.text("Many"))),
                menu.option("7", text("Francais"), menu.jump("switch")),
                menu.option("8", text("Francais"), speaking(9, menu.jump("home"))),
            ],
            wrong: text("{typed} is not here."),
            entry: "home"
        )
    }

    private static func amount(_ menu: MenuBuilder, _ text: (String) -> String) -> State.Kind {
        .ask(
            AskState(
                slot: menu.slot("amount"),
                kind: .amount(
                    least: .constant(.amount(100)),
                    most: .constant(.amount(1_000_000_00))
                ),
                prompt: menu.body(text("How much?")),
                choices: [],
                wrong: menu.body(text("{typed} is no money.")),
                below: menu.body(text("{typed} is below {least}.")),
                above: menu.body(text("{typed} is above {most}.")),
                next: menu.at("home"),
                entry: menu.at("amount")
            )
        )
    }

    private static func list(_ menu: MenuBuilder, _ text: (String) -> String) -> State.Kind {
        menu.screen(
            nil,
            [menu.option("9", text("Back"), menu.jump("back"))],
            each: Each(
                list: menu.reference("payments"),
                item: menu.slot("item"),
                line: menu.template(text("{item.0} {item.1}")),
                target: nil,
                errorReserve: 0
            ),
            entry: "payments"
        )
    }

    /// A body with one part by the number of tries, between two that always stand there.
    private static func left(_ menu: MenuBuilder, _ text: (String) -> String) -> Body {
        let isFrench = text("Pay") != "Pay"
        return Body([
            .lines(menu.template(text("Pay"))),
            .byNumber(
                menu.reference("tries"),
                rule: isFrench ? frenchRule ?? .one : .english,
                forms: [
                    menu.template(text("{tries} try left")),
                    menu.template(text("{tries} tries left")),
                ]
            ),
            .lines(menu.template(text("Back"))),
        ])
    }
}
