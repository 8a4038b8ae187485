// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Cuts a text at its holes: `{a.b}` is a hole, `{a.b|one|many}` one with words for a number, `{{`
/// and `}}` are braces.
struct HoleReader {
    /// What was wrong, in order.
    private(set) var mistakes: [(kind: TextMistake, range: SourceRange)] = []
    private let octets: [UInt8]
    private let lower: Int
    private let path: String
    private var position = 0

    private static let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))

    /// A reader of a token of a file.
    init(_ token: MenuToken, path: String) {
        self.init(token.text, at: token.lower, path: path)
    }

    /// A reader of a text that stands at an offset.
    init(_ text: String, at lower: Int, path: String) {
        octets = Array(text.utf8)
        self.lower = lower
        self.path = path
    }

    /// The pieces in order; what is wrong is left out.
    mutating func pieces() -> [TextPieceSyntax] {
        var pieces: [TextPieceSyntax] = []
        while position < octets.count {
            let octet = octets[position]
            guard octet == Self.open || octet == Self.close else {
                pieces.append(literal())
                continue
            }
            if position + 1 < octets.count, octets[position + 1] == octet {
                let brace = String(decoding: [octet], as: UTF8.self)
                pieces.append(.literal(brace, range(position, position + 2)))
                position += 2
            } else if octet == Self.close {
                mistakes.append((.loneBrace, range(position, position + 1)))
                position += 1
            } else if let hole = hole() {
                pieces.append(hole)
            }
        }
        return pieces
    }

    private mutating func literal() -> TextPieceSyntax {
        let start = position
        while position < octets.count, octets[position] != Self.open, octets[position] != Self.close
        {
            position += 1
        }
        return .literal(text(start, position), range(start, position))
    }

    private mutating func hole() -> TextPieceSyntax? {
        let start = position
        position += 1
        while position < octets.count, octets[position] != Self.open, octets[position] != Self.close
        {
            position += 1
        }
        guard position < octets.count, octets[position] == Self.close else {
            mistakes.append((.unclosedHole, range(start, start + 1)))
            return nil
        }
        position += 1
        let content = text(start + 1, position - 1)
        let words = content.unicodeScalars.split(
            separator: "|",
            omittingEmptySubsequences: false
        ).map { String($0) }
        guard let path = words.first, let parts = parts(path, at: start + 1) else {
            mistakes.append((.badHole(content), range(start, position)))
            return nil
        }
        var offset = start + 1 + path.utf8.count
        let syntax = PathSyntax(parts: parts, range: range(start + 1, offset))
        guard words.count > 1 else { return .hole(syntax) }
        let forms = words.dropFirst().map { word in
            let lower = offset + 1
            offset = lower + word.utf8.count
            return NameSyntax(text: word, range: range(lower, offset))
        }
        return .plural(syntax, forms: forms, range(start, position))
    }

    /// The names between dots, nil when one of them is none.
    private func parts(_ content: String, at start: Int) -> [NameSyntax]? {
        var parts: [NameSyntax] = []
        var offset = start
        for part in content.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false) {
            guard part.first?.isMenuLetter == true, part.allSatisfy(\.isMenuWord) else {
                return nil
            }
            let name = String(part)
            let end = offset + name.utf8.count
            parts.append(NameSyntax(text: name, range: range(offset, end)))
            offset = end + 1
        }
        return parts
    }

    private func text(_ from: Int, _ to: Int) -> String {
        String(decoding: octets[from..<to], as: UTF8.self)
    }

    private func range(_ from: Int, _ to: Int) -> SourceRange {
        SourceRange(file: path, lower: lower + from, upper: lower + to)
    }
}
