// SPDX-License-Identifier: Apache-2.0
import SourceText

/// A file cut into lines and tokens, without losing an octet of it.
struct MenuTokens: Sendable {
    /// U+FEFF where the file begins with it, else empty.
    let byteOrderMark: String
    /// All lines in order; text that ends with a line end has an empty last line.
    let lines: [MenuLine]

    /// Cuts a file; any text can be cut.
    init(_ file: SourceFile) {
        let scalars = Array(file.text.unicodeScalars)
        let octets = Array(file.text.utf8)
        let hasMark = scalars.first == "\u{FEFF}"
        let mark = hasMark ? "\u{FEFF}" : ""
        byteOrderMark = mark
        var lines: [MenuLine] = []
        lines.reserveCapacity(file.lineCount)
        var start = hasMark ? 1 : 0
        var lower = mark.utf8.count
        while true {
            var feed = start
            while feed < scalars.count, scalars[feed] != "\n" { feed += 1 }
            let isLast = feed == scalars.count
            var end = feed
            var lineEnd = isLast ? "" : "\n"
            if !isLast, end > start, scalars[end - 1] == "\r" {
                end -= 1
                lineEnd = "\r\n"
            }
            var scanner = LineScanner(scalars, start..<end, octets, at: lower)
            lines.append(scanner.line(lineEnd: lineEnd))
            if isLast { break }
            start = feed + 1
            lower = file.lineStart(lines.count + 1)
        }
        self.lines = lines
    }

    /// The text of the file, put together again.
    var text: String { byteOrderMark + lines.map(\.text).joined() }
}

/// One line: its indentation, what stands in it, and how it ends.
struct MenuLine: Hashable, Sendable {
    /// The offset of the first octet in the file.
    let lower: Int
    /// The blanks and tabs before the first token.
    let indentation: String
    /// What the line says, in order.
    let tokens: [MenuToken]
    /// From `#` to the end of the line.
    let comment: MenuToken?
    /// Blanks that belong to no token.
    let trailing: String
    /// `\n`, `\r\n`, or nothing at the end of the file.
    let lineEnd: String

    /// How far a tab reaches, in columns.
    static let tabColumns = 4

    /// How far the line is indented.
    var columns: Int {
        indentation.unicodeScalars.reduce(0) { column, scalar in
            scalar == "\t" ? (column / Self.tabColumns + 1) * Self.tabColumns : column + 1
        }
    }

    /// The line as it was written.
    var text: String {
        let pieces = (tokens + [comment].compactMap(\.self)).map { $0.blanks + $0.text }
        return indentation + pieces.joined() + trailing + lineEnd
    }
}

/// One token and the blanks before it.
struct MenuToken: Hashable, Sendable {
    /// What the token is.
    let kind: Kind
    /// The token as it was written.
    let text: String
    /// The blanks between the token before and this one.
    let blanks: String
    /// The offset of the first octet in the file.
    let lower: Int

    /// The sorts of tokens.
    enum Kind: Hashable, Sendable {
        /// Letters, digits and `_`, not beginning with a digit.
        case word
        /// Digits, and perhaps a point and more digits.
        case number
        /// Text between quotation marks, which are part of the token.
        case string
        /// Text that lacks its second quotation mark.
        case openString
        /// One of `. ... : , = == != < <= > >= -> ( ) { } [ ] * + -`.
        case symbol
        /// `|`.
        case bar
        /// What stands behind `|`, without the one blank that may follow the bar.
        case text
        /// The key at the beginning of an option.
        case key
        /// What the phone shows beside a key.
        case label
        /// `#` and what follows.
        case comment
        /// A character that has no meaning where it stands.
        case unknown
    }

    /// The offset behind the last octet.
    var upper: Int { lower + text.utf8.count }
}
