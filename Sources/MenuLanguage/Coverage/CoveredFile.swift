// SPDX-License-Identifier: Apache-2.0

/// What scenes visited of one file, line by line.
public struct CoveredFile: Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// The lines that can be visited, ascending.
    public let lines: [Line]
    /// What can be shown, in the order of the lines.
    public let places: [Place]

    /// A line and what can be visited at it.
    public struct Line: Hashable, Sendable {
        /// Counted from 1.
        public let line: Int
        /// How often it was visited.
        public let count: Int
        /// Whether scenes that failed visited it alone.
        public let isOnlyFailing: Bool
        /// The ways on from here: options of a screen, outcomes of a call.
        public let branches: [Branch]
        /// Everything that is counted at the line, never visited things too.
        public let items: [CoverageItem]

        /// Whether it was visited, and all its ways on were taken.
        public var isWhole: Bool { count > 0 && branches.allSatisfy { $0.count > 0 } }
    }

    /// A way on.
    public struct Branch: Hashable, Sendable {
        /// The state that it leads on from.
        public let state: String
        /// The key of an option or the name of an outcome.
        public let key: String
        /// How often it was taken.
        public let count: Int
    }

    /// A screen, a question or an end.
    public struct Place: Hashable, Sendable {
        /// The name of the state.
        public let name: String
        /// Where it begins, counted from 1.
        public let line: Int
        /// How often it was shown.
        public let count: Int
    }
}

extension CoverageReport {
    /// The files of all menus by path; a file that several menus read has the visits of them all.
    public var files: [CoveredFile] {
        var drafts: [String: Draft] = [:]
        for menu in menus {
            let homes = Dictionary(
                menu.items.filter { !$0.key.kind.isScored || $0.key.kind == .outcome }
                    .compactMap { item in item.place.map { (item.key.state, $0) } },
                uniquingKeysWith: min
            )
            for item in menu.items { Self.add(item, home: homes[item.key.state], to: &drafts) }
        }
        return drafts.sorted { $0.key < $1.key }.map { $1.file(path: $0) }
    }

    private static func add(
        _ item: CoverageItem,
        home: CoverageItem.Place?,
        to drafts: inout [String: Draft]
    ) {
        guard let place = item.place else { return }
        drafts[place.file, default: Draft()].add(item, at: place.line, isOwn: true)
        for place in item.also {
            drafts[place.file, default: Draft()].add(item, at: place.line, isOwn: false)
        }
        guard item.key.kind == .option || item.key.kind == .outcome, let home else { return }
        drafts[home.file, default: Draft()].branch(item, at: home.line)
    }

    /// A file of which more may be known.
    private struct Draft {
        private var items: [Int: [CoverageItem]] = [:]
        private var readAlong: [Int: [CoverageItem]] = [:]
        private var branches: [Int: [CoveredFile.Branch]] = [:]

        mutating func add(_ item: CoverageItem, at line: Int, isOwn: Bool) {
            if isOwn {
                items[line, default: []].append(item)
            } else {
                readAlong[line, default: []].append(item)
            }
        }

        mutating func branch(_ item: CoverageItem, at line: Int) {
            let key = item.key
            branches[line, default: []].append(
                .init(state: key.state, key: key.key, count: item.count)
            )
        }

        func file(path: String) -> CoveredFile {
            let numbers = Set(items.keys).union(readAlong.keys).union(branches.keys).sorted()
            let places = numbers.flatMap { line in
                items[line, default: []].filter(\.key.kind.isShown).map {
                    CoveredFile.Place(name: $0.key.state, line: line, count: $0.count)
                }
            }
            return CoveredFile(path: path, lines: numbers.map(line), places: places)
        }

        /// What says how often a line was read: the text that stands there, else the call, else
        /// whatever else does.
        private func line(_ number: Int) -> CoveredFile.Line {
            let own = items[number, default: []]
            let shown = own.filter(\.key.kind.isShown)
            let calls = own.filter { $0.key.kind == .outcome }
            let counted = [shown, calls, own, readAlong[number, default: []]].first { !$0.isEmpty }
            let visited = (counted ?? []).filter { $0.count > 0 }
            return CoveredFile.Line(
                line: number,
                count: visited.reduce(0) { $0.saturated(adding: $1.count) },
                isOnlyFailing: !visited.isEmpty && visited.allSatisfy(\.isOnlyFailing),
                branches: branches[number, default: []],
                items: own
            )
        }
    }
}
