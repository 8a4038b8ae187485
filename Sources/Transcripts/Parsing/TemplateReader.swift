// SPDX-License-Identifier: Apache-2.0
import Patterns
import SourceText

/// Cuts a text into literals and holes.
struct TemplateReader {
    private let octets: [UInt8]
    private var position = 0
    private var pieces: [Template.Piece] = []
    private var literal: [UInt8] = []

    /// Something wrong with a template and where, in octets of its text.
    struct Failure: Error {
        let mistake: StepMistake
        let range: Range<Int>
    }

    private init(_ text: String) {
        octets = Array(text.utf8)
    }

    /// Reads a template, and proves that the pattern it becomes is valid.
    static func read(
        _ text: String,
        isPattern: Bool = false
    ) throws(Failure) -> Template {
        var reader = TemplateReader(text)
        while reader.position < reader.octets.count {
            if reader.octets[reader.position...].starts(with: "{{".utf8) {
                try reader.readHole()
            } else {
                reader.literal.append(reader.octets[reader.position])
                reader.position += 1
            }
        }
        reader.endLiteral()
        let template = Template(reader.pieces, isPattern: isPattern)
        if !template.isLiteral { try reader.prove(template) }
        return template
    }

    private mutating func endLiteral() {
        guard !literal.isEmpty else { return }
        pieces.append(.text(String(decoding: literal, as: UTF8.self)))
        literal = []
    }

    /// Reads from `{{` to its `}}`; a pattern in it may end in braces of its own.
    private mutating func readHole() throws(Failure) {
        let start = position
        guard let close = closing(from: start + 2) else {
            throw failure("The hole is not closed.", start..<octets.count)
        }
        let inside = octets[(start + 2)..<close]
        position = close + 2
        endLiteral()
        if inside.elementsEqual("*".utf8) { return pieces.append(.anything) }
        let parts = inside.split(
            separator: UInt8(ascii: ":"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let name = String(decoding: parts.first ?? [], as: UTF8.self)
        if parts.count == 2 {
            let pattern = String(decoding: parts[1], as: UTF8.self)
            guard !pattern.isEmpty, name.isEmpty || Self.isName(name) else {
                throw failure("The hole has no pattern, or a name that is none.", start..<position)
            }
            try Self.prove("(?:\(pattern))", start..<position)
            pieces.append(.match(name: name.isEmpty ? nil : name, pattern: pattern))
        } else {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(
                String.init
            )
            let isName =
                parts.count == 1 && Self.isName(name)
                || parts.count == 2 && PhoneName.isName(parts[0]) && Self.isName(parts[1])
            guard isName else {
                throw failure("There is no name in the hole.", start..<position)
            }
            pieces.append(.value(name))
        }
    }

    /// Where the closing `}}` of a hole begins.
    private func closing(from start: Int) -> Int? {
        let brace = UInt8(ascii: "}")
        var hasColon = false
        var index = start
        while index + 1 < octets.count {
            if octets[index] == UInt8(ascii: ":") { hasColon = true }
            guard octets[index] == brace, octets[index + 1] == brace else {
                index += 1
                continue
            }
            guard hasColon else { return index }
            let run = octets[index...].prefix { $0 == brace }.count
            return index + run - 2
        }
        return nil
    }

    private func prove(_ template: Template) throws(Failure) {
        let names = template.captures
        for name in names where names.count(where: { $0 == name }) > 1 {
            throw Failure(mistake: .duplicateCapture(name), range: 0..<octets.count)
        }
        guard let source = template.patternSource({ _ in "0" }) else { return }
        try Self.prove(source, 0..<octets.count)
    }

    private static func prove(_ source: String, _ range: Range<Int>) throws(Failure) {
        do {
            _ = try Pattern(source, options: .wholeInput)
        } catch {
            let reason =
                if case .invalid(let message, _) = error { message } else { "\(error)" }
            throw Failure(mistake: .badPattern(reason), range: range)
        }
    }

    private func failure(_ what: String, _ range: Range<Int>) -> Failure {
        Failure(mistake: .badHole(what), range: range)
    }

    /// Whether a word can name what is remembered: a letter, then letters, digits, underscores.
    private static func isName(_ word: String) -> Bool {
        PhoneName.isName(word) && !word.utf8.contains(UInt8(ascii: "-"))
    }
}
