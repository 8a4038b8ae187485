// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// The keys that a finding says its place is reached by.
struct WitnessTests {
    /// A menu that leads to `place` in one way, where a value is named that is not used.
    private static func reached(_ lines: String, routes: String = "") -> [String] {
        let menu = """
            menu m
                services money
                me money.me
                before news
                resume 600 again
                otherwise
                    unavailable -> busy
                    unsure -> busy
                    unregistered -> busy

            dial *789# -> home
            \(routes)

            flow news
                -> continue

            screen busy
                | Busy, try later.
                end

            screen again
                | Go on?
                1 Yes -> resume
                2 No -> continue

            \(lines)

            flow place
                ask spare: text 3 ... 20
                    | Spare?
                end
                    | Thank you.

            """
        return FindingTests.compile(menu).diagnostics.flatMap { diagnostic in
            #expect(diagnostic.id == "menu.unused-value")
            return diagnostic.notes.map(\.message)
        }
    }

    private static let home = "screen home\n    | {me.name}\n    1 On -> busy\n"

    @Test func aKey() {
        let lines = "screen home\n    | {me.name}\n    1 On -> place\n"
        #expect(Self.reached(lines) == ["Reached by: *789# 1"])
    }

    @Test func theShortestWayWithoutConditionsIsTaken() {
        let lines = """
            screen home
                | {me.name}
                1 Agent -> place when me.agent and not me.level > 2
                2 Other -> other

            screen other
                | Other
                1 On -> place
            """
        let keys = "Reached by: *789# 1 (when me.agent and not me.level > 2)"
        #expect(Self.reached(lines) == [keys])
        let both = lines.replacing("2 Other -> other", with: "2 Other -> place")
            .replacing("| Other\n    1 On -> place", with: "| Other\n    1 On -> home")
            .replacing("2 Other -> place", with: "2 Other -> place\n    3 More -> other")
        #expect(Self.reached(both) == ["Reached by: *789# 2"])
    }

    @Test func answersAndOutcomesStandInWords() {
        let lines = """
            flow home
                ask number: msisdn
                    | {me.name}, who?
                call payee = money.payee(number)
                    not_found -> ask
                    is_self -> busy
                end
                    | {payee.name}

            flow ask
                ask sum: money 1.00 ... 5.00
                    | Sum?
                ask part: choice
                    | Part?
                    1 All = all
                    2 None = none
                ask count: number 1 ... 5
                    | Count {sum} {part}?
                call history = money.last()
                    none -> busy
                -> list(history, count)

            screen list(history: history, count: number 9)
                | {count}
                each p in history.payments | {p.title} -> place
            """
        let words = "*789# <phone number> (not_found) <amount> 1 <number> <item>"
        #expect(Self.reached(lines) == ["Reached by: \(words)"])
    }

    @Test func whatIsGivenIsNotTyped() {
        let lines =
            Self.home
                + """

                flow given
                    ask number: number 1 ... 5
                        | Number?
                    ask text: text 3 ... 5
                        | Text {number}?
                    1 Else -> busy
                """.replacing("    1 Else -> busy", with: "    -> used(text)") + """


                flow used(text: text 5)
                    ask more: text 3 ... 5
                        | More than {text}?
                        1 Less -> busy when more is set
                    -> place
                """
        let dialled = Self.reached(lines, routes: "dial *789*2*{number: number}# -> given")
        #expect(dialled == ["Reached by: *789*2*<number># <text> <text>"])
        let sent = Self.reached(lines, routes: "sms GO {number: number} [X] {text: text} -> given")
        #expect(sent == ["Reached by: SMS GO <number> <text> <text>"])
    }

    @Test func anyMessageAndWhatRunsBefore() {
        let more = "flow more\n    -> place\n"
        #expect(
            Self.reached(Self.home + more, routes: "sms * -> more")
                == ["Reached by: SMS <anything>"]
        )
        let menu = """
            menu m
                before news
                resume 600 again

            dial *789# -> home

            screen home
                | Welcome.
                end

            flow news
                ask spare: text 3 ... 20
                    | Spare?
                -> continue

            screen again
                | Go on?
                1 Yes -> resume
                2 Ask -> asked

            flow asked
                ask spare: text 3 ... 20
                    | Spare?
                -> continue

            """
        let notes = FindingTests.compile(menu).diagnostics.flatMap { $0.notes.map(\.message) }
        #expect(
            notes == ["Reached by: *789#", "Reached by: *789# (after a session was cut off) 2"]
        )
    }
}
