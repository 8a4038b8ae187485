// SPDX-License-Identifier: Apache-2.0
import SourceText

/// The lines of a file by how far they are indented, without reading what they say.
struct FileLines {
    let file: SourceFile
    /// How far each line is indented, in columns; nil for a line that says nothing.
    let columns: [Int?]

    init(_ file: SourceFile) {
        self.file = file
        columns = (1...file.lineCount).map { Self.columns(file.line($0)) }
    }

    /// How far a line is indented, nil when it is empty or a comment.
    static func columns(_ line: Substring) -> Int? {
        var columns = 0
        for octet in line.utf8 {
            switch octet {
            case UInt8(ascii: " "): columns += 1
            case UInt8(ascii: "\t"):
                columns = (columns / MenuLine.tabColumns + 1) * MenuLine.tabColumns
            case UInt8(ascii: "#"), UInt8(ascii: "\r"): return nil
            default: return columns
            }
        }
        return nil
    }

    /// The last line that stands under a line or is that line, both counted from 1.
    func blockEnd(_ line: Int) -> Int {
        guard columns.indices.contains(line - 1), let own = columns[line - 1] else { return line }
        var last = line
        var next = line + 1
        while next <= columns.count {
            if let columns = columns[next - 1] {
                guard columns > own else { break }
                last = next
            }
            next += 1
        }
        return last
    }

    /// From the start of a line to the end of what stands under it.
    func block(at offset: Int) -> SourceRange {
        let line = file.location(at: offset).line
        let last = blockEnd(line)
        return file.range(file.lineStart(line), file.lineStart(last) + file.line(last).utf8.count)
    }

    /// A line cut into tokens.
    func tokens(_ line: Int) -> MenuLine {
        var scanner = LineScanner(file.line(line), at: file.lineStart(line))
        return scanner.line(lineEnd: "")
    }

    /// The lines that a line stands under, the nearest first.
    ///
    /// - Parameters:
    ///   - line: the line, counted from 1.
    ///   - columns: how far it is indented.
    /// - Returns: the lines, cut into tokens.
    func parents(of line: Int, indented columns: Int) -> [MenuLine] {
        var parents: [MenuLine] = []
        var edge = columns
        var above = line - 1
        while above >= 1, edge > 0 {
            if let own = self.columns[above - 1], own < edge {
                parents.append(tokens(above))
                edge = own
            }
            above -= 1
        }
        return parents
    }
}
