// SPDX-License-Identifier: Apache-2.0

/// The rows under a step as one run would have them: those that matched, and new ones.
struct WantedRows {
    /// One row.
    enum Row: Hashable {
        /// The line of the file stays; what it matched, nil for `...`.
        case kept(line: Int, text: String?)
        /// A new text behind a bar, in place of a line of the file if it is for one.
        case written(String, line: Int?)

        /// The line of the file that it stays or stands in the place of.
        var line: Int? {
            switch self {
            case .kept(let line, _): line
            case .written(_, let line): line
            }
        }
    }

    /// The rows in order; lines of the file keep theirs.
    private(set) var rows: [Row] = []

    private let actual: [String]
    private let text: ExpectedText
    /// The text behind the bar of a line of the file, nil for a pattern.
    private let source: (Int) -> String?

    /// One expected row of the file.
    private struct Old {
        let line: Int
        let isOpen: Bool
    }

    /// Lays the rows that one run expects beside what came; nil when a line cannot be written.
    init?(
        _ expected: [Expectation],
        _ actual: [String],
        _ comparison: LineComparison,
        _ text: ExpectedText,
        source: @escaping (Int) -> String?
    ) {
        self.actual = actual
        self.text = text
        self.source = source
        let pairs = comparison.allPairs
        var segment: [Old] = []
        var column = 0
        for expectation in expected {
            switch expectation.kind {
            case .anyLines: segment.append(Old(line: expectation.line, isOpen: true))
            case .text:
                guard let place = pairs[expectation.line] else {
                    segment.append(Old(line: expectation.line, isOpen: false))
                    continue
                }
                guard place >= column, place < actual.count,
                    write(segment, column..<place)
                else { return nil }
                rows.append(.kept(line: expectation.line, text: actual[place]))
                segment = []
                column = place + 1
            case .ending, .posting: continue
            }
        }
        guard write(segment, column..<actual.count) else { return nil }
    }

    /// Writes what stands between two lines that matched.
    private mutating func write(_ old: [Old], _ columns: Range<Int>) -> Bool {
        guard let first = old.firstIndex(where: \.isOpen),
            let last = old.lastIndex(where: \.isOpen)
        else { return pair(old.map(\.line), columns) }
        let (head, tail) = (old[..<first].map(\.line), old[(last + 1)...].map(\.line))
        let above = min(head.count, columns.count)
        let below = min(tail.count, columns.count - above)
        let middle = (columns.lowerBound + above)..<(columns.upperBound - below)
        return pair(head, columns.lowerBound..<middle.lowerBound)
            && find(Array(old[first...last]), middle)
            && pair(tail, middle.upperBound..<columns.upperBound)
    }

    /// Keeps each `...`, and what stands between two of them where something like it came.
    private mutating func find(_ old: [Old], _ columns: Range<Int>) -> Bool {
        var column = columns.lowerBound
        for row in old {
            if row.isOpen {
                rows.append(.kept(line: row.line, text: nil))
                continue
            }
            let found = (column..<columns.upperBound).map { ($0, likeness(row.line, $0)) }
            guard let best = found.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), best.1 > 0
            else { continue }
            guard write(best.0, inPlaceOf: row.line) else { return false }
            column = best.0 + 1
        }
        return true
    }

    /// Writes all that came, each line in place of the one most like it, or else of any.
    private mutating func pair(_ lines: [Int], _ columns: Range<Int>) -> Bool {
        if lines.count == columns.count {
            return zip(lines, columns).allSatisfy { write($1, inPlaceOf: $0) }
        }
        var lines = lines[...]
        for column in columns {
            // As many lines must be left as there is no more that came to take their place.
            let rest = columns.upperBound - column - 1
            let spare = max(1, lines.count - rest)
            let near = lines.prefix(lines.count > rest ? spare : lines.count)
            let best = near.max { likeness($0, column) < likeness($1, column) }
            let isNear = best.map { likeness($0, column) > 0 } ?? false
            let place = isNear ? best : lines.count > rest ? lines.first : nil
            guard write(column, inPlaceOf: place) else { return false }
            if let place { lines = lines.drop { $0 <= place } }
        }
        return true
    }

    private mutating func write(_ column: Int, inPlaceOf line: Int?) -> Bool {
        let old = line.flatMap(source)
        guard let written = text.text(actual[column], inPlaceOf: old) else { return false }
        rows.append(.written(written, line: line))
        return true
    }

    private func likeness(_ line: Int, _ column: Int) -> Int {
        source(line).flatMap { WordDifference("| " + $0, "| " + actual[column])?.common } ?? 0
    }
}
