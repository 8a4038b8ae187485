// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage

/// What scenes visited, for a reader at a terminal: a table a menu, then what is missing.
public struct CoverageTable: Sendable {
    /// Whether words are coloured.
    private let isColoured: Bool

    /// Makes a writer of tables.
    ///
    /// - Parameter isColoured: Whether what is whole is green and what is not is red.
    public init(isColoured: Bool = false) { self.isColoured = isColoured }

    /// The tables of all menus, what is missing in each, and one line that sums up.
    public func text(of report: CoverageReport) -> String {
        report.menus.map { table(of: $0) + missing(of: $0) + "\n" }.joined()
            + report.summary + "\n"
    }

    /// The table of one menu: kind, visited, all, percent.
    public func table(of menu: Coverage) -> String {
        let rows = menu.rows + [menu.score]
        let hasFailing = rows.contains { $0.onlyFailing > 0 }
        var text = line(menu.menu, ["visited", "all", "percent"]) { $0 }
        for row in rows where row.all > 0 {
            let columns = ["\(row.visited)", "\(row.all)", row.percent]
            text += line("  " + row.noun, columns) { shown in
                row.visited == row.all ? paint(shown, 32) : shown
            }
            if row.onlyFailing > 0 {
                text += "    \(row.onlyFailing) of them by scenes that failed alone\n"
            }
        }
        if hasFailing { text += "  A scene that fails shows nothing for sure. Mend it first.\n" }
        return text
    }

    /// What was never visited, each with its place: an empty line between two files.
    public func missing(of menu: Coverage) -> String {
        var text = ""
        var file: String?
        for line in MissingLine.lines(of: menu.missing) {
            if text.isEmpty {
                text = "\nNever visited:\n"
            } else if file != line.file {
                text += "\n"
            }
            file = line.file
            text += "  \(paint(line.text(in: menu.menu), 0))\n"
        }
        let rules = menu.rules.filter { $0.visits == 0 }
        guard !rules.isEmpty else { return text }
        text += "\nNever posted or refused:\n"
        for (owner, names) in Self.grouped(rules) {
            text += "  \(owner)  \(names.joined(separator: ", "))\n"
        }
        return text
    }

    /// The options and outcomes of a menu that were never visited.
    public func missingScore(of menu: Coverage) -> String {
        MissingLine.lines(of: menu.missing.filter(\.key.kind.isScored))
            .map { "  \($0.text(in: menu.menu))\n" }.joined()
    }

    private static func grouped(_ rules: [CoverageRule]) -> [(owner: String, names: [String])] {
        var grouped: [(owner: String, names: [String])] = []
        for rule in rules {
            let refusing = CoverageRule.refusing
            let owner = rule.owner + (rule.isRefusal ? " \(refusing.dropLast())" : "")
            let name = rule.isRefusal ? rule.rule.dropFirst(refusing.count) : rule.rule[...]
            if grouped.last?.owner != owner { grouped.append((owner, [])) }
            grouped[grouped.count - 1].names.append(String(name))
        }
        return grouped
    }

    private func line(
        _ noun: String,
        _ columns: [String],
        _ paint: (String) -> String
    ) -> String {
        let noun = TerminalText.oneLine(noun)
        let filled = noun + String(repeating: " ", count: max(0, Self.nounWidth - noun.count))
        let numbers = columns.map {
            String(repeating: " ", count: max(1, Self.columnWidth - $0.count)) + $0
        }
        return paint(filled + numbers.joined()) + "\n"
    }

    private static let nounWidth = 28
    private static let columnWidth = 9

    private func paint(_ text: String, _ ink: Int) -> String {
        isColoured && ink > 0 ? "\u{1B}[\(ink)m\(text)\u{1B}[0m" : text
    }
}

/// Things of one state at one line that were never visited, told together.
struct MissingLine {
    let items: [CoverageItem]

    var file: String? { items.first?.file }

    /// `send.menu:12  option 3 of home  Pay`; where the place is not known, the menu's name.
    func text(in menu: String) -> String {
        let place = items.first?.place.map { "\($0.file):\($0.line)" } ?? menu
        return TerminalText.oneLine("\(place)  \(words)")
    }

    /// `back, home and wrong of send.amount`.
    var words: String {
        guard let first = items.first else { return "" }
        guard items.count > 1 else { return first.name }
        let nouns = items.map(\.key.kind.noun)
        let list = nouns.dropLast().joined(separator: ", ") + " and " + (nouns.last ?? "")
        return "\(list) of \(first.key.state)"
    }

    /// Joins what stands at one place and has no words of its own.
    static func lines(of items: [CoverageItem]) -> [MissingLine] {
        var lines: [[CoverageItem]] = []
        for item in items {
            if let last = lines.last?.last, !item.hasOwnWords, !last.hasOwnWords,
                last.place == item.place, last.key.state == item.key.state
            {
                lines[lines.count - 1].append(item)
            } else {
                lines.append([item])
            }
        }
        return lines.map(MissingLine.init)
    }
}

extension CoverageItem {
    /// What it is called in a list: `option 3 of home  Pay`, `outcome refused of send.receipt`.
    var name: String {
        let noun = key.kind.noun
        switch key.kind {
        case .option:
            let condition = condition.map { ", only when \($0)" } ?? ""
            return "\(noun) \(key.key) of \(key.state)  \(text)\(condition)"
        case .outcome: return "\(noun) \(key.key) of \(key.state)  \(text)"
        case .screen, .question, .end: return "\(noun) \(key.state)  \(text)"
        default: return "\(noun) of \(key.state)"
        }
    }

    /// Whether its name says more than what it is and where.
    fileprivate var hasOwnWords: Bool {
        key.kind == .option || key.kind == .outcome || key.kind.isShown
    }
}

extension CoverageKey.Kind {
    /// One of the kind, as a list of what is missing calls it.
    fileprivate var noun: String {
        switch self {
        case .screen, .question, .end, .option, .outcome, .back, .home: rawValue
        case .item: "an item"
        case .page: "a second page"
        case .answer: "an answer"
        case .wrong: "a wrong answer"
        case .below: "too little"
        case .above: "too much"
        }
    }
}
