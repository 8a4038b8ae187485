// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Reads one line octet by octet, so that no combining character hides a sign of the language.
struct LineCursor {
    let file: SourceFile
    /// The line, counted from 1.
    let number: Int
    private let octets: [UInt8]
    private let start: Int
    private(set) var position = 0

    init(_ file: SourceFile, line number: Int) {
        self.file = file
        self.number = number
        start = file.lineStart(number)
        var octets = Array(file.line(number).utf8)
        while let last = octets.last, Self.isBlank(last) { octets.removeLast() }
        self.octets = octets
    }

    /// Whether nothing is left but blanks at the end.
    var isAtEnd: Bool { position >= octets.count }

    /// Whether the line is empty.
    var isEmpty: Bool { octets.isEmpty }

    /// The next octet, or nil at the end.
    var next: UInt8? { isAtEnd ? nil : octets[position] }

    /// What is left of the line, without blanks at its end.
    var rest: String { text(position..<octets.count) }

    /// The place of what is left; at the end of a line the place behind it.
    var restRange: SourceRange { file.range(start + position, start + octets.count) }

    /// The range of the whole line without the blanks around it.
    var lineRange: SourceRange {
        let indent = octets.prefix { Self.isBlank($0) }.count
        return file.range(start + indent, start + octets.count)
    }

    /// The range from a position of the line up to the current one.
    func range(from lower: Int) -> SourceRange { file.range(start + lower, start + position) }

    /// The range of a stretch of what is left, in octets from the current position.
    func range(ofRest stretch: Range<Int>) -> SourceRange {
        file.range(start + position + stretch.lowerBound, start + position + stretch.upperBound)
    }

    /// Takes a sign if it is next.
    mutating func take(_ sign: String) -> Bool {
        guard octets[position...].starts(with: sign.utf8) else { return false }
        position += sign.utf8.count
        return true
    }

    /// Takes blanks; false when there are none.
    @discardableResult
    mutating func takeBlanks() -> Bool {
        let before = position
        while let octet = next, Self.isBlank(octet) { position += 1 }
        return position > before
    }

    /// Takes what is next up to a blank, the end of the line, or one of these signs.
    mutating func takeWord(until signs: String = "") -> String {
        let before = position
        while let octet = next, !Self.isBlank(octet), !signs.utf8.contains(octet) { position += 1 }
        return text(before..<position)
    }

    /// Takes a word, blanks before it not counted, with its range.
    mutating func nextWord(until signs: String = "") -> (text: String, range: SourceRange) {
        takeBlanks()
        let before = position
        let word = takeWord(until: signs)
        return (word, range(from: before))
    }

    /// Takes text between double quotes, or a word; nil when a quote does not end.
    mutating func takeQuoted() -> String? {
        guard take("\"") else { return takeWord() }
        guard let end = octets[position...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        defer { position = end + 1 }
        return text(position..<end)
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: octets[range], as: UTF8.self)
    }

    private static func isBlank(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t")
    }
}
