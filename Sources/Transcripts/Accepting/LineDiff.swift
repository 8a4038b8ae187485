// SPDX-License-Identifier: Apache-2.0

/// The lines in which two texts differ.
struct LineDiff {
    /// How many lines that stayed are shown around a change.
    static let contextLines = 2

    private var rows: [Row] = []

    private struct Row {
        let sign: String
        let text: Substring
        var isChange: Bool { sign != " " }
    }

    /// Compares line by line.
    init(_ old: String, _ new: String) {
        let (old, new) = (Self.lines(old), Self.lines(new))
        let changes = new.difference(from: old)
        var removed: [Int: Substring] = [:]
        var inserted: [Int: Substring] = [:]
        for case .remove(let offset, let line, _) in changes.removals { removed[offset] = line }
        for case .insert(let offset, let line, _) in changes.insertions { inserted[offset] = line }
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if let line = removed[left] {
                rows.append(Row(sign: "-", text: line))
                left += 1
            } else if let line = inserted[right] {
                rows.append(Row(sign: "+", text: line))
                right += 1
            } else {
                guard left < old.count else { break }
                rows.append(Row(sign: " ", text: old[left]))
                (left, right) = (left + 1, right + 1)
            }
        }
    }

    /// As `diff -u` writes it; empty when nothing differs.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - show: makes a line ready to be seen.
    /// - Returns: the text with its head.
    func unified(path: String, show: (String) -> String) -> String {
        // What stands above the steps never changes, and names phones by their numbers.
        let first = rows.firstIndex { $0.text.hasPrefix("---") } ?? 0
        let shown = rows.indices[first...].filter { index in
            let lower = max(0, index - Self.contextLines)
            let upper = min(rows.count - 1, index + Self.contextLines)
            return rows[lower...upper].contains(where: \.isChange)
        }
        guard rows.contains(where: \.isChange) else { return "" }
        var text = "--- \(path)\n+++ \(path)\n"
        var hunk: [Int] = []
        for (place, index) in shown.enumerated() {
            hunk.append(index)
            let isLast = place + 1 == shown.count || shown[place + 1] != index + 1
            guard isLast else { continue }
            text += head(of: hunk)
            text += hunk.map { "\(rows[$0].sign)\(show(Self.shown(rows[$0].text)))\n" }.joined()
            hunk = []
        }
        return text
    }

    private func head(of hunk: [Int]) -> String {
        guard let first = hunk.first else { return "" }
        let old = rows[..<first].count { $0.sign != "+" }
        let new = rows[..<first].count { $0.sign != "-" }
        let olds = hunk.count { rows[$0].sign != "+" }
        let news = hunk.count { rows[$0].sign != "-" }
        return "@@ -\(span(old, olds)) +\(span(new, news)) @@\n"
    }

    private func span(_ before: Int, _ count: Int) -> String {
        let first = count == 0 ? before : before + 1
        return count == 1 ? "\(first)" : "\(first),\(count)"
    }

    /// A line without the carriage return that ends it.
    private static func shown(_ line: Substring) -> String {
        String(line.utf8.last == 0x0D ? Substring(line.utf8.dropLast()) : line)
    }

    private static func lines(_ text: String) -> [Substring] {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map(Substring.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
