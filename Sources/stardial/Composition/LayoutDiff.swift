// SPDX-License-Identifier: Apache-2.0

/// What differs between a text and the same text laid out anew, line by line.
///
/// Laying out keeps every line that says something, and their order; so lines that say something
/// are compared pair by pair, and only empty ones come and go.
struct LayoutDiff {
    private var changes: [Change] = []

    /// Lines that stayed, or lines that were replaced by others.
    private struct Change {
        var isKept: Bool
        var old: [Substring]
        var new: [Substring]
    }

    /// How many lines that stayed are shown around a change.
    private static let contextLines = 3

    /// Compares a text with its new layout.
    init(_ old: String, _ new: String) {
        var old = Self.lines(old)[...]
        var new = Self.lines(new)[...]
        while let first = old.first ?? new.first {
            let isOldEmpty = old.first.map(Self.isEmpty)
            let isNewEmpty = new.first.map(Self.isEmpty)
            if old.first == new.first {
                add(isKept: true, [first], [first])
                old.removeFirst()
                new.removeFirst()
            } else if isOldEmpty == isNewEmpty {
                add(isKept: false, [old.removeFirst()], [new.removeFirst()])
            } else if isOldEmpty == true || new.isEmpty {
                add(isKept: false, [old.removeFirst()], [])
            } else {
                add(isKept: false, [], [new.removeFirst()])
            }
        }
    }

    /// The differences as `diff -u` writes them; empty when there are none.
    func unified(path: String) -> String {
        var output = ""
        var hunk = ""
        var start = (old: 1, new: 1)
        var counts = (old: 0, new: 0)
        let close = { (output: inout String) in
            guard !hunk.isEmpty else { return }
            output += "@@ -\(Self.span(start.old, counts.old))"
            output += " +\(Self.span(start.new, counts.new)) @@\n" + hunk
            hunk = ""
            start = (start.old + counts.old, start.new + counts.new)
            counts = (0, 0)
        }
        for (index, change) in changes.enumerated() {
            guard change.isKept else {
                for line in change.old { hunk += Self.row("-", line) }
                for line in change.new { hunk += Self.row("+", line) }
                counts.old += change.old.count
                counts.new += change.new.count
                continue
            }
            let before = index == 0 ? 0 : Self.contextLines
            let after = index == changes.count - 1 ? 0 : Self.contextLines
            let lines = change.old
            if lines.count > before + after {
                let tail = lines.suffix(after)
                for line in lines.prefix(before) { hunk += Self.row(" ", line) }
                counts = (counts.old + before, counts.new + before)
                close(&output)
                let skipped = lines.count - before - after
                start = (start.old + skipped, start.new + skipped)
                for line in tail { hunk += Self.row(" ", line) }
                counts = (after, after)
            } else {
                for line in lines { hunk += Self.row(" ", line) }
                counts = (counts.old + lines.count, counts.new + lines.count)
            }
        }
        let isChanged = changes.contains { !$0.isKept }
        close(&output)
        return isChanged ? "--- \(path)\n+++ \(path)\n" + output : ""
    }

    private mutating func add(isKept: Bool, _ old: [Substring], _ new: [Substring]) {
        if changes.last?.isKept != isKept {
            changes.append(Change(isKept: isKept, old: [], new: []))
        }
        changes[changes.count - 1].old += old
        changes[changes.count - 1].new += new
    }

    private static func span(_ start: Int, _ count: Int) -> String {
        let first = count == 0 ? start - 1 : start
        return count == 1 ? "\(first)" : "\(first),\(count)"
    }

    private static func row(_ sign: String, _ line: Substring) -> String {
        let end = line.utf8.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n"
        return sign + line + end
    }

    /// The lines, each with its line end.
    private static func lines(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n"))
            let next = end.map { rest.utf8.index(after: $0) } ?? rest.endIndex
            lines.append(rest[..<next])
            rest = rest[next...]
        }
        return lines
    }

    private static func isEmpty(_ line: Substring) -> Bool {
        line.utf8.allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
    }
}
