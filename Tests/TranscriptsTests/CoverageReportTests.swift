// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import Testing

@testable import Transcripts

/// The table, the tracefile and the page of a coverage.
struct CoverageReportTests {
    private static let json = """
        {"schema": "stardial-coverage/1", "menus": [{
          "menu": "box", "languages": ["en", "sw"], "items": [
            {"state": "box", "kind": "screen", "text": "Box", "file": "box.menu", "line": 3,
             "also": [{"file": "box.menu", "line": 4}],
             "visits": {"en": 3, "sw": 1}, "failing": {"en": 1}},
            {"state": "box", "kind": "option", "key": "1", "text": "<Look>", "file": "box.menu",
             "line": 5, "visits": {"en": 2}, "failing": {"en": 2}},
            {"state": "box", "kind": "option", "key": "2", "text": "Quit", "condition": "me.old",
             "file": "box.menu", "line": 6, "visits": {}},
            {"state": "box", "kind": "home", "file": "box.menu", "line": 3, "visits": {}},
            {"state": "box", "kind": "wrong", "file": "box.menu", "line": 3, "visits": {}},
            {"state": "look.all", "kind": "outcome", "key": "ok", "text": "shop.all",
             "file": "box.menu", "line": 8, "visits": {}},
            {"state": "look.all", "kind": "outcome", "key": "none", "text": "shop.all",
             "file": "box.menu", "line": 9, "visits": {}},
            {"state": "quit", "kind": "end", "text": "Bye", "file": "more.menu", "line": 1,
             "visits": {"sw": 1}}],
          "rules": [
            {"tariff": "KE", "operation": "money.send", "rule": "fee", "visits": 0, "failing": 0},
            {"tariff": "", "operation": "money", "rule": "refuses day_limit", "visits": 0,
             "failing": 0}]}]}
        """

    private func report() throws -> CoverageReport {
        try CoverageJSON.report(Self.json)
    }

    @Test func tableSaysWhatIsMissingAndWhere() throws {
        let text = CoverageTable().text(of: try report())
        #expect(
            text == """
                box                           visited      all  percent
                  screens                           1        1    100.0
                  ends                              1        1    100.0
                  options                           1        2     50.0
                    1 of them by scenes that failed alone
                  wrong answers                     0        1      0.0
                  keys for home                     0        1      0.0
                  outcomes                          0        2      0.0
                  texts in en                       1        3     33.3
                  texts in sw                       2        3     66.6
                  postings                          0        1      0.0
                  refusals                          0        1      0.0
                  options and outcomes              1        4     25.0
                    1 of them by scenes that failed alone
                  A scene that fails shows nothing for sure. Mend it first.

                Never visited:
                  box.menu:3  home and a wrong answer of box
                  box.menu:6  option 2 of box  Quit, only when me.old
                  box.menu:8  outcome ok of look.all  shop.all
                  box.menu:9  outcome none of look.all  shop.all

                Never posted or refused:
                  KE money.send  fee
                  money refuses  day_limit

                coverage: screens 2 of 2, options 1 of 2, outcomes 0 of 2

                """
        )
    }

    /// What a reader of tracefiles finds in one record.
    private struct Record {
        var file = ""
        var lines: [Int: Int] = [:]
        var branches: [[String]] = []
        var functions: [String: Int] = [:]
        var sums: [String: Int] = [:]
    }

    private func records(_ text: String) throws -> [Record] {
        var records: [Record] = []
        var record = Record()
        for line in text.split(separator: "\n") {
            if line == "end_of_record" {
                records.append(record)
                record = Record()
                continue
            }
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            try #require(parts.count == 2, "\(line)")
            let fields = parts[1].split(separator: ",").map(String.init)
            switch parts[0] {
            case "TN", "FN": continue
            case "SF": record.file = parts[1]
            case "DA": record.lines[Int(fields[0]) ?? 0] = Int(fields[1])
            case "BRDA": record.branches.append(fields)
            case "FNDA": record.functions[fields[1]] = Int(fields[0])
            default: record.sums[parts[0]] = Int(parts[1])
            }
        }
        return records
    }

    @Test func tracefileIsReadBack() throws {
        let records = try records(LCOVTracefile(try report()).text)
        #expect(records.map(\.file) == ["box.menu", "more.menu"])
        let box = try #require(records.first)
        #expect(box.lines == [3: 4, 4: 4, 5: 2, 6: 0, 8: 0, 9: 0])
        #expect(box.functions == ["box": 4])
        #expect(
            box.branches == [
                ["3", "0", "0", "2"], ["3", "0", "1", "0"], ["8", "0", "0", "-"],
                ["8", "0", "1", "-"],
            ]
        )
        #expect(
            box.sums == ["FNF": 1, "FNH": 1, "BRF": 4, "BRH": 1, "LF": 6, "LH": 3]
        )
        #expect(records.last?.lines == [1: 1])
        #expect(records.last?.sums["BRF"] == nil)
    }

    @Test func pageMarksEveryLineAndEscapesTexts() throws {
        let text =
            "# <b>\n\nscreen box\n    | Box\n    1  <Look>\n    2  Quit\nx\n    call\n  none\n"
        let page = CoveragePage(try report(), texts: ["box.menu": text]).html
        #expect(page.contains("# &lt;b&gt;") && !page.contains("<Look>"))
        #expect(page.contains("<tr class=\"part\"><td class=\"n\">3</td>"))
        #expect(page.contains("<tr class=\"hit\"><td class=\"n\">4</td>"))
        #expect(page.contains("<tr class=\"miss\"><td class=\"n\">6</td>"))
        #expect(page.contains("<tr class=\"plain\"><td class=\"n\">7</td>"))
        #expect(page.contains("never: home and a wrong answer of box"))
        #expect(page.contains("only by scenes that failed"))
        #expect(page.contains("seen in en sw"))
        #expect(page.contains("box.menu <span class=\"rest\">3 of 6 lines, 50.0 %"))
        #expect(!page.contains("more.menu"))
        #expect(!page.contains("http") && !page.contains("<script"))
    }
}
