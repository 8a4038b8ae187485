// SPDX-License-Identifier: Apache-2.0

/// The lines of a file without mistakes, each with what it is and what it stands under.
struct MenuOutline: Sendable {
    /// A line that says something.
    struct Entry: Sendable {
        let line: MenuLine
        let role: LineRole
        /// The index of the line that this one stands under; nil at the left margin.
        let parent: Int?
        /// How many lines enclose this one.
        let level: Int
        /// How far the line is indented in the source, in columns.
        let columns: Int
        /// Whether an empty line stands between the entry before and this one.
        let followsBlank: Bool
    }

    /// All lines of the file, those that say nothing included.
    let lines: [MenuLine]
    /// The lines that say something, in order.
    private(set) var entries: [Entry] = []

    /// Tells what the lines of a file are; what it makes of a file with mistakes means nothing.
    init(_ tokens: MenuTokens) {
        lines = tokens.lines
        var open: [Int] = []
        var lastWord: Int?
        var followsBlank = false
        for line in lines {
            guard !line.tokens.isEmpty else {
                followsBlank = followsBlank || line.comment == nil
                continue
            }
            let columns = line.columns
            while let last = open.last, entries[last].columns >= columns { open.removeLast() }
            let isBar = line.tokens.first?.kind == .bar
            var parent = open.last
            // Under `case` more text may stand as far left as the words.
            if isBar, let above = parent, entries[above].role == .case {
                parent = lastWord ?? above
            }
            let role = LineRole(line, under: parent.map { entries[$0].role })
            let level = parent.map { entries[$0].level + 1 } ?? 0
            if role == .word { lastWord = entries.count }
            if !isBar { open.append(entries.count) }
            entries.append(
                Entry(
                    line: line,
                    role: role,
                    parent: parent,
                    level: level,
                    columns: columns,
                    followsBlank: followsBlank
                )
            )
            followsBlank = false
        }
    }
}
