// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Testing

@testable import MenuLanguage

struct MenuMapTests {
    private func map() throws -> MenuMap {
        let program = try #require(Example.compile().program)
        return MenuMap(program, contracts: [MoneyContract.contract])
    }

    private func labels(_ map: MenuMap, _ from: String, _ to: String) -> [String] {
        map.arrows.filter { $0.from == from && $0.to == to }.map(\.label)
    }

    @Test func everyPlaceIsThereOnceAndEveryArrowHasBothEnds() throws {
        let map = try map()
        let names = map.nodes.map(\.name)
        #expect(Set(names).count == names.count)
        for arrow in map.arrows {
            #expect(names.contains(arrow.from) && names.contains(arrow.to), "\(arrow)")
        }
        #expect(Set(map.arrows.map { [$0.from, $0.to] }).count == map.arrows.count)
    }

    @Test func keysOutcomesConditionsAndAnswersAreLabels() throws {
        let map = try map()
        #expect(labels(map, "*789#", "home") == [""])
        #expect(labels(map, "*789*1*{recipient}*{amount}#", "send.recipient") == [""])
        #expect(labels(map, "SMS BAL", "balance") == [""])
        #expect(labels(map, "home", "saving") == ["3 Save when me.level > 0"])
        #expect(labels(map, "home", "stranger") == ["unregistered"])
        #expect(labels(map, "send.recipient", "send.payee") == ["msisdn"])
        #expect(labels(map, "send.payee", "send.recipient") == ["is_self"])
        #expect(labels(map, "send.receipt", "send.pin") == ["wrong_pin"])
        #expect(labels(map, "payments", "detail") == ["an item"])
        #expect(labels(map, "saving", "(back)").isEmpty)
    }

    @Test func placesSayWhatHappensThere() throws {
        let nodes = try map().nodes
        let kinds = Dictionary(nodes.map { ($0.name, $0.kind) }, uniquingKeysWith: { $1 })
        #expect(kinds["home"] == .screen)
        #expect(kinds["send.amount"] == .question)
        #expect(kinds["send.receipt"] == .call)
        #expect(kinds["busy"] == .end)
        #expect(kinds["home.me"] == nil)
        #expect(nodes.first { $0.name == "send.receipt" }?.text == "money.send")
        #expect(nodes.first { $0.name == "detail" }?.text == "{p.title}")
        #expect(nodes.first { $0.name == "home" }?.text == "{me.name}, you have {me.balance}")
    }

    @Test(arguments: [(0, 1), (1, 2), (nil, 13)])
    func aPartIsWhatCanBeReached(_ depth: Int?, _ count: Int) throws {
        let part = try #require(try map().part(from: "send", depth: depth))
        #expect(part.nodes.count == count, "\(part.nodes.map(\.name))")
        #expect(part.nodes.contains { $0.name == "send.recipient" })
        #expect(try map().part(from: "nowhere") == nil)
    }

    @Test func nothingInATextIsReadAsDrawing() {
        let map = MenuMap(
            menu: "a\"b",
            nodes: [.init(name: "*1#", kind: .entry, text: "<b> \"x\" \\ `;|")],
            arrows: [.init(from: "*1#", to: "*1#", label: "a \"b\" | c")]
        )
        #expect(
            map.mermaid == """
                flowchart TD
                    n1>"*1#35;<br/>#60;b#62; #34;x#34; #92; #96;#59;#124;"]
                    n1 -->|"a #34;b#34; #124; c"| n1

                """
        )
        #expect(map.dot.contains(#"digraph "a\"b" {"#))
        #expect(map.dot.contains(#"n1 [label="*1#\n<b> \"x\" \\ `;|", shape=cds]"#))
    }
}
