// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import SourceText
import Testing

@testable import MenuLanguage

struct CoverageTests {
    private static let menu = """
        menu box
            text  en
            keys  0 back, 00 home
        dial *1#  -> box
        screen box
            | Box
            1  Look  -> look
            0  Back  -> back
        flow look
            ask many: number 1 ... 9
                | How many?
                wrong  | A number.
                below  | Least {least}.
                above  | Most {most}.
            end
                | {many} it is.
        """

    private func coverage(_ text: String = menu) throws -> (MenuProgram, Coverage) {
        let file = SourceFile(path: "box.menu", text: text + "\n")
        let made = MenuCompiler.compile(main: file, contracts: []) { _ in .failure(.notFound) }
        let program = try #require(made.program, "\(made.diagnostics.map(\.id))")
        let coverage = Coverage(program, contracts: [], sites: made.sites, sources: made.sources)
        return (program, coverage)
    }

    @Test func universeIsEverythingThatCanBeVisitedWithItsLine() throws {
        let items = try coverage().1.items.map { item in
            [
                item.key.state, item.key.kind.rawValue, item.key.key,
                item.line.map { "\($0)" } ?? "?",
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(
            items == [
                "box screen 5", "box option 1 7", "box option 0 8", "box home 5", "box wrong 5",
                "look.many question 10", "look.many answer 10", "look.many back 10",
                "look.many home 10", "look.many wrong 12", "look.many below 13",
                "look.many above 14", "look.end end 15",
            ]
        )
    }

    @Test func stepsOfAProgramAreItems() throws {
        var (program, coverage) = try coverage()
        var dialogue = Dialogue(program: program)
        dialogue.trace = []
        let code = try #require(ServiceCode("*1#"))
        let match = try #require(program.match(dialled: code))
        _ = dialogue.handle(.begin(match, asksToResume: false))
        for input in ["1", "x", "00", "1", "10", "3"] { _ = dialogue.handle(.input(input)) }
        for step in dialogue.trace ?? [] {
            let key = try #require(CoverageKey(step, of: program))
            #expect(coverage.item(key) != nil, "\(key)")
            coverage.add(key, language: "en")
        }
        let never = coverage.items.filter { $0.count == 0 }.map(\.key.kind)
        #expect(never == [.option, .home, .wrong, .back, .below])
        let report = CoverageReport([coverage])
        #expect(report.summary == "coverage: screens 3 of 3, options 1 of 2, outcomes 0 of 0")
    }

    @Test func reportIsReadAsItWasWrittenAndMergesByLanguage() throws {
        var coverage = try coverage().1
        coverage.add(CoverageKey(state: "box", kind: .screen), language: "en", times: 2)
        coverage.add(CoverageKey(state: "nowhere", kind: .screen), language: "en")
        let data = try JSONEncoder().encode(CoverageReport([coverage]))
        let read = try JSONDecoder().decode(CoverageReport.self, from: data)
        #expect(read.schema == "stardial-coverage/1")
        #expect(read.menus.first?.items == coverage.items)
        var both = coverage
        var other = try #require(read.menus.first)
        other.add(CoverageKey(state: "box", kind: .screen), language: "sw", times: .max)
        both.merge(other)
        both.merge(other)
        let box = both.item(CoverageKey(state: "box", kind: .screen))
        #expect(box?.visits == ["en": 6, "sw": .max])
    }

    @Test func everyOutcomeIsThereButWhatCannotBe() throws {
        let program = try #require(Example.compile().program)
        let coverage = Coverage(program, contracts: [MoneyContract.contract])
        let outcomes = coverage.items.filter { $0.key.kind == .outcome }
        func names(_ state: String) -> [String] {
            outcomes.filter { $0.key.state == state }.map(\.key.key)
        }
        #expect(names("send.receipt").contains("unsure"))
        #expect(names("send.payee").first == "ok")
        #expect(!names("send.payee").contains("unsure"))
        let option = coverage.items.first { $0.condition != nil }
        #expect(option?.text == "Save" && option?.condition == "me.level > 0")
    }

    @Test func heatLiesOverEveryForm() throws {
        var (program, coverage) = try coverage()
        coverage.add(CoverageKey(state: "box", kind: .screen), language: "en", times: 12)
        coverage.add(CoverageKey(state: "box", kind: .option, key: "1"), language: "en")
        let heat = MenuHeat(MenuMap(program, contracts: []), coverage)
        #expect(heat.nodes == [nil, 12, 0, 0])
        #expect(heat.arrows == [nil, 1, 0])
        #expect(heat.mermaid.hasPrefix(heat.map.mermaid))
        #expect(heat.mermaid.contains("style n2 fill:#9fd084"))
        #expect(heat.mermaid.contains("linkStyle 1 stroke:#9ccc84"))
        #expect(heat.dot.contains("fillcolor=\"#f8cecc\""))
        let json = String(decoding: try JSONEncoder().encode(heat), as: UTF8.self)
        #expect(json.contains("\"visits\":12"))
    }
}
