// SPDX-License-Identifier: Apache-2.0

/// What each line of an outline says, laid out in columns with the lines that it belongs with.
struct LayoutColumns: Sendable {
    /// A line as it is written, without its indentation and its comment.
    struct Row: Sendable {
        var text = ""
        /// How far behind the indentation `|` begins, where text may go on below it; in columns.
        var bar: Int?
    }

    /// The rows, one for each entry of the outline.
    private(set) var rows: [Row]

    /// What is aligned together: lines of one role under one line.
    private struct Block: Hashable {
        var parent: Int?
        var role: LineRole
    }

    /// How the cells of a role are divided.
    private struct Form {
        /// The blanks behind each cell that another follows.
        var gaps: [Int]
        /// The widest cell that a column makes room for.
        var cellColumnsMax = MenuFormatter.cellColumnsMax
    }

    /// The farthest that `|` may begin for text to go on below it, in columns.
    ///
    /// Only a cell that is too wide pushes it farther.
    private static let barColumnsMax = 2 * MenuFormatter.cellColumnsMax + 8

    /// Lays out the entries of an outline.
    init(_ outline: MenuOutline) {
        rows = Array(repeating: Row(), count: outline.entries.count)
        for group in Self.groups(outline.entries) {
            let role = outline.entries[group[0]].role
            let lines = group.map { index in
                LineCells.cells(outline.entries[index].line, outline.entries[index].role)
            }
            let form = Self.form(role)
            let widths = Self.widths(lines, form)
            for (index, cells) in zip(group, lines) {
                rows[index] = Self.row(cells, widths, form, mayBeginWithHash: role == .option)
            }
        }
    }

    /// The indexes of the lines that share columns, those of each group in order; none is empty.
    private static func groups(_ entries: [MenuOutline.Entry]) -> [[Int]] {
        var groups: [[Int]] = []
        var blocks: [Block: Int] = [:]
        for (index, entry) in entries.enumerated() {
            if entry.role.isRoute, !entry.followsBlank, index > 0, entries[index - 1].role.isRoute {
                groups[groups.count - 1].append(index)
                continue
            }
            let isSetting = entry.role == .otherwise
            let block = Block(parent: entry.parent, role: isSetting ? .setting : entry.role)
            if form(entry.role).gaps.isEmpty || entry.role.isRoute {
                groups.append([index])
            } else if let group = blocks[block] {
                groups[group].append(index)
            } else {
                blocks[block] = groups.count
                groups.append([index])
            }
        }
        return groups
    }

    private static func form(_ role: LineRole) -> Form {
        switch role {
        case .dial, .sms: Form(gaps: [1, 2], cellColumnsMax: MenuFormatter.routeColumnsMax)
        case .option: Form(gaps: [2, 2, 2])
        case .arm: Form(gaps: [2, 3])
        case .setting, .otherwise, .word, .said, .serviceLimit, .field: Form(gaps: [2])
        default: Form(gaps: [])
        }
    }

    /// The width of each column: that of the widest cell that is not too wide.
    ///
    /// Behind the first column only cells count that something follows.
    private static func widths(_ lines: [[String]], _ form: Form) -> [Int] {
        form.gaps.indices.map { column in
            lines.lazy.filter { $0.count > (column == 0 ? 0 : column + 1) }.map { $0[column].count }
                .filter { $0 <= form.cellColumnsMax }.max() ?? 0
        }
    }

    private static func row(
        _ cells: [String],
        _ widths: [Int],
        _ form: Form,
        mayBeginWithHash: Bool
    ) -> Row {
        var row = Row()
        var columns = 0
        var next = 0
        for (column, cell) in cells.enumerated() {
            if cell.unicodeScalars.first == "|", columns <= barColumnsMax { row.bar = columns }
            row.text += cell
            guard column + 1 < cells.count, column < widths.count else { break }
            let width = cell.count
            next += widths[column] + form.gaps[column]
            var blanks = max(next - columns - width, form.gaps[column])
            // Two blanks would make a comment of it.
            if !mayBeginWithHash, cells[column + 1].unicodeScalars.first == "#" { blanks = 1 }
            row.text += String(repeating: " ", count: blanks)
            columns += width + blanks
        }
        return row
    }
}
