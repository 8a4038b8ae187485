// SPDX-License-Identifier: Apache-2.0
import Patterns
import SourceText

/// Cuts a text into literals and holes.
struct TemplateReader {
    private let octets: ArraySlice<UInt8>
    private var position: Int
    /// Where the text begins that is not in a piece yet.
    private var literalStart: Int
    private var pieces: [Template.Piece] = []
    private let shelf: PatternShelf

    /// Something wrong with a template and where, in octets of its text.
    struct Failure: Error {
        let mistake: StepMistake
        let range: Range<Int>
    }

    private init(_ octets: ArraySlice<UInt8>, _ shelf: PatternShelf) {
        self.octets = octets
        self.shelf = shelf
        position = octets.startIndex
        literalStart = octets.startIndex
    }

    /// Reads a template, and proves that the pattern it becomes is valid.
    static func read(_ text: String, isPattern: Bool = false) throws(Failure) -> Template {
        try read(Array(text.utf8)[...], isPattern: isPattern, PatternShelf())
    }

    /// Reads a template from octets, and proves that the pattern it becomes is valid.
    static func read(
        _ octets: ArraySlice<UInt8>,
        isPattern: Bool,
        _ shelf: PatternShelf
    ) throws(Failure) -> Template {
        var reader = TemplateReader(octets, shelf)
        let brace = UInt8(ascii: "{")
        while reader.position < octets.endIndex {
            let next = reader.position + 1
            if octets[reader.position] == brace, next < octets.endIndex, octets[next] == brace {
                try reader.readHole()
            } else {
                reader.position = next
            }
        }
        reader.endLiteral(at: octets.endIndex)
        let template = Template(reader.pieces, isPattern: isPattern)
        return template.isLiteral ? template : try reader.proven(template)
    }

    private mutating func endLiteral(at end: Int) {
        guard literalStart < end else { return }
        pieces.append(.text(String(decoding: octets[literalStart..<end], as: UTF8.self)))
    }

    /// Reads from `{{` to its `}}`; a pattern in it may end in braces of its own.
    private mutating func readHole() throws(Failure) {
        let start = position
        guard let close = closing(from: start + 2) else {
            throw failure("The hole is not closed.", start..<octets.endIndex)
        }
        let inside = octets[(start + 2)..<close]
        position = close + 2
        endLiteral(at: start)
        literalStart = position
        if inside.elementsEqual("*".utf8) { return pieces.append(.anything) }
        let colon = inside.firstIndex(of: UInt8(ascii: ":"))
        let name = String(decoding: inside[..<(colon ?? inside.endIndex)], as: UTF8.self)
        if let colon {
            let pattern = String(decoding: inside[(colon + 1)...], as: UTF8.self)
            guard !pattern.isEmpty, name.isEmpty || Self.isName(name) else {
                throw failure("The hole has no pattern, or a name that is none.", start..<position)
            }
            _ = try compiled("(?:\(pattern))", start..<position)
            pieces.append(.match(name: name.isEmpty ? nil : name, pattern: pattern))
        } else {
            let parts = Variables.parts(of: name)
            let isName = parts.map { PhoneName.isName($0.phone) && Self.isName($0.field) }
            guard isName ?? Self.isName(name) else {
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
        while index + 1 < octets.endIndex {
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

    /// The template with the pattern that it becomes, where that is the same for all values.
    private func proven(_ template: Template) throws(Failure) -> Template {
        let names = template.captures
        for name in names where names.count(where: { $0 == name }) > 1 {
            throw Failure(mistake: .duplicateCapture(name), range: place(octets.indices))
        }
        guard let source = template.patternSource({ _ in "0" }) else { return template }
        let pattern = try compiled(source, octets.indices)
        guard template.uses.isEmpty else { return template }
        return Template(template.pieces, isPattern: template.isPattern, pattern: pattern)
    }

    private func compiled(_ source: String, _ range: Range<Int>) throws(Failure) -> Pattern {
        do {
            return try shelf.pattern(source)
        } catch {
            let reason =
                if case .invalid(let message, _) = error { message } else { "\(error)" }
            throw Failure(mistake: .badPattern(reason), range: place(range))
        }
    }

    private func failure(_ what: String, _ range: Range<Int>) -> Failure {
        Failure(mistake: .badHole(what), range: place(range))
    }

    /// A stretch of the octets as it is counted from the first.
    private func place(_ range: Range<Int>) -> Range<Int> {
        range.lowerBound - octets.startIndex..<range.upperBound - octets.startIndex
    }

    /// Whether a word can name what is remembered: a letter, then letters, digits, underscores.
    private static func isName(_ word: String) -> Bool {
        PhoneName.isName(word) && !word.utf8.contains(UInt8(ascii: "-"))
    }
}
