// SPDX-License-Identifier: Apache-2.0

/// One file of source text with the places where its lines begin.
///
/// Offsets are UTF-8 octets from the start of the text. A line ends at `\n`; a `\r` before it
/// belongs to the line end. Copies share their storage.
public struct SourceFile: Hashable, Sendable {
    /// The path as it is shown to the author, relative to where the command was called.
    public let path: String
    /// The whole text, unchanged.
    public let text: String
    /// The number of UTF-8 octets in the text.
    public let utf8Count: Int

    /// The offset of each line's first octet; never empty, ascending.
    private let lineStarts: [Int]

    /// Makes a file of a path and its text.
    public init(path: String, text: String) {
        var contiguous = text
        contiguous.makeContiguousUTF8()
        var starts = [0]
        contiguous.withUTF8 { octets in
            for offset in octets.indices where octets[offset] == UInt8(ascii: "\n") {
                starts.append(offset + 1)
            }
        }
        self.path = path
        self.text = contiguous
        self.utf8Count = contiguous.utf8.count
        self.lineStarts = starts
    }

    /// The number of lines; text that ends with a line end has an empty last line.
    public var lineCount: Int { lineStarts.count }

    /// The line and column of an offset; an offset outside the text is moved to its nearer end.
    ///
    /// An offset inside a character belongs to that character, one inside a line end to the
    /// column after the line's last character.
    public func location(at utf8Offset: Int) -> SourceLocation {
        let offset = min(max(utf8Offset, 0), utf8Count)
        let line = lineNumber(at: offset)
        var remaining = offset - lineStarts[line - 1]
        var column = 1
        for character in self.line(line) {
            remaining -= character.utf8.count
            if remaining < 0 { break }
            column += 1
        }
        return SourceLocation(line: line, column: column)
    }

    /// The text of a line, counted from 1, without its line end; empty when there is no such line.
    public func line(_ number: Int) -> Substring {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        let lower = lineStarts[number - 1]
        let upper = number < lineStarts.count ? lineStarts[number] : utf8Count
        var octets = text.utf8[index(lower)..<index(upper)]
        if octets.last == UInt8(ascii: "\n") {
            octets.removeLast()
            if octets.last == UInt8(ascii: "\r") { octets.removeLast() }
        }
        return Substring(octets)
    }

    /// The offset at which a line, counted from 1, begins; the end of the text beyond the last.
    public func lineStart(_ number: Int) -> Int {
        if number < 1 { return 0 }
        return number <= lineStarts.count ? lineStarts[number - 1] : utf8Count
    }

    /// The range of this file between two offsets.
    public func range(_ lower: Int, _ upper: Int) -> SourceRange {
        SourceRange(file: path, lower: lower, upper: upper)
    }

    /// The text a range covers, cut to this file's text and widened to whole Unicode scalars.
    public func text(in range: SourceRange) -> Substring {
        let lower = min(max(range.lower, 0), utf8Count)
        let upper = min(max(range.upper, lower), utf8Count)
        let scalars = text.unicodeScalars
        let start = scalars.index(alignedDown: index(lower))
        var end = scalars.index(alignedDown: index(upper))
        if end < index(upper) { end = scalars.index(after: end) }
        return text[start..<end]
    }

    private func index(_ offset: Int) -> String.Index {
        text.utf8.index(text.utf8.startIndex, offsetBy: offset)
    }

    private func lineNumber(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}

extension SourceFile {
    /// Two files are equal when path and text are.
    public static func == (left: SourceFile, right: SourceFile) -> Bool {
        left.path == right.path && left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Hashes the path and the number of octets, which equal files share.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(utf8Count)
    }
}

extension String.UnicodeScalarView {
    /// The start of the scalar that an index lies in.
    fileprivate func index(alignedDown index: Index) -> Index {
        index == endIndex ? endIndex : self[index...].startIndex
    }
}
