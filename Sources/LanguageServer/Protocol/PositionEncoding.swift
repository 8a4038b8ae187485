// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What the `character` of a position counts (LSP 3.17, "Position").
enum PositionEncoding: String, Sendable {
    case utf16 = "utf-16"
    case utf8 = "utf-8"

    /// What was agreed on: octets if the client can, because files are counted so.
    init(offered: [String]) { self = offered.contains("utf-8") ? .utf8 : .utf16 }

    /// The place of an offset.
    func position(of offset: Int, in file: SourceFile) -> JSONValue {
        let line = file.location(at: offset).line
        let start = file.lineStart(line)
        let before = file.text(
            in: file.range(start, min(offset, start + file.line(line).utf8.count))
        )
        return ["line": .integer(line - 1), "character": .integer(count(before))]
    }

    /// The offset of a place; a line that is not there is the end of the file, a character behind
    /// the end of its line the end of the line, one within a scalar the start of it.
    func offset(of position: JSONValue, in file: SourceFile) -> Int? {
        guard let line = position["line"].integer, let character = position["character"].integer,
            line >= 0, character >= 0
        else { return nil }
        guard line < file.lineCount else { return file.utf8Count }
        var offset = file.lineStart(line + 1)
        var left = character
        for scalar in file.line(line + 1).unicodeScalars {
            let size = count(String(scalar)[...])
            guard left >= size else { break }
            left -= size
            offset += String(scalar).utf8.count
        }
        return offset
    }

    /// The place of a range.
    func range(_ range: SourceRange, in file: SourceFile) -> JSONValue {
        [
            "start": position(of: range.lower, in: file),
            "end": position(of: range.upper, in: file),
        ]
    }

    /// The range of two places, nil when they are none.
    func range(_ value: JSONValue, in file: SourceFile) -> SourceRange? {
        guard let start = offset(of: value["start"], in: file),
            let end = offset(of: value["end"], in: file)
        else { return nil }
        return file.range(start, max(start, end))
    }

    /// The size of a text.
    func count(_ text: Substring) -> Int {
        switch self {
        case .utf8: text.utf8.count
        case .utf16: text.utf16.count
        }
    }
}
