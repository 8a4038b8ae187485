// SPDX-License-Identifier: Apache-2.0

/// Writes the lines of an outline with their indentation, their comments and empty lines.
struct LayoutWriter {
    private let outline: MenuOutline
    private let rows: [LayoutColumns.Row]
    /// How far each entry is indented, in columns.
    private let indentations: [Int]
    private var output = ""
    /// How far the last line is indented, in columns.
    private var lastIndentation = 0
    /// The comments since the last entry.
    private var comments: [Comment] = []

    /// A comment on a line of its own.
    private struct Comment {
        let text: String
        let columns: Int
        let followsBlank: Bool
    }

    /// A writer of an outline.
    init(_ outline: MenuOutline) {
        self.outline = outline
        let rows = LayoutColumns(outline).rows
        var indentations: [Int] = []
        for entry in outline.entries {
            guard entry.role == .moreText, let parent = entry.parent else {
                indentations.append(entry.level * MenuFormatter.indentationColumns)
                continue
            }
            let bar = rows[parent].bar ?? MenuFormatter.indentationColumns
            indentations.append(indentations[parent] + bar)
        }
        self.rows = rows
        self.indentations = indentations
    }

    /// The whole file; empty where nothing is said.
    mutating func text() -> String {
        var followsBlank = false
        var index = 0
        for line in outline.lines {
            if !line.tokens.isEmpty {
                writeEntry(index, line, followsBlank: followsBlank)
                index += 1
                followsBlank = false
            } else if let comment = line.comment {
                comments.append(
                    Comment(
                        text: Self.trimmed(comment.text),
                        columns: line.columns,
                        followsBlank: followsBlank
                    )
                )
                followsBlank = false
            } else {
                followsBlank = true
            }
        }
        _ = writeComments(before: index)
        return output
    }

    private mutating func writeEntry(_ index: Int, _ line: MenuLine, followsBlank: Bool) {
        let isBegun = writeComments(before: index)
        var text = rows[index].text
        if let comment = line.comment { text += "  " + Self.trimmed(comment.text) }
        let isApart = followsBlank || (!isBegun && isBoundary(index))
        write(text, indentations[index], isApart: isApart)
    }

    /// Writes the comments that stand above an entry, or above the end of the file.
    ///
    /// - Returns: whether one of them belongs to the entry.
    private mutating func writeComments(before index: Int) -> Bool {
        let isLast = index == outline.entries.count
        let columns = isLast ? 0 : outline.entries[index].columns
        let own = isLast ? 0 : indentations[index]
        var belongs = false
        for comment in comments {
            if !belongs, comment.columns > columns,
                let above = indentation(above: index, at: comment.columns), above > own
            {
                write(comment.text, above, isApart: comment.followsBlank)
            } else {
                let isApart = comment.followsBlank || (!belongs && isBoundary(index))
                belongs = true
                write(comment.text, own, isApart: isApart)
            }
        }
        comments = []
        return belongs
    }

    /// Where a comment belongs that stands so far right behind the entry before another: under that
    /// entry, or beside it or one of those that enclose it.
    private func indentation(above index: Int, at columns: Int) -> Int? {
        let entries = outline.entries
        guard index > 0 else { return nil }
        var place: Int? = index - 1
        if entries[index - 1].role == .moreText { place = entries[index - 1].parent }
        if let place, entries[place].role.opensBlock, columns > entries[place].columns {
            return indentations[place] + MenuFormatter.indentationColumns
        }
        while let entry = place {
            if entries[entry].columns <= columns { return indentations[entry] }
            place = entries[entry].parent
        }
        return nil
    }

    /// Whether a definition ends before an entry, or before the end of the file, and an empty line
    /// belongs there; between two routes the author decides.
    private func isBoundary(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        guard index < outline.entries.count else { return true }
        let entry = outline.entries[index]
        return entry.level == 0
            && !(entry.role.isRoute && outline.entries[index - 1].role.isRoute)
    }

    /// Writes a line; at the beginning of the file and of a block no empty line stands before it.
    private mutating func write(_ text: String, _ indentation: Int, isApart: Bool) {
        if isApart, !output.isEmpty, indentation <= lastIndentation { output += "\n" }
        output += String(repeating: " ", count: indentation) + text + "\n"
        lastIndentation = indentation
    }

    /// A comment without the blanks at its end.
    private static func trimmed(_ comment: String) -> String {
        let blanks = comment.unicodeScalars.reversed().prefix { $0.isMenuBlank }.count
        return String(comment.unicodeScalars.dropLast(blanks))
    }
}
