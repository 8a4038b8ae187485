// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// Values without a value, by each way in, and secrets where they do not belong.
struct PlantedValueTests {
    private static let money = """
        menu m
            services money
            me money.me
            before news
            resume 600 again
            otherwise
                unavailable -> busy
                unsure -> busy
                unregistered -> busy


        """
    private static let frame = """

        screen home
            | Welcome, {me.name}.
            1 Ask -> ask

        flow ask
            ask day: text 3 ... 9
                | Which day?
            ask name: text 3 ... 20
                | Your name?
            end
                | {name} {day}

        flow news
            -> continue

        screen again
            | Go on?
            1 Yes -> resume
            2 No -> continue

        screen busy
            | Busy.
            end

        """

    private static func ids(_ routes: String, _ frame: String = Self.frame) -> [String] {
        FindingTests.compile(money + routes + frame).diagnostics.map(\.id)
    }

    private static let dialled = "dial *789# -> home\n"

    @Test func allIsSet() { #expect(Self.ids(Self.dialled).isEmpty) }

    @Test(arguments: ["dial *789*1*{name: text}# -> ask\n", "sms DAY {name: text} -> ask\n"])
    func whatIsGivenSetsOnlyItself(_ route: String) {
        #expect(Self.ids(Self.dialled + route).isEmpty)
        let skipped = Self.frame.replacing(
            "| Which day?",
            with: "| Which day?\n        1 None -> name"
        )
        #expect(Self.ids(Self.dialled + route, skipped) == ["menu.not-set-yet"])
    }

    @Test func whatRunsBeforeKnowsNothingOfWhatIsDialled() {
        let frame =
            Self.frame.replacing("    -> continue", with: "    -> told(day)\n")
            + "\nscreen told(day: number 2)\n    | {day}\n    1 On -> continue\n"
        #expect(Self.ids(Self.dialled, frame) == ["menu.unknown-name"])
        let own = Self.frame.replacing(
            "flow news\n    -> continue",
            with: """
                flow news
                    call history = money.last()
                        none -> shown
                    ask shown: choice
                        | {history.payments}
                        1 On = on
                    -> continue
                """
        )
        #expect(Self.ids(Self.dialled, own).contains("menu.cannot-be-shown"))
        let late = own.replacing("{history.payments}", with: "{shown}")
        #expect(Self.ids(Self.dialled, late) == ["menu.not-set-yet"])
    }

    @Test func whoGoesOnHasNothingYet() {
        let frame = Self.frame.replacing("| Go on?", with: "| Go on, {day}?")
        #expect(Self.ids(Self.dialled, frame) == ["menu.unknown-name"])
        let parameter = Self.frame.replacing("screen again\n", with: "screen again(day: flag)\n")
        #expect(Self.ids(Self.dialled, parameter).contains("menu.argument-count"))
    }

    @Test(arguments: [
        ("| Thank you, {pin}.", "menu.secret-shown"),
        ("case pin\n                a | A", "menu.not-a-choice"),
    ])
    func aSecretIsNotShown(_ text: String, _ id: String) {
        #expect(Self.login(end: text) == [id])
    }

    @Test(arguments: [
        ("-> told(pin)", "menu.secret-passed"),
        ("call money.note(pin)", "menu.secret-passed"),
        (
            "call money.payee(pin)\n            not_found -> busy\n            is_self -> busy",
            "menu.secret-passed"
        ),
        ("ask more: number 1 ... pin\n            | More?", "menu.bad-bound"),
        ("ask more: number 1 ... pin + 1\n            | More?", "menu.sum-type"),
        (
            "ask more: text 3 ... 9\n            | More?\n"
                + "            10 No -> busy when pin == more",
            "menu.not-comparable"
        ),
        ("ask more: text 3 ... 9\n            | {pin}?", "menu.secret-shown"),
        (
            "ask more: text 3 ... 9\n            | More?\n            10 {pin} -> busy",
            "menu.secret-shown"
        ),
    ])
    func aSecretGoesNowhereElse(_ step: String, _ id: String) {
        let found = Self.login(step: step)
        #expect(found.contains(id), "\(found)")
        #expect(found.allSatisfy { $0 == id || $0 == "menu.unreachable-step" }, "\(found)")
    }

    @Test(arguments: ["dial *789*1*{pin: text}# -> login\n", "sms IN {pin: number} -> login\n"])
    func aSecretIsNotSent(_ route: String) {
        #expect(Self.login(route: route) == ["menu.secret-given"])
    }

    private static func login(
        route: String = "",
        step: String = "",
        end: String = "| In."
    ) -> [String] {
        let frame =
            Self.frame.replacing("1 Ask -> ask", with: "1 Ask -> ask\n    2 In -> login") + """

                flow login
                    ask pin: secret
                        | PIN?
                    \(step.replacing("\n    ", with: "\n"))
                    call money.login(pin)
                        wrong -> busy
                    end
                        \(end.replacing("\n    ", with: "\n"))

                screen told(text: text 20)
                    | {text}
                    1 Again -> told(text)

                """
        var frames = frame
        if !step.contains("told") {
            frames = frame.replacing(
                "2 In -> login",
                with: "2 In -> login\n    3 Told -> told(\"x\")"
            )
        }
        return ids(dialled + route, frames)
    }
}
