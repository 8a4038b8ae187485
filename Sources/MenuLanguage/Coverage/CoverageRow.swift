// SPDX-License-Identifier: Apache-2.0

/// How much of one kind of thing was visited: a line of the table.
public struct CoverageRow: Hashable, Sendable, Codable {
    /// What is counted, as `options` or `texts in sw`.
    public let noun: String
    /// How many were visited.
    public let visited: Int
    /// How many there are.
    public let all: Int
    /// How many of the visited were visited by scenes that failed alone.
    public let onlyFailing: Int

    /// Makes a row.
    public init(_ noun: String, visited: Int, all: Int, onlyFailing: Int = 0) {
        self.noun = noun
        self.visited = visited
        self.all = all
        self.onlyFailing = onlyFailing
    }

    /// Percent visited with one digit behind the point, rounded down, so that only all is `100.0`.
    public var percent: String {
        let thousandths = all == 0 ? 1000 : Int(Double(visited) / Double(all) * 1000)
        return "\(thousandths / 10).\(thousandths % 10)"
    }

    /// Whether at least so many percent were visited; nothing to visit is enough.
    public func reaches(percent: Double) -> Bool {
        Double(visited) * 100 >= percent * Double(all)
    }
}

extension Coverage {
    /// The table: kinds first, then the texts of each language, then what was posted and refused.
    ///
    /// What a menu has nothing of has no row.
    public var rows: [CoverageRow] {
        let kinds = CoverageKey.Kind.allCases.map { kind in
            row(kind.plural) { $0.key.kind == kind }
        }
        let rules = [
            CoverageRow("postings", rules.filter { !$0.isRefusal }),
            CoverageRow("refusals", rules.filter(\.isRefusal)),
        ]
        return (kinds + languages.map(texts) + rules).filter { $0.all > 0 }
    }

    /// What a menu is held to: its options, items of lists and outcomes.
    public var score: CoverageRow {
        row("options and outcomes") { $0.key.kind.isScored }
    }

    /// What was never visited, by file and line; what has no place is at the end.
    public var missing: [CoverageItem] {
        let missing = items.filter { $0.count == 0 }
        let placed = missing.enumerated().sorted { one, other in
            switch (one.element.place, other.element.place) {
            case (let place?, let next?) where place != next: place < next
            case (.some, nil): true
            case (nil, .some): false
            default: one.offset < other.offset
            }
        }
        return placed.map(\.element)
    }

    private func row(_ noun: String, _ isMeant: (CoverageItem) -> Bool) -> CoverageRow {
        let meant = items.filter(isMeant)
        return CoverageRow(
            noun,
            visited: meant.count { $0.count > 0 },
            all: meant.count,
            onlyFailing: meant.count(where: \.isOnlyFailing)
        )
    }

    private func texts(in language: String) -> CoverageRow {
        let texts = items.filter(\.key.kind.isText)
        return CoverageRow(
            "texts in \(language)",
            visited: texts.count { $0.visits[language] != nil },
            all: texts.count,
            onlyFailing: texts.count {
                $0.failing[language] != nil && $0.failing[language] == $0.visits[language]
            }
        )
    }
}

extension CoverageRow {
    fileprivate init(_ noun: String, _ rules: [CoverageRule]) {
        self.init(
            noun,
            visited: rules.count { $0.visits > 0 },
            all: rules.count,
            onlyFailing: rules.count { $0.visits > 0 && $0.failing == $0.visits }
        )
    }
}

extension CoverageKey.Kind {
    /// Whether `--min-coverage` counts it.
    public var isScored: Bool { self == .option || self == .item || self == .outcome }

    /// Whether it is a text of its own that is translated.
    public var isText: Bool {
        isShown || self == .wrong || self == .below || self == .above
    }

    /// Several of the kind, for a table.
    public var plural: String {
        switch self {
        case .screen: "screens"
        case .question: "questions"
        case .end: "ends"
        case .option: "options"
        case .item: "items of lists"
        case .page: "further pages"
        case .answer: "answers taken"
        case .wrong: "wrong answers"
        case .below: "answers below the least"
        case .above: "answers above the most"
        case .back: "keys for back"
        case .home: "keys for home"
        case .outcome: "outcomes"
        }
    }
}
