// SPDX-License-Identifier: Apache-2.0

/// Cuts a PO file into words, as GNU gettext does: by octets, whatever the lines, apart from
/// comments and the marks `#~` and `#|`, which reach to the end of theirs.
struct POScanner {
    private let octets: [UInt8]
    private var position: Int
    private var isObsolete = false
    private var isPrevious = false

    /// Begins to read at an offset.
    init(_ octets: [UInt8], from offset: Int) {
        self.octets = octets
        position = offset
    }

    /// The next word; nil at the end.
    mutating func next() -> POToken? {
        while let octet = current {
            switch octet {
            case UInt8(ascii: "\n"):
                position += 1
                (isObsolete, isPrevious) = (false, false)
            case 0x20, 0x09, 0x0B, 0x0C, 0x0D: position += 1
            case UInt8(ascii: "#"):
                if let comment = hash() { return comment }
            case UInt8(ascii: "\""): return string()
            case UInt8(ascii: "["): return index()
            default: return word()
            }
        }
        return nil
    }

    private var current: UInt8? { position < octets.count ? octets[position] : nil }

    private func token(_ kind: POToken.Kind, from start: Int) -> POToken {
        POToken(
            kind: kind,
            octets: start..<position,
            isObsolete: isObsolete,
            isPrevious: isPrevious
        )
    }

    /// The comment that begins here; nil when it is a mark before other words.
    private mutating func hash() -> POToken? {
        let start = position
        position += 1
        switch current {
        case UInt8(ascii: "~"):
            position += 1
            isObsolete = true
            if current == UInt8(ascii: "|") {
                position += 1
                isPrevious = true
            }
            return nil
        case UInt8(ascii: "|"):
            position += 1
            isPrevious = true
            return nil
        case UInt8(ascii: "."): return comment(.extracted, from: start, marks: 2)
        case UInt8(ascii: ":"): return comment(.references, from: start, marks: 2)
        case UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "!"):
            return comment(.flags, from: start, marks: 2)
        default: return comment(.translator, from: start, marks: 1)
        }
    }

    /// A comment to the end of its line, without one blank behind its marks; a `\` at the end of a
    /// line joins the next one to it.
    private mutating func comment(
        _ comment: POToken.Comment,
        from start: Int,
        marks: Int
    ) -> POToken {
        position = start + marks
        var text: [UInt8] = []
        while let octet = current, octet != UInt8(ascii: "\n") {
            if joins(octet) {
                position += 2
            } else {
                text.append(octet)
                position += 1
            }
        }
        if text.first == 0x20 { text.removeFirst() }
        while text.last == 0x0D || text.last == UInt8(ascii: "\\") { text.removeLast() }
        return token(.comment(comment, String(decoding: text, as: UTF8.self)), from: start)
    }

    /// Whether an octet is a `\` at the end of a line.
    private func joins(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: "\\") && position + 1 < octets.count
            && octets[position + 1] == UInt8(ascii: "\n")
    }

    /// A word of letters, or whatever stands there up to the next blank or quote.
    private mutating func word() -> POToken {
        let start = position
        while let octet = current, !Self.endsWord(octet) { position += 1 }
        if position == start { position += 1 }
        let word = octets[start..<position]
        if let keyword = POToken.Keyword(word) { return token(.keyword(keyword), from: start) }
        return token(.unknown(String(decoding: word, as: UTF8.self)), from: start)
    }

    private static func endsWord(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x20, 0x09...0x0D, UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "#"): true
        default: false
        }
    }

    /// A number between brackets.
    private mutating func index() -> POToken {
        let start = position
        position += 1
        var digits: [UInt8] = []
        while let octet = current, octet != UInt8(ascii: "\n"), octet != UInt8(ascii: "\"") {
            position += 1
            if octet == UInt8(ascii: "]") { break }
            if octet != 0x20, octet != 0x09 { digits.append(octet) }
        }
        let isWhole = octets[position - 1] == UInt8(ascii: "]")
        let number = Int(String(decoding: digits.prefix(4), as: UTF8.self))
        return token(.index(isWhole && digits.count <= 4 ? number : nil), from: start)
    }

    /// A text between quotes on one line.
    private mutating func string() -> POToken {
        let start = position
        position += 1
        passPlain()
        if current == UInt8(ascii: "\"") {
            position += 1
            return token(.string(.written(start + 1..<position - 1)), from: start)
        }
        var text = Array(octets[start + 1..<position])
        var wrong: (finding: TranslationSyntaxFinding, octets: Range<Int>)?
        while let octet = current, octet != UInt8(ascii: "\n") {
            if joins(octet) {
                position += 2
                continue
            }
            let first = position
            position += 1
            if octet == UInt8(ascii: "\"") {
                return token(
                    wrong.map { .badString($0.finding, $0.octets) } ?? .string(.meant(text)),
                    from: start
                )
            }
            var meant: UInt8? = octet
            if octet == UInt8(ascii: "\\") { meant = escaped() }
            if let meant, meant != 0 {
                text.append(meant)
            } else if wrong == nil {
                let said = String(decoding: octets[first..<position], as: UTF8.self)
                wrong = (meant == 0 ? .zeroCharacter : .escape(said), first..<position)
            }
        }
        return token(.badString(.unclosed, start..<lineEnd(position)), from: start)
    }

    /// Goes on to the next octet that ends a text or may mean another.
    private mutating func passPlain() {
        while let octet = current, octet != UInt8(ascii: "\""), octet != UInt8(ascii: "\\"),
            octet != UInt8(ascii: "\n"), octet != 0
        { position += 1 }
    }

    /// The end of a line without the carriage return before it.
    private func lineEnd(_ end: Int) -> Int {
        end > 0 && octets[end - 1] == 0x0D ? end - 1 : end
    }

    /// The octet that the escape behind a `\` stands for; nil when there is no such escape.
    private mutating func escaped() -> UInt8? {
        guard let octet = current, octet != UInt8(ascii: "\n") else { return nil }
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            return number(radix: 8, digitsMax: 3)
        case UInt8(ascii: "x"):
            position += 1
            return number(radix: 16, digitsMax: .max)
        default:
            // What follows is taken whole, so that a wrong escape is shown with its character.
            repeat { position += 1 } while (current ?? 0) & 0xC0 == 0x80
            return Self.meant(by: octet)
        }
    }

    /// What a letter behind a `\` stands for; nil where it is none of C's.
    private static func meant(by letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): letter
        default: nil
        }
    }

    /// The octet a row of digits stands for, its lowest eight bits as in C; nil without digits.
    private mutating func number(radix: UInt8, digitsMax: Int) -> UInt8? {
        var value: UInt8?
        var digits = 0
        while digits < digitsMax, let octet = current {
            guard let digit = Character(Unicode.Scalar(octet)).hexDigitValue, octet < 0x80,
                digit < radix
            else { break }
            value = (value ?? 0) &* radix &+ UInt8(digit)
            digits += 1
            position += 1
        }
        return value
    }
}
