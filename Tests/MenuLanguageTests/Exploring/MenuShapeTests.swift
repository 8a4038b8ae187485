// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@testable import MenuLanguage

struct MenuShapeTests {
    @Test func placesAndWaysOfTheExampleAreCounted() throws {
        let compilation = Example.compile()
        let program = try #require(compilation.program)
        let shape = MenuShape(program, proof: compilation.proof)
        let kinds = program.states.map(\.kind)
        #expect(shape.questions == kinds.count { if case .ask = $0 { true } else { false } })
        #expect(shape.guarded.map(\.state) == ["home"])
        #expect(shape.guarded.map(\.rows) == [2])
        #expect(shape.lists.map(\.state) == ["payments"])
        #expect(shape.lists.allSatisfy { $0.pages > 1 })
        #expect(shape.leadOnlyBack.contains("saving"))
        #expect(shape.leadOnlyToEnd.contains("send.amount") == false)
        #expect(shape.inescapable.isEmpty)
        let long = try #require(shape.longest.first)
        #expect(long.seconds > long.keys)
        #expect(shape.longest.map(\.seconds) == shape.longest.map(\.seconds).sorted(by: >))
    }

    /// `level < 2`, `level >= 2` and `level >= 5` allow three rows, not eight.
    @Test(arguments: [
        ([], 1), (["< 2"], 2), (["< 2", ">= 2"], 2), (["< 2", ">= 2", ">= 5"], 3),
        (["== 1", "== 2", "== 3"], 4), (["flag"], 2), (["flag", "not"], 2), (["flag", "set"], 4),
        (["!= 1", "> 0", "<= 7"], 4),
    ])
    func rowsOfOptions(_ conditions: [String], _ rows: Int) {
        let level = Reference(slot: 3)
        let choices = conditions.map { text -> Choice in
            let words = text.split(separator: " ").map(String.init)
            let condition: Condition =
                switch words[0] {
                case "flag": .flag(level)
                case "not": .not(.flag(level))
                case "set": .isSet(level)
                default:
                    .compare(
                        .reference(level),
                        Condition.Comparison(rawValue: words[0]) ?? .equal,
                        .constant(.number(words.last.flatMap { Int64($0) } ?? 0))
                    )
                }
            return Choice(
                key: "1",
                label: Template([]),
                condition: condition,
                action: .go(Jump(to: .back))
            )
        }
        #expect(OptionRows.count(choices) == rows)
    }

    @Test func aTrapHasNoWayOut() {
        func screen(_ name: String, _ targets: StateIndex...) -> State {
            let choices = targets.enumerated().map { index, target in
                Choice(
                    key: "\(index + 1)",
                    label: Template([.literal("Go")]),
                    condition: nil,
                    action: .go(Jump(to: .state(target)))
                )
            }
            let kind = ScreenState(
                body: .empty,
                each: nil,
                choices: choices,
                wrong: .empty,
                entry: 0
            )
            return State(name: name, kind: .screen(kind))
        }
        let home = Jump(to: .state(0))
        let program = MenuProgram(
            name: "trap",
            version: 1,
            language: "en",
            country: .kenya,
            amountFormat: AmountFormat(code: "KES", minorDigits: 2),
            profile: .standard,
            keys: NavigationKeys(back: nil, home: nil, more: nil),
            states: [
                screen("first", 1, 3), screen("left", 2), screen("right", 1),
                State(name: "end", kind: .end(.empty)),
            ],
            patterns: [],
            operations: [],
            dialRoutes: [DialRoute(segments: [.literal("1")], jump: home, home: home)],
            smsRoutes: [],
            before: nil,
            resume: nil,
            wrongChoice: .empty,
            slotNames: []
        )
        let shape = MenuShape(program)
        #expect(shape.inescapable == ["left", "right"])
        #expect((shape.screens, shape.ends) == (3, 1))
    }
}
