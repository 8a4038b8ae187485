// SPDX-License-Identifier: Apache-2.0

/// Cuts one line into tokens.
struct LineScanner {
    /// The scalars of the file, or of the line alone.
    private let scalars: [Unicode.Scalar]
    /// The same in UTF-8, and the offset in the file of the first of them.
    private let octets: [UInt8]
    private let origin: Int
    /// The scalars of the line.
    private let range: Range<Int>
    /// The next scalar, and the offset in the file of its first octet.
    private var position: Int
    private var offset: Int
    private let lower: Int
    private var tokens: [MenuToken] = []
    /// Blanks read and not yet given to a token.
    private var blanks = ""

    /// Symbols, longer ones before those they begin with.
    private static let symbols = [
        "...", "->", "==", "!=", "<=", ">=", "<", ">", "=", ".", ":", ",", "(", ")", "{", "}",
        "[", "]", "*", "+", "-",
    ].map { Array($0.unicodeScalars) }

    /// A scanner of some scalars of a file, which begin at an offset.
    init(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ octets: [UInt8], at lower: Int) {
        self.scalars = scalars
        self.octets = octets
        self.range = range
        self.lower = lower
        origin = 0
        position = range.lowerBound
        offset = lower
    }

    /// A scanner of a line's content, which begins at an offset of the file.
    init(_ content: Substring, at lower: Int) {
        scalars = Array(content.unicodeScalars)
        octets = Array(content.utf8)
        range = scalars.indices
        self.lower = lower
        origin = lower
        position = 0
        offset = lower
    }

    /// The line, ended as given.
    mutating func line(lineEnd: String) -> MenuLine {
        let indentation = take { $0.isMenuBlank }
        var comment: MenuToken?
        if peek() == "#" {
            comment = rest(as: .comment)
        } else {
            if peek()?.isMenuDigit == true { scanOption() }
            comment = scanWords()
        }
        return MenuLine(
            lower: lower,
            indentation: indentation,
            tokens: tokens,
            comment: comment,
            trailing: blanks,
            lineEnd: lineEnd
        )
    }

    /// Reads a key and its label; what follows the label is left.
    private mutating func scanOption() {
        add(.key, take { !$0.isMenuBlank })
        let end = labelEnd()
        blanks += take { $0.isMenuBlank }
        guard position < end else { return }
        add(.label, take(count: end - position))
    }

    /// Where the label that begins here ends: before ` -> `, or before ` = word` at the line's end.
    private func labelEnd() -> Int {
        var index = position
        while index < range.upperBound {
            if isBlank(before: index), isArrow(index) || isAnswer(index) { break }
            index += 1
        }
        while index > position, scalars[index - 1].isMenuBlank { index -= 1 }
        return index
    }

    private func isBlank(before index: Int) -> Bool {
        index > range.lowerBound && scalars[index - 1].isMenuBlank
    }

    /// Whether `->` stands here, with a blank or nothing behind it.
    private func isArrow(_ index: Int) -> Bool {
        guard peek(index) == "-", peek(index + 1) == ">" else { return false }
        return peek(index + 2)?.isMenuBlank ?? true
    }

    /// Whether `= word` stands here, and nothing behind it but a comment.
    private func isAnswer(_ index: Int) -> Bool {
        guard peek(index) == "=", peek(index + 1)?.isMenuBlank ?? true else { return false }
        var index = index + 1
        while peek(index)?.isMenuBlank == true { index += 1 }
        guard let first = peek(index) else { return true }
        guard first.isMenuLetter else { return false }
        while peek(index)?.isMenuWord == true { index += 1 }
        let wordEnd = index
        while peek(index)?.isMenuBlank == true { index += 1 }
        return index >= range.upperBound || (peek(index) == "#" && index >= wordEnd + 2)
    }

    /// Reads tokens to the end of the line or to the comment, which is returned.
    private mutating func scanWords() -> MenuToken? {
        while true {
            blanks += take { $0.isMenuBlank }
            guard let next = peek() else { return nil }
            switch next {
            case "#" where blanks.unicodeScalars.count >= 2: return rest(as: .comment)
            case "|": scanText()
            case "\"": scanString()
            case _ where next.isMenuDigit: scanNumber()
            case _ where next.isMenuLetter: add(.word, take { $0.isMenuWord })
            default: scanSymbol()
            }
        }
    }

    /// Reads a bar and what stands behind it; under `each` an arrow may follow.
    private mutating func scanText() {
        add(.bar, take(count: 1))
        if peek() == " " { blanks = take(count: 1) }
        var end = range.upperBound
        if tokens.first?.text == "each",
            let arrow = (position..<end).first(where: { isBlank(before: $0) && isArrow($0) })
        {
            end = arrow
            while end > position, scalars[end - 1].isMenuBlank { end -= 1 }
        }
        add(.text, take(count: end - position))
    }

    private mutating func scanString() {
        var end = position + 1
        while let scalar = peek(end), scalar != "\"" { end += scalar == "\\" ? 2 : 1 }
        let closed = end < range.upperBound
        add(closed ? .string : .openString, take(count: min(end + 1, range.upperBound) - position))
    }

    private mutating func scanNumber() {
        var number = take { $0.isMenuDigit }
        if peek() == ".", peek(position + 1)?.isMenuDigit == true {
            number += take(count: 1) + take { $0.isMenuDigit }
        }
        add(.number, number)
    }

    private mutating func scanSymbol() {
        let found = Self.symbols.first { symbol in
            symbol.indices.allSatisfy { peek(position + $0) == symbol[$0] }
        }
        add(found == nil ? .unknown : .symbol, take(count: found?.count ?? 1))
    }

    private mutating func rest(as kind: MenuToken.Kind) -> MenuToken {
        add(kind, take(count: range.upperBound - position))
        return tokens.removeLast()
    }

    private mutating func add(_ kind: MenuToken.Kind, _ text: String) {
        let lower = offset - text.utf8.count
        tokens.append(MenuToken(kind: kind, text: text, blanks: blanks, lower: lower))
        blanks = ""
    }

    private func peek(_ index: Int) -> Unicode.Scalar? {
        index < range.upperBound ? scalars[index] : nil
    }

    private func peek() -> Unicode.Scalar? { peek(position) }

    private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
        var end = position
        while end < range.upperBound, belongs(scalars[end]) { end += 1 }
        return take(count: end - position)
    }

    private mutating func take(count: Int) -> String {
        if count == 0 { return "" }
        let start = offset - origin
        for scalar in scalars[position..<position + count] { offset += UTF8.width(scalar) }
        position += count
        return String(decoding: octets[start..<offset - origin], as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// A blank or a tab.
    var isMenuBlank: Bool { self == " " || self == "\t" }

    /// One of the ten digits.
    var isMenuDigit: Bool { ("0"..."9").contains(self) }

    /// Whether a name may begin with this: a letter of any script, or `_`.
    var isMenuLetter: Bool {
        isASCII
            ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
            : properties.isAlphabetic
    }

    /// Whether a name may have this behind its first letter.
    var isMenuWord: Bool {
        if isMenuLetter || isMenuDigit { return true }
        if isASCII { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }
}
