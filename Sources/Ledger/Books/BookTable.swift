// SPDX-License-Identifier: Apache-2.0

/// Rows in columns for people: words to the left, figures to the right.
struct BookTable {
    private var rows: [[String]] = []
    private var rules: Set<Int> = []
    private let words: Set<Int>

    /// Makes an empty table; the columns of words are counted from 0.
    init(words: Set<Int> = [0]) { self.words = words }

    mutating func add(_ cells: String...) { rows.append(cells) }

    /// Draws a line above the row that comes next.
    mutating func rule() { rules.insert(rows.count) }

    /// The rows as lines, each indented by two blanks and without blanks at its end.
    var text: String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        let whole = widths.reduce(0, +) + 2 * max(0, count - 1)
        var text = ""
        for (index, row) in rows.enumerated() {
            if rules.contains(index) { text += "  " + String(repeating: "-", count: whole) + "\n" }
            var line = ""
            for (column, cell) in row.enumerated() {
                let gap = String(repeating: " ", count: widths[column] - cell.count)
                line += words.contains(column) ? "  \(cell)\(gap)" : "  \(gap)\(cell)"
            }
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        return text
    }
}
