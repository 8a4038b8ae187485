// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("The limits of a dialogue")
struct LimitTests {
    /// A home screen that leads through so many jumps to its other page.
    private static func jumps(_ count: Int) -> MenuProgram {
        var menu = MenuBuilder(slots: ["x"], states: [])
        menu.states = [
            ("home", { $0.screen("Home", [$0.option("1", "Go", $0.jump("j1"))], entry: "home") })
        ]
        menu.states += (1...count).map { number in
            ("j\(number)", { .jump($0.jump(number == count ? "end" : "j\(number + 1)")) })
        }
        menu.states.append(("end", { .end($0.body("Through")) }))
        menu.dialRoutes = route(to: "home")
        return menu.program
    }

    private static func route(to name: String) -> (MenuBuilder) -> [DialRoute] {
        { menu in
            let jump = menu.jump(name)
            return [DialRoute(segments: [.literal("5")], jump: jump, home: jump)]
        }
    }

    @Test("64 steps without a screen pass, one more is a fault")
    func steps() {
        for (count, screen) in [(64, "Through\n-- end"), (65, "-- tooManySteps")] {
            var phone = WalletStub(Self.jumps(count))
            _ = phone.dial("*5#")
            #expect(phone.type("1") == screen)
        }
    }

    @Test("calls that lead to each other without a screen end in a fault")
    func endlessCalls() {
        var menu = MenuBuilder(slots: ["me"], states: [])
        menu.operations = [ServiceOperation(service: "money", name: "me", posts: false)]
        menu.states = [("a", { $0.call("me", next: "a") })]
        menu.dialRoutes = Self.route(to: "a")
        var phone = WalletStub(menu.program)
        #expect(phone.dial("*5#") == "-- tooManySteps")
        #expect(phone.calls.count == Dialogue.Limits.stepsPerEventMax)
    }

    @Test(
        "arrows that lead to no screen end in a fault",
        arguments: ["back", "home", "continue", "a"]
    )
    func endlessArrows(target: String) {
        var menu = MenuBuilder(slots: [], states: [("a", { .jump($0.jump(target)) })])
        menu.dialRoutes = Self.route(to: "a")
        var phone = WalletStub(menu.program)
        #expect(phone.dial("*5#") == "-- tooManySteps")
    }

    @Test("back returns through 32 screens, and not through one more")
    func history() {
        let count = 40
        var menu = MenuBuilder(slots: [], states: [])
        menu.states = (0...count).map { number in
            (
                "s\(number)",
                { menu in
                    let next = menu.jump("s\(min(number + 1, count))")
                    return menu.screen(
                        "Page \(number)",
                        [menu.option("1", "On", next)],
                        entry: "s\(number)"
                    )
                }
            )
        }
        menu.dialRoutes = Self.route(to: "s0")
        for (forward, backTo) in [(32, 0), (33, 1), (40, 8)] {
            var phone = WalletStub(menu.program)
            _ = phone.dial("*5#")
            for _ in 0..<forward { _ = phone.type("1") }
            var screen = ""
            for _ in 0..<50 { screen = phone.type("0") }
            #expect(screen == "Page \(backTo)\n1 On")
        }
    }

    @Test("an input as long as the network allows is an answer, a longer one is none")
    func inputs() {
        var menu = MenuBuilder(slots: ["note"], states: [])
        menu.states = [
            (
                "note",
                { $0.ask("note", .text(least: 1, most: 500), "Note?", next: "end", entry: "note") }
            ),
            ("end", { .end($0.body("Noted")) }),
        ]
        menu.dialRoutes = Self.route(to: "note")
        for (length, screen) in [
            (160, "Noted\n-- end"), (161, "xxxxxxxxxxxxxx.. is wrong.\nNote?"),
            (100_000, "xxxxxxxxxxxxxx.. is wrong.\nNote?"),
        ] {
            var phone = WalletStub(menu.program)
            _ = phone.dial("*5#")
            #expect(phone.type(String(repeating: "x", count: length)) == screen)
        }
    }

    @Test("a text takes no more than two septets for each of its characters")
    func textSize() {
        var phone = WalletStub(WalletMenu.builder.program)
        _ = phone.dial("*789*3#")
        #expect(phone.type("™™™™™™") == "(TM)(TM)(TM)(T.. is wrong.\nYour name?")
        #expect(phone.type("{}{}{}{}{}") == "How long, {}{}{}{}{}?\n1 One month\n2 One year")
    }

    @Test("a screen as long as the network allows is shown, a longer one is a fault")
    func screens() {
        var menu = MenuBuilder(slots: ["me"], states: [])
        menu.operations = [ServiceOperation(service: "money", name: "me", posts: false)]
        menu.states = [
            ("call", { $0.call("me", result: "me", next: "home") }),
            ("home", { $0.screen("{me}", [], entry: "call") }),
        ]
        menu.dialRoutes = Self.route(to: "call")
        for (text, isShown) in [
            (String(repeating: "x", count: 182), true), (String(repeating: "x", count: 183), false),
            (String(repeating: "€", count: 91), true), (String(repeating: "€", count: 92), false),
            (String(repeating: "字", count: 182), true),
            (String(repeating: "x", count: 9_999), false),
        ] {
            var phone = WalletStub(menu.program)
            phone.answers["me"] = .ok(.text(text))
            let screen = phone.dial("*5#")
            #expect(screen.hasPrefix("-- screenTooLong") != isShown)
            #expect(phone.type("0").hasPrefix("-- unexpectedEvent") != isShown)
        }
    }
}
