// SPDX-License-Identifier: Apache-2.0

/// Draws what a small phone shows: a box with its text, wrapped at words.
struct PhonePicture {
    /// The columns of the display.
    static let columns = 30

    /// The display with its text, and a caption under it.
    static func draw(_ lines: [String], caption: String) -> String {
        let edge = String(repeating: "─", count: columns + 2)
        let rows = lines.flatMap(wrap).map { row in
            "│ " + row + String(repeating: " ", count: max(0, columns - row.count)) + " │\n"
        }
        return "┌\(edge)┐\n" + rows.joined() + "└\(edge)┘ \(caption)\n"
    }

    /// A line cut at blanks into rows that fit; a word that is too long is cut inside.
    static func wrap(_ line: String) -> [String] {
        var rows: [String] = []
        var row = ""
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            if !row.isEmpty, row.count + 1 + word.count > columns {
                rows.append(row)
                row = ""
            }
            row += row.isEmpty ? String(word) : " " + word
            while row.count > columns {
                rows.append(String(row.prefix(columns)))
                row = String(row.dropFirst(columns))
            }
        }
        return rows + [row]
    }
}
