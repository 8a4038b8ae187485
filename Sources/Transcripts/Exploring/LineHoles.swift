// SPDX-License-Identifier: Apache-2.0

/// Finds what of a line differs from run to run, and puts holes there.
///
/// The same scene is played twice, with other seeds and at other times: what differs was generated.
struct LineHoles {
    /// The names under which generated values are remembered.
    private var names: [String: String] = [:]
    private var references = 0
    private var codes = 0
    /// Whether each code gets a name of its own; else the newest is always the one that is meant.
    var numbersCodes = false
    /// Words that were generated, as another run showed, though they look like others.
    var generated: Set<String> = []

    /// The expected line for one that was shown in both runs.
    ///
    /// - Parameters:
    ///   - line: As shown in the scene that is written.
    ///   - other: As shown in the other run; nil when it showed no such line.
    /// - Returns: The line with a hole for each word that differs.
    mutating func template(_ line: String, _ other: String?) -> Template {
        // Blanks at the end are not compared, and braces would be read as a hole.
        let line = Self.trimmed(line)
        let other = other.map(Self.trimmed)
        guard !line.contains("{{") else { return Template([.anything]) }
        return compared(line, other)
    }

    private mutating func compared(_ line: String, _ other: String?) -> Template {
        guard let other, line != other else { return Template(line.isEmpty ? [] : [.text(line)]) }
        let (words, others) = (Self.words(line), Self.words(other))
        guard words.count == others.count else { return Template(Self.framed(line, other)) }
        var pieces: [Template.Piece] = []
        var own: Set<String> = []
        for (word, other) in zip(words, others) {
            if word == other {
                pieces.append(.text(word))
            } else {
                pieces.append(hole(word, in: line, &own))
            }
        }
        return Template(Self.joined(pieces))
    }

    /// The expected line for one that was shown once, with a hole for each word that looks
    /// generated: a reference of ten capital letters and digits, or a code to be sent back.
    mutating func template(_ line: String) -> Template {
        let line = Self.trimmed(line)
        let others = Self.words(line).map { word in
            isReference(word) || line.contains("Reply YES \(word) ") ? Self.other : word
        }
        return compared(line, others.joined())
    }

    /// The name under which a word is remembered, or nil.
    func name(of word: String) -> String? { names[word] }

    /// What stands in another run for a word that is generated: one sign, and no line has it.
    private static let other = "\u{1A}"

    private func isReference(_ word: String) -> Bool {
        Self.mayBeReference(word) && word.contains(where: \.isLetter)
            && (word.contains(where: \.isNumber) || generated.contains(word))
    }

    /// Whether a word has the shape of a reference, which a name in capital letters can have too.
    static func mayBeReference(_ word: String) -> Bool {
        word.utf8.count == 10 && word.utf8.allSatisfy(isUpperOrDigit)
    }

    private mutating func hole(
        _ word: String,
        in line: String,
        _ own: inout Set<String>
    ) -> Template.Piece {
        if let name = names[word] { return own.contains(name) ? .anything : .value(name) }
        let name: String
        let pattern: String
        if Self.mayBeReference(word) {
            references += 1
            name = references == 1 ? "ref" : "ref\(references)"
            pattern = "[0-9A-Z]{10}"
        } else if line.contains("Reply YES \(word) ") {
            codes += 1
            let isFirst = codes == 1 || !numbersCodes
            name = isFirst ? SceneRun.codeName : "\(SceneRun.codeName)\(codes)"
            pattern = "[0-9]{4}"
        } else {
            return .anything
        }
        names[word] = name
        own.insert(name)
        return .match(name: name, pattern: pattern)
    }

    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }

    private static func isUpperOrDigit(_ octet: UInt8) -> Bool {
        48...57 ~= octet || 65...90 ~= octet
    }

    /// Runs of letters and digits, and every other character by itself.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var isInside = false
        for character in line {
            let isPart = character.isLetter || character.isNumber
            if isPart, isInside, let last = words.indices.last {
                words[last].append(character)
            } else {
                words.append(String(character))
            }
            isInside = isPart
        }
        return words
    }

    /// What both lines begin and end with, and a hole between.
    private static func framed(_ line: String, _ other: String) -> [Template.Piece] {
        let before = zip(line, other).prefix { $0 == $1 }.count
        let rest = min(line.count, other.count) - before
        let after = zip(line.reversed(), other.reversed()).prefix { $0 == $1 }.count
        let (head, tail) = (line.prefix(before), line.suffix(min(after, rest)))
        return joined([.text(String(head)), .anything, .text(String(tail))])
    }

    /// Texts side by side as one, and holes with one sign between them as one.
    static func joined(_ pieces: [Template.Piece]) -> [Template.Piece] {
        var joined: [Template.Piece] = []
        for piece in pieces {
            if case .text("") = piece { continue }
            if case .text(let text) = piece, case .text(let before)? = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else if piece == .anything, joined.count >= 2, joined[joined.count - 2] == .anything,
                case .text(let between)? = joined.last, between.count == 1
            {
                joined.removeLast()
            } else if piece != .anything || joined.last != .anything {
                joined.append(piece)
            }
        }
        return joined
    }
}
