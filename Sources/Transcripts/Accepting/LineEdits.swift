// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Lines of a file that are written anew; all others stay as they are, to the octet.
struct LineEdits: Hashable {
    /// What stands in place of a line, counted from 1; nothing takes the line out.
    var replaced: [Int: [String]] = [:]
    /// What stands behind a line.
    var added: [Int: [String]] = [:]

    var isEmpty: Bool { replaced.isEmpty && added.isEmpty }

    /// Joins the edits of other lines to these.
    mutating func merge(_ other: LineEdits) {
        replaced.merge(other.replaced) { first, _ in first }
        added.merge(other.added) { $0 + $1 }
    }

    /// The text of a file with the edits done; new lines end as the file's first line does.
    func applied(to file: SourceFile) -> String {
        let end = lineEnd(of: file)
        var text = ""
        for number in 1...file.lineCount {
            let range = file.range(file.lineStart(number), file.lineStart(number + 1))
            if let lines = replaced[number] {
                text += lines.map { $0 + end }.joined()
            } else {
                text += file.text(in: range)
            }
            guard let lines = added[number] else { continue }
            if let last = text.utf8.last, last != UInt8(ascii: "\n") { text += end }
            text += lines.map { $0 + end }.joined()
        }
        return text
    }

    private func lineEnd(of file: SourceFile) -> String {
        let range = file.range(0, file.lineStart(2))
        return file.text(in: range).utf8.suffix(2).elementsEqual("\r\n".utf8) ? "\r\n" : "\n"
    }
}
