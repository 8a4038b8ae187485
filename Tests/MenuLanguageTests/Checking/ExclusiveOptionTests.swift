// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// The same key twice, for options that are never there together.
struct ExclusiveOptionTests {
    private static func notes(_ first: String, _ second: String) -> [String] {
        let found = FindingTests.compile(
            """
            menu m
                services money
                me money.me
                otherwise
                    unavailable -> busy
                    unsure -> busy
                    unregistered -> busy

            dial *789# -> home

            screen home
                | Welcome.
                1 One -> busy \(first)
                1 Two -> busy \(second)

            screen busy
                | Busy.
                end

            """
        ).diagnostics
        #expect(found.allSatisfy { $0.id == "menu.key-twice" })
        return found.flatMap { $0.notes.dropFirst().map(\.message) }
    }

    @Test(arguments: [
        ("me.agent", "not me.agent"),
        ("not me.agent", "me.agent and me.level > 0"),
        ("me.level < 2", "me.level >= 2"),
        ("me.level < 2", "not me.level < 2"),
        ("me.level < 2", "2 <= me.level"),
        ("me.balance > me.sendable", "me.sendable == me.balance"),
        ("me.level == 1", "me.level == 2"),
        ("me.level == 1", "me.level > 3"),
        ("me.balance == 5.00", "me.balance == 5.01"),
        ("me.level <= 2", "not (me.level < 5 or me.agent)"),
        ("me.level == 1 or me.level == 2", "me.level == 3 or me.agent and not me.agent"),
        ("me.balance - me.sendable < 1.00", "me.balance - me.sendable >= 1.00"),
        ("me is set", "not me is set"),
    ])
    func isAllowed(_ first: String, _ second: String) {
        #expect(Self.notes("when \(first)", "when \(second)").isEmpty)
    }

    @Test(arguments: [
        ("me.agent", "me.level > 0"),
        ("me.level < 2", "me.level > 0"),
        ("me.level <= 2", "me.level >= 2"),
        ("me.level != 1", "me.level != 2"),
        ("me.level == 1", "not me.level == 2"),
        ("me.level > 1", "not me.level > 2"),
        ("me.agent or me.level == 1", "not me.agent"),
    ])
    func isAnErrorAndSaysWhy(_ first: String, _ second: String) {
        let notes = Self.notes("when \(first)", "when \(second)")
        #expect(notes.count == 1)
        #expect(notes.first?.hasPrefix("Nothing shows") == true)
    }

    @Test func withoutConditionItIsAlwaysThere() {
        #expect(
            Self.notes("when me.agent", "") == ["One of them has no `when`, so it is always there."]
        )
    }
}
