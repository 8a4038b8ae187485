// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import SourceText
import Testing

@testable import MenuLanguage

/// Tables, lines and rules of a coverage.
struct CoverageRowTests {
    private static let menu = """
        menu box
            text  en
            keys  0 back, 00 home
            wrong  | {typed} is nothing.
        dial *1#  -> box
        screen box
            | Box
            | of things
            1  Look  -> look
            2  Quit  -> quit
        flow look
            ask many: number 1 ... 9
                | How many?
                below  | Least {least}.
            end
                | {many} it is.
        screen quit
            | Bye.
            end
        """

    private func coverage() throws -> Coverage {
        let file = SourceFile(path: "box.menu", text: Self.menu + "\n")
        let made = MenuCompiler.compile(main: file, contracts: []) { _ in .failure(.notFound) }
        let program = try #require(made.program, "\(made.diagnostics.map(\.id))")
        return Coverage(program, contracts: [], sites: made.sites, sources: made.sources)
    }

    private func key(_ state: String, _ kind: CoverageKey.Kind, _ key: String = "") -> CoverageKey {
        CoverageKey(state: state, kind: kind, key: key)
    }

    @Test func tableCountsEachKindAndEachLanguage() throws {
        var coverage = try coverage()
        coverage.add(key("box", .screen), language: "en")
        coverage.add(key("box", .option, "1"), language: "en")
        coverage.add(key("look.many", .below), language: "en", failing: true)
        let rows = Dictionary(coverage.rows.map { ($0.noun, $0) }, uniquingKeysWith: { $1 })
        #expect(rows["screens"] == CoverageRow("screens", visited: 1, all: 1))
        #expect(rows["ends"] == CoverageRow("ends", visited: 0, all: 2))
        #expect(rows["options"] == CoverageRow("options", visited: 1, all: 2))
        #expect(
            rows["answers below the least"]
                == CoverageRow("answers below the least", visited: 1, all: 1, onlyFailing: 1)
        )
        #expect(rows["texts in en"]?.visited == 2)
        #expect(rows["texts in en"]?.onlyFailing == 1)
        #expect(rows["outcomes"] == nil)
        #expect(coverage.score == CoverageRow("options and outcomes", visited: 1, all: 2))
    }

    @Test(arguments: [
        (0, 0, "100.0", true), (1, 3, "33.3", false), (199, 200, "99.5", true),
        (1999, 2000, "99.9", true), (19, 20, "95.0", true), (94, 100, "94.0", false),
    ])
    func percentIsRoundedDown(_ visited: Int, _ all: Int, _ percent: String, _ isEnough: Bool) {
        let row = CoverageRow("", visited: visited, all: all)
        #expect(row.percent == percent)
        #expect(row.reaches(percent: 95) == isEnough)
    }

    @Test func linesHaveTheVisitsOfWhatStandsThere() throws {
        var coverage = try coverage()
        coverage.add(key("box", .screen), language: "en", times: 3)
        coverage.add(key("box", .option, "1"), language: "en", times: 2)
        coverage.add(key("box", .wrong), language: "en")
        let file = try #require(CoverageReport([coverage]).files.first)
        #expect(file.path == "box.menu")
        let counts = Dictionary(file.lines.map { ($0.line, $0.count) }, uniquingKeysWith: +)
        let expected = [
            4: 1, 6: 3, 7: 3, 8: 3, 9: 2, 10: 0, 12: 0, 13: 0, 14: 0, 15: 0, 16: 0, 17: 0, 18: 0,
        ]
        #expect(counts == expected)
        let box = try #require(file.lines.first { $0.line == 6 })
        #expect(box.branches.map(\.key) == ["1", "2"])
        #expect(box.branches.map(\.count) == [2, 0])
        #expect(!box.isWhole)
        #expect(file.places.map(\.name) == ["box", "look.many", "look.end", "quit"])
        #expect(file.places.map(\.count) == [3, 0, 0, 0])
    }

    @Test func aFileOfTwoMenusHasTheVisitsOfBoth() throws {
        var one = try coverage()
        one.add(key("box", .screen), language: "en", times: 3)
        let report = CoverageReport([one, one])
        #expect(report.files.map(\.path) == ["box.menu"])
        #expect(report.files.first?.lines.first { $0.line == 6 }?.count == 6)
    }

    @Test func whatOnlyFailingScenesVisitedIsMarkedAndKept() throws {
        var coverage = try coverage()
        coverage.add(key("quit", .end), language: "en", failing: true)
        #expect(coverage.item(key("quit", .end))?.isOnlyFailing == true)
        let data = try JSONEncoder().encode(CoverageReport([coverage]))
        var read = try #require(
            try JSONDecoder().decode(CoverageReport.self, from: data).menus.first
        )
        #expect(read.items == coverage.items)
        read.add(key("quit", .end), language: "en")
        #expect(read.item(key("quit", .end))?.isOnlyFailing == false)
        read.merge(coverage)
        #expect(read.item(key("quit", .end))?.visits == ["en": 3])
        #expect(read.item(key("quit", .end))?.failing == ["en": 2])
    }

    @Test func rulesAreAddedUpAndSorted() throws {
        var coverage = try coverage()
        coverage.add(CoverageRule(tariff: "UG", operation: "money.send", rule: "tax"))
        coverage.add(CoverageRule(tariff: "KE", operation: "money.send", rule: "fee"))
        coverage.add(CoverageRule(tariff: "", operation: "money", rule: "refuses day_limit"))
        coverage.add(
            CoverageRule(tariff: "KE", operation: "money.send", rule: "fee", visits: 2, failing: 2)
        )
        #expect(
            coverage.rules.map(\.name)
                == ["KE money.send fee", "UG money.send tax", "money refuses day_limit"]
        )
        let rows = coverage.rows.suffix(2)
        #expect(
            Array(rows)
                == [
                    CoverageRow("postings", visited: 1, all: 2, onlyFailing: 1),
                    CoverageRow("refusals", visited: 0, all: 1),
                ]
        )
        let data = try JSONEncoder().encode(coverage)
        #expect(try JSONDecoder().decode(Coverage.self, from: data).rules == coverage.rules)
    }
}
