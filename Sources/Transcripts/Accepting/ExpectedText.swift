// SPDX-License-Identifier: Apache-2.0
import Patterns

/// Writes lines that came as the text of expected lines.
///
/// What a line above remembered is written as its hole, a PIN by its name, and the holes of the
/// line that stood there before stay where they still match.
struct ExpectedText {
    /// The shortest value, in octets, that is written as the hole it was remembered in.
    static let rememberedOctetsMin = 4

    /// The value of a hole as it is named in the file.
    let value: (String) -> String?
    /// The names and values of what is written as a hole, the longest value first.
    private let known: [(name: String, value: [UInt8])]

    /// - Parameters:
    ///   - variables: what was known when the line came.
    ///   - phones: the phones of the scene.
    ///   - given: what the part was given that the line stands in.
    init(_ variables: Variables, _ phones: [PhoneSetup], given: [String: Inclusion.Given]) {
        value = { name in
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            guard let first = parts.first, let argument = given[first] else {
                return variables[name]
            }
            if parts.count == 1 { return argument.template.filled { variables[$0] } }
            return argument.phone.flatMap { variables["\($0).\(parts[1])"] }
        }
        var known = phones.compactMap { phone in
            phone.pin.map { (name: "\(phone.name).pin", value: Array($0.utf8)) }
        }
        known += variables.remembered.filter { $0.value.utf8.count >= Self.rememberedOctetsMin }
            .map { (name: $0.key, value: Array($0.value.utf8)) }
        self.known = known.sorted { ($1.value.count, $0.name) < ($0.value.count, $1.name) }
    }

    /// The text behind the bar for a line that came.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - old: the text behind the bar that stood there before; nil when none did.
    /// - Returns: the text; nil when no text can be written that matches the line.
    func text(_ line: String, inPlaceOf old: String? = nil) -> String? {
        let template = old.flatMap { try? TemplateReader.read($0) }
        let kept = template.flatMap { keeping($0, in: line) }
        return [kept, literal(line), Self.escaped(line)].compactMap(\.self)
            .first { matches($0, line) }
    }

    /// Whether an expected text reads again and matches the line.
    private func matches(_ text: String, _ line: String) -> Bool {
        guard let template = try? TemplateReader.read(text) else { return false }
        let pieces = template.pieces.map { piece -> Template.Piece in
            guard case .value(let name) = piece else { return piece }
            return value(name).map(Template.Piece.text) ?? .anything
        }
        let expected = Expectation(line: 1, kind: .text(Template(pieces)), language: nil)
        return LineComparison([expected], [line], after: 0, Variables([])).isMatch
    }

    /// A text that means itself.
    private static func escaped(_ text: String) -> String {
        text.replacing("{{", with: "{{:\\{\\{}}")
    }

    /// A text with what is known in it written as holes.
    private func literal(_ text: String) -> String {
        let octets = Array(text.utf8)
        var written = ""
        var start = 0
        var index = 0
        while index < octets.count {
            let found = known.first {
                octets[index...].starts(with: $0.value)
                    && Self.standsAlone(index..<(index + $0.value.count), in: octets)
            }
            guard let found else {
                index += 1
                continue
            }
            written += Self.escaped(String(decoding: octets[start..<index], as: UTF8.self))
            written += "{{\(found.name)}}"
            index += found.value.count
            start = index
        }
        return written + Self.escaped(String(decoding: octets[start...], as: UTF8.self))
    }

    /// Whether a stretch is no part of a longer word or number.
    private static func standsAlone(_ range: Range<Int>, in octets: [UInt8]) -> Bool {
        func isWord(_ index: Int) -> Bool {
            guard octets.indices.contains(index) else { return false }
            return switch octets[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
            default: false
            }
        }
        func isMark(_ index: Int) -> Bool {
            octets.indices.contains(index) && Array(".,".utf8).contains(octets[index])
        }
        let (lower, upper) = (range.lowerBound, range.upperBound)
        return !isWord(lower - 1) && !isWord(upper)
            && !(isMark(lower - 1) && isWord(lower - 2))
            && !(isMark(upper) && isWord(upper + 1))
    }
}

extension ExpectedText {
    /// The line with those holes of a template that match in it, each beside the word it stood
    /// beside; nil when the template has none.
    private func keeping(_ template: Template, in line: String) -> String? {
        guard template.pieces.contains(where: \.isHole) else { return nil }
        var rest = Substring(line)
        var text = ""
        for (index, piece) in template.pieces.enumerated() where piece.isHole {
            guard let pattern = pattern(of: piece) else { continue }
            let above = index == 0 ? nil : template.pieces[index - 1]
            let right =
                index + 1 < template.pieces.count ? template.pieces[index + 1].firstWord : "$"
            let ways = Self.ways(piece, pattern, behind: above, before: right)
            guard let (before, hole) = ways.lazy.compactMap({ Self.found($0, rest) }).first
            else { continue }
            text += literal(String(rest.prefix(before))) + piece.written
            rest = rest.dropFirst(before + hole)
        }
        return text + literal(String(rest))
    }

    /// Where a hole can be in a line, the likeliest first: between the words that it stood between,
    /// also when the word behind which it stood is another; behind the one, before the other, and,
    /// if it has a name, anywhere by itself.
    private static func ways(
        _ piece: Template.Piece,
        _ pattern: String,
        behind above: Template.Piece?,
        before right: String
    ) -> [String] {
        func way(_ before: String, _ after: String) -> String {
            "^(?<stardialBefore>\(before))(?<stardialHole>\(pattern))\(after)"
        }
        let left = above?.lastWord ?? ""
        let (edge, end) = ("(?:.*?[^\\pL\\pN])?", "(?![\\pL\\pN])")
        var ways = [way(".*?\(left)", "(?=\(right))")]
        if let loose = above?.lastWordLoosely { ways.append(way(loose, "(?=\(right))")) }
        if piece == .anything { return ways }
        if !left.isEmpty || above == nil { ways.append(way(".*?\(left)", end)) }
        ways.append(way(edge, "(?=\(right))"))
        if case .match(nil, _) = piece { return ways }
        return ways + [way(edge, end)]
    }

    private func pattern(of piece: Template.Piece) -> String? {
        switch piece {
        case .text: nil
        // What was never seen is some word.
        case .value(let name): value(name).map(Pattern.escape) ?? "\\S+"
        case .match(_, let pattern): pattern
        case .anything: ".*?"
        }
    }

    /// How many characters stand before the hole and in it.
    private static func found(_ source: String, _ text: Substring) -> (before: Int, hole: Int)? {
        guard let pattern = try? Pattern(source, options: .interpreted),
            let match = try? pattern.firstMatch(in: String(text)),
            let before = match["stardialBefore"], let hole = match["stardialHole"]
        else { return nil }
        let count = before.count
        return (before + hole).count == count + hole.count ? (count, hole.count) : nil
    }
}

extension Template.Piece {
    fileprivate var isHole: Bool { if case .text = self { false } else { true } }

    /// The hole as it is written.
    fileprivate var written: String {
        switch self {
        case .text(let text): text
        case .value(let name): "{{\(name)}}"
        case .match(let name, let pattern): "{{\(name ?? ""):\(pattern)}}"
        case .anything: "{{*}}"
        }
    }

    /// The last word of a text as a pattern, with what stands behind it.
    fileprivate var lastWord: String {
        guard case .text(let text) = self else { return "" }
        let end = text.reversed().prefix { !$0.isLetter && !$0.isNumber }.count
        let word = text.dropLast(end).reversed().prefix { $0 != " " }.count
        return Pattern.escape(String(text.suffix(word + end)))
    }

    /// The last two words of a text as a pattern, of which the last may be any; nil without one.
    fileprivate var lastWordLoosely: String? {
        guard case .text(let text) = self else { return nil }
        let end = text.reversed().prefix { !$0.isLetter && !$0.isNumber }.count
        let word = text.dropLast(end).reversed().prefix { $0 != " " }.count
        guard word > 0 else { return nil }
        let head = text.dropLast(end + word)
        let any = "\\S+?" + Pattern.escape(String(text.suffix(end)))
        guard let last = head.split(separator: " ").last else { return any }
        return ".*?" + Pattern.escape(last + " ") + any
    }

    /// The first word of a text as a pattern, with what stands before it.
    fileprivate var firstWord: String {
        guard case .text(let text) = self else { return "" }
        let start = text.prefix { !$0.isLetter && !$0.isNumber }.count
        let word = text.dropFirst(start).prefix { $0 != " " }.count
        return Pattern.escape(String(text.prefix(start + word)))
    }
}
