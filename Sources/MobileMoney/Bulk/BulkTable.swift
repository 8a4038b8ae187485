// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Reads comma-separated values (RFC 4180) and remembers where each field stands.
///
/// Lines may end with LF alone, a byte order mark is passed over, and blanks around a field
/// without quotation marks do not count.
struct BulkTable {
    /// A field with the offsets of its octets in the file.
    struct Field {
        var text: String
        var lower: Int
        var upper: Int
    }

    /// A row with the line it begins at, counted from 1.
    struct Row {
        let line: Int
        var fields: [Field]
        let lower: Int
        var upper: Int
    }

    let file: SourceFile
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1

    init(_ file: SourceFile) {
        self.file = file
        bytes = Array(file.text.utf8)
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next row that is not empty; nil behind the last.
    ///
    /// Wrong quotation marks are reported.
    mutating func next(_ mistakes: inout BulkMistakes) -> Row? {
        while position < bytes.count {
            var row = Row(line: line, fields: [], lower: position, upper: position)
            var goesOn = true
            while goesOn {
                row.fields.append(field(&mistakes))
                row.upper = position
                goesOn = at(position) == UInt8(ascii: ",")
                if goesOn { position += 1 }
            }
            endLine()
            let first = row.fields.first
            if row.fields.count > 1 || first?.text.isEmpty == false { return row }
        }
        return nil
    }

    /// Reads up to a comma or a line end.
    private mutating func field(_ mistakes: inout BulkMistakes) -> Field {
        while at(position) == UInt8(ascii: " ") { position += 1 }
        let lower = position
        if at(position) == UInt8(ascii: "\"") { return quoted(&mistakes) }
        while let byte = at(position), byte != UInt8(ascii: ","), !isLineEnd(position) {
            if byte == UInt8(ascii: "\"") {
                mistakes.add(.quotationMark, at: file.range(position, position + 1))
            }
            position += 1
        }
        var upper = position
        while upper > lower, bytes[upper - 1] == UInt8(ascii: " ") { upper -= 1 }
        let text = String(decoding: bytes[lower..<upper], as: UTF8.self)
        return Field(text: text, lower: lower, upper: upper)
    }

    /// Reads a field between quotation marks, where two stand for one.
    private mutating func quoted(_ mistakes: inout BulkMistakes) -> Field {
        let lower = position
        var text: [UInt8] = []
        position += 1
        while let byte = at(position) {
            position += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "\"") else {
                text.append(byte)
                continue
            }
            guard at(position) == UInt8(ascii: "\"") else {
                let upper = position
                while at(position) == UInt8(ascii: " ") { position += 1 }
                if let next = at(position), next != UInt8(ascii: ","), !isLineEnd(position) {
                    mistakes.add(.quotationMark, at: file.range(position, position + 1))
                    while let byte = at(position), byte != UInt8(ascii: ","),
                        !isLineEnd(position)
                    {
                        position += 1
                    }
                }
                return Field(
                    text: String(decoding: text, as: UTF8.self),
                    lower: lower,
                    upper: upper
                )
            }
            text.append(byte)
            position += 1
        }
        mistakes.add(.quotationMark, at: file.range(lower, lower + 1))
        return Field(text: String(decoding: text, as: UTF8.self), lower: lower, upper: position)
    }

    private mutating func endLine() {
        if at(position) == UInt8(ascii: "\r") { position += 1 }
        if at(position) == UInt8(ascii: "\n") { position += 1 }
        line += 1
    }

    private func at(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private func isLineEnd(_ index: Int) -> Bool {
        at(index) == UInt8(ascii: "\n")
            || at(index) == UInt8(ascii: "\r") && at(index + 1) == UInt8(ascii: "\n")
            || at(index) == UInt8(ascii: "\r") && index + 1 == bytes.count
    }
}
