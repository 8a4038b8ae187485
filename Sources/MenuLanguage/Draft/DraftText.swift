// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// A value in a slot, with its type and where the author named it.
struct DraftReference: Sendable {
    let reference: Reference
    let type: ValueType
    /// As it was written, `me.balance`.
    let name: String
    let range: SourceRange
}

/// Values that are added up.
struct DraftSum: Sendable {
    var terms: [(reference: DraftReference, isTaken: Bool)]
    var constant: Int64
    var isMoney: Bool
    /// The results that its place can hold.
    var takes: ClosedRange<Int64>
    /// As it was written, `me.balance - quote.fee`.
    var written: String

    /// The sum as the program has it.
    var lowered: Sum {
        Sum(
            terms.map { Sum.Term($0.reference.reference, isTaken: $0.isTaken) },
            constant: constant,
            isMoney: isMoney,
            takes: takes
        )
    }
}

/// A value that is handed over or compared.
enum DraftOperand: Sendable {
    case reference(DraftReference)
    case constant(Value)
    case sum(DraftSum)

    /// The operand as the program has it.
    var lowered: Operand {
        switch self {
        case .reference(let reference): .reference(reference.reference)
        case .constant(let value): .constant(value)
        case .sum(let sum): .sum(sum.lowered)
        }
    }

    /// The value that is handed over as it is, if it is one.
    var use: DraftReference? {
        if case .reference(let reference) = self { reference } else { nil }
    }

    /// The values read.
    var uses: [DraftReference] {
        switch self {
        case .reference(let reference): [reference]
        case .constant: []
        case .sum(let sum): sum.terms.map(\.reference)
        }
    }
}

/// A piece of a line: what the author wrote, or a value.
enum DraftPiece: Sendable {
    case literal(String, SourceRange?)
    indirect case hole(DraftReference)
}

/// One line of text.
struct DraftLine: Sendable {
    var pieces: [DraftPiece]
    /// Where it is written; nil for a line of the compiler's own.
    var range: SourceRange?

    /// The values shown in it.
    var uses: [DraftReference] {
        pieces.compactMap { if case .hole(let reference) = $0 { reference } else { nil } }
    }

    /// The line as the program has it.
    var lowered: [Template.Piece] {
        pieces.map { piece in
            switch piece {
            case .literal(let text, _): .literal(text)
            case .hole(let reference): .hole(reference.reference)
            }
        }
    }
}

/// Lines, some of which depend on a word.
struct DraftBody: Sendable {
    var parts: [Part] = []
    /// The context of a text that stands at many places and is translated once, as `#wrong`.
    var shared: String?

    /// The context of what the menu says to an answer that is none.
    static let menuWrong = "#wrong"

    /// Whether it is ``DraftMenu/wrongChoice``.
    var isMenuWrong: Bool { shared == Self.menuWrong }

    /// Lines that always stand, or lines for each word of a value or for each form of a number.
    enum Part: Sendable {
        case lines([DraftLine])
        case byNumber(DraftReference, rule: PluralRule, forms: [[DraftLine]])
        case byWord(DraftReference, arms: [(word: String, lines: [DraftLine])])
    }

    /// A body of one line of the compiler's own.
    init(_ pieces: [DraftPiece], shared: String? = nil) {
        parts = [.lines([DraftLine(pieces: pieces)])]
        self.shared = shared
    }

    /// A body of parts.
    init(parts: [Part] = []) { self.parts = parts }

    /// The values shown or tested in it.
    var uses: [DraftReference] {
        parts.flatMap { part -> [DraftReference] in
            switch part {
            case .lines(let lines): lines.flatMap(\.uses)
            case .byNumber(let number, _, let forms):
                [number] + forms.flatMap { $0.flatMap(\.uses) }
            case .byWord(let subject, let arms):
                [subject] + arms.flatMap { $0.lines.flatMap(\.uses) }
            }
        }
    }

    /// The lines of all parts and arms.
    var lines: [DraftLine] {
        parts.flatMap { part in
            switch part {
            case .lines(let lines): lines
            case .byNumber(_, _, let forms): forms.flatMap(\.self)
            case .byWord(_, let arms): arms.flatMap(\.lines)
            }
        }
    }

    /// How many lines all parts and arms have.
    var lineCount: Int {
        parts.reduce(0) { count, part in
            switch part {
            case .lines(let lines): count + lines.count
            case .byNumber(_, _, let forms): forms.reduce(count) { $0 + $1.count }
            case .byWord(_, let arms): arms.reduce(count) { $0 + $1.lines.count }
            }
        }
    }

    /// The body as the program has it.
    var lowered: Body {
        Body(
            parts.map { part in
                switch part {
                case .lines(let lines): .lines(Self.template(lines))
                case .byNumber(let number, let rule, let forms):
                    .byNumber(
                        number.reference,
                        rule: rule,
                        forms: forms.map { Self.template($0) }
                    )
                case .byWord(let subject, let arms):
                    .byWord(
                        subject.reference,
                        arms: arms.map {
                            Body.Arm(word: $0.word, lines: Self.template($0.lines))
                        }
                    )
                }
            }
        )
    }

    /// As many octets as a line has, to make room for several at once.
    private static let lineOctetsUsual = 32

    /// Joins lines by line feeds and neighbouring literals into one.
    static func template(_ lines: [DraftLine]) -> Template {
        var pieces: [Template.Piece] = []
        var text = ""
        if lines.count > 1 { text.reserveCapacity(lines.count * lineOctetsUsual) }
        for (index, line) in lines.enumerated() {
            if index > 0 { text += "\n" }
            for piece in line.pieces {
                switch piece {
                case .literal(let literal, _): text += literal
                case .hole(let hole):
                    if !text.isEmpty { pieces.append(.literal(text)) }
                    text = ""
                    pieces.append(.hole(hole.reference))
                }
            }
        }
        if !text.isEmpty { pieces.append(.literal(text)) }
        return Template(pieces)
    }
}
