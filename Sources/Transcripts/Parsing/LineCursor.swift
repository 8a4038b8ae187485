// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Reads one line octet by octet, so that no combining character hides a sign of the language.
struct LineCursor {
    /// The line, counted from 1.
    let number: Int
    private let path: String
    /// The line without its end and the blanks before it.
    private let octets: ArraySlice<UInt8>
    /// Where in the file the octet of index 0 stands.
    private let origin: Int
    private(set) var position: Int

    /// Reads a line by itself.
    init(_ file: SourceFile, line number: Int) {
        let octets = Array(file.line(number).utf8)
        self.init(file.path, octets[...], number, origin: file.lineStart(number))
    }

    /// Reads a line of a file, all of whose octets are at hand.
    init(_ file: SourceFile, _ octets: [UInt8], line number: Int) {
        let start = file.lineStart(number)
        var end = file.lineStart(number + 1)
        if end > start, octets[end - 1] == UInt8(ascii: "\n") {
            end -= 1
            if end > start, octets[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        }
        self.init(file.path, octets[start..<end], number, origin: 0)
    }

    private init(_ path: String, _ line: ArraySlice<UInt8>, _ number: Int, origin: Int) {
        self.path = path
        self.number = number
        self.origin = origin
        var end = line.endIndex
        while end > line.startIndex, Self.isBlank(line[end - 1]) { end -= 1 }
        octets = line[line.startIndex..<end]
        position = octets.startIndex
    }

    /// Whether nothing is left but blanks at the end.
    var isAtEnd: Bool { position >= octets.endIndex }

    /// Whether the line is empty.
    var isEmpty: Bool { octets.isEmpty }

    /// The next octet, or nil at the end.
    var next: UInt8? { isAtEnd ? nil : octets[position] }

    /// What is left of the line, without blanks at its end.
    var rest: String { text(position..<octets.endIndex) }

    /// What is left of the line as octets, without blanks at its end.
    var restOctets: ArraySlice<UInt8> { octets[position...] }

    /// The place of what is left; at the end of a line the place behind it.
    var restRange: SourceRange { range(position, octets.endIndex) }

    /// The range of the whole line without the blanks around it.
    var lineRange: SourceRange {
        let start = octets.firstIndex { !Self.isBlank($0) } ?? octets.endIndex
        return range(start, octets.endIndex)
    }

    /// The range from a position of the line up to the current one.
    func range(from lower: Int) -> SourceRange { range(lower, position) }

    /// The range of a stretch of what is left, in octets from the current position.
    func range(ofRest stretch: Range<Int>) -> SourceRange {
        range(position + stretch.lowerBound, position + stretch.upperBound)
    }

    /// Whether a text is all that is left.
    func isLeft(_ text: String) -> Bool { octets[position...].elementsEqual(text.utf8) }

    /// Takes a sign if it is next.
    mutating func take(_ sign: String) -> Bool {
        guard next == sign.utf8.first, octets[position...].starts(with: sign.utf8)
        else { return false }
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

    private func range(_ lower: Int, _ upper: Int) -> SourceRange {
        SourceRange(file: path, lower: origin + lower, upper: origin + upper)
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: octets[range], as: UTF8.self)
    }

    private static func isBlank(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t")
    }
}
