// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage
import Mustache

/// What scenes visited, as one page of HTML that needs nothing else: the tables, and every menu
/// file with its lines marked.
public struct CoveragePage: Sendable {
    private let report: CoverageReport
    private let texts: [String: String]

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - report: What was visited.
    ///   - texts: The texts of the menu files by path; a file without one is left out.
    public init(_ report: CoverageReport, texts: [String: String]) {
        self.report = report
        self.texts = texts
    }

    /// The page; every text of a menu in it is escaped.
    public var html: String {
        // The template is this module's own, and a test renders it.
        guard let template = try? MustacheTemplate(string: Self.template) else { return "" }
        let files = report.files.compactMap { file in
            texts[file.path].map { FilePart(file, text: $0, report.menus) }
        }
        return template.render(
            Page(summary: report.summary, menus: report.menus.map(MenuPart.init), files: files)
        )
    }

    private struct Page {
        let summary: String
        let menus: [MenuPart]
        let files: [FilePart]
    }

    private struct MenuPart {
        let name: String
        let rows: [RowPart]
        let rules: [RulePart]
        let hasRules: Bool

        init(_ menu: Coverage) {
            name = menu.menu
            rows = ([menu.score] + menu.rows).filter { $0.all > 0 }.map(RowPart.init)
            rules = menu.rules.map(RulePart.init)
            hasRules = !rules.isEmpty
        }
    }

    private struct RowPart {
        let noun: String
        let visited: Int
        let all: Int
        let percent: String
        let mark: String
        let failing: String

        init(_ row: CoverageRow) {
            noun = row.noun
            (visited, all, percent) = (row.visited, row.all, row.percent)
            mark = row.visited == row.all ? "hit" : row.visited == 0 ? "miss" : "part"
            failing = row.onlyFailing == 0 ? "" : "\(row.onlyFailing) by failed scenes alone"
        }
    }

    private struct RulePart {
        let name: String
        let visits: Int
        let mark: String

        init(_ rule: CoverageRule) {
            (name, visits) = (rule.name, rule.visits)
            mark = rule.visits > 0 ? "hit" : "miss"
        }
    }

    private struct FilePart {
        let path: String
        let percent: String
        let visited: Int
        let all: Int
        let isOpen: Bool
        let lines: [LinePart]

        init(_ file: CoveredFile, text: String, _ menus: [Coverage]) {
            path = file.path
            visited = file.lines.count { $0.count > 0 }
            all = file.lines.count
            percent = CoverageRow("", visited: visited, all: all).percent
            isOpen = file.lines.contains { !$0.isWhole }
            let known = Dictionary(
                file.lines.map { ($0.line, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            let readers = menus.filter { $0.items.contains { $0.file == file.path } }
            let languages = Array(Set(readers.flatMap(\.languages))).sorted()
            let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
            lines = (text.hasSuffix("\n") ? rows.dropLast() : rows[...]).enumerated().map {
                LinePart($0 + 1, String($1), known[$0 + 1], languages)
            }
        }
    }

    private struct LinePart {
        let number: Int
        let text: String
        let count: String
        let mark: String
        let notes: [NotePart]

        init(_ number: Int, _ text: String, _ line: CoveredFile.Line?, _ languages: [String]) {
            self.number = number
            self.text = text
            count = line.map { "\($0.count)" } ?? ""
            guard let line else {
                (mark, notes) = ("plain", [])
                return
            }
            let missing = MissingLine.lines(of: line.items.filter { $0.count == 0 })
            var notes = missing.map { NotePart(mark: "never", text: "never: \($0.words)") }
            if line.isOnlyFailing {
                notes.append(NotePart(mark: "never", text: "only by scenes that failed"))
            }
            let elsewhere = line.branches.filter { branch in
                branch.count == 0
                    && !line.items.contains {
                        $0.key.state == branch.state && $0.key.key == branch.key
                    }
            }
            if !elsewhere.isEmpty, line.count > 0 {
                let keys = elsewhere.map(\.key).joined(separator: ", ")
                notes.append(NotePart(mark: "never", text: "never from here: \(keys)"))
            }
            for item in line.items where item.key.kind.isShown {
                let used = Set(item.visits.keys)
                let unseen = used.isEmpty ? [] : languages.filter { !used.contains($0) }
                let seen = languages.filter(used.contains)
                guard languages.count > 1, !seen.isEmpty else { continue }
                let rest = unseen.isEmpty ? "" : ", not \(unseen.joined(separator: " "))"
                notes.append(
                    NotePart(mark: "said", text: "seen in \(seen.joined(separator: " "))\(rest)")
                )
            }
            self.notes = notes
            mark = line.count == 0 ? "miss" : line.isWhole && missing.isEmpty ? "hit" : "part"
        }
    }

    private struct NotePart {
        let mark: String
        let text: String
    }
}
