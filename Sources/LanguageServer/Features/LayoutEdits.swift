// SPDX-License-Identifier: Apache-2.0
import SourceText

/// The smallest changes, in whole lines, that turn a file into another text.
struct LayoutEdits {
    /// The changes in order; none overlaps another.
    let edits: [Diagnostic.FixIt]

    /// Compares a file with the text that it should have.
    init(from file: SourceFile, to text: String) {
        guard !text.utf8.elementsEqual(file.text.utf8) else {
            edits = []
            return
        }
        let old = Self.lines(of: file.text)
        let new = Self.lines(of: text)
        var starts = [0]
        for line in old { starts.append((starts.last ?? 0) + line.utf8.count) }
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old, by: { $0.utf8.elementsEqual($1.utf8) }) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var edits: [Diagnostic.FixIt] = []
        var (from, to) = (0, 0)
        while from < old.count || to < new.count {
            let start = from
            var replacement = ""
            while removed.contains(from) { from += 1 }
            while inserted.contains(to) {
                replacement += new[to]
                to += 1
            }
            if from > start || !replacement.isEmpty {
                let range = file.range(starts[start], starts[from])
                edits.append(Diagnostic.FixIt(range: range, replacement: replacement))
            } else {
                from += 1
                to += 1
            }
        }
        self.edits = edits
    }

    /// The lines with their ends.
    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        var start = text.startIndex
        for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: "\n") {
            let end = text.utf8.index(after: index)
            lines.append(text[start..<end])
            start = end
        }
        if start < text.endIndex { lines.append(text[start...]) }
        return lines
    }
}
