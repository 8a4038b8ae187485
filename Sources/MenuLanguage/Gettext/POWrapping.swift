// SPDX-License-Identifier: Apache-2.0
import SourceText

/// How a text is written in quotes, broken into lines where gettext breaks it.
enum POWrapping {
    /// The widest line, in columns.
    static let columnsMax = 79

    /// A keyword and its text as lines, each behind a prefix.
    static func lines(_ keyword: String, _ text: String, prefix: String) -> String {
        let portions = portions(of: text)
        guard portions.count > 1 || portions.contains(where: { !$0.isEmpty }) else {
            return "\(prefix)\(keyword) \"\"\n"
        }
        let room = columnsMax - 2 - prefix.count
        var lines: [String] = []
        if portions.count == 1, let only = portions.first {
            let pieces = broken(only, room: room, taken: keyword.utf8.count + 1)
            if pieces.count == 1 { return "\(prefix)\(keyword) \"\(only)\"\n" }
        }
        for portion in portions { lines += broken(portion, room: room, taken: 0) }
        let written = lines.map { "\(prefix)\"\($0)\"\n" }
        return "\(prefix)\(keyword) \"\"\n" + written.joined()
    }

    /// The columns a text takes.
    static func columns(of text: String) -> Int { text.displayColumns }

    /// The text with its escapes, cut behind each new line.
    private static func portions(of text: String) -> [String] {
        var portions: [String] = []
        var portion = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n":
                portions.append(portion + "\\n")
                portion = ""
            case "\t": portion += "\\t"
            case "\r": portion += "\\r"
            case "\u{07}": portion += "\\a"
            case "\u{08}": portion += "\\b"
            case "\u{0B}": portion += "\\v"
            case "\u{0C}": portion += "\\f"
            case "\0": portion += "\\000"
            case "\\", "\"": portion += "\\\(scalar)"
            default: portion.unicodeScalars.append(scalar)
            }
        }
        if !portion.isEmpty || portions.isEmpty { portions.append(portion) }
        return portions
    }

    /// A portion as lines that are no wider than the room where it can be broken; so many columns
    /// are taken before the first.
    private static func broken(_ portion: String, room: Int, taken: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var column = taken
        // Never is the new line at the end parted from what stands before it.
        let end = portion.hasSuffix("\\n") ? "\\n" : ""
        var pieces = POLineBreaks.pieces(of: String(portion.dropLast(end.count)))
        pieces.append((pieces.popLast() ?? "") + end)
        for piece in pieces {
            let width = columns(of: piece)
            if !line.isEmpty, column + width > room {
                lines.append(line)
                (line, column) = ("", 0)
            }
            line += piece
            column += width
        }
        return lines + [line]
    }
}
