// SPDX-License-Identifier: Apache-2.0
public import GSM

/// Lines of text, some of which depend on a value.
public struct Body: Hashable, Sendable {
    /// The parts in order; each begins on a new line.
    public let parts: [Part]
    /// UCS-2 when a literal of the body has no place in the GSM 7-bit default alphabet.
    public let alphabet: Alphabet

    /// A part of a body.
    public enum Part: Hashable, Sendable {
        /// Lines that always stand there, joined by line feeds.
        case lines(Template)
        /// Lines chosen by the word in a slot; a word without an arm draws nothing.
        case byWord(Reference, arms: [Arm])
        /// Lines chosen by a number, a template for each form of the rule; what is no number has
        /// the last one.
        case byNumber(Reference, rule: PluralRule, forms: [Template])
    }

    /// The lines for one word of a choice.
    public struct Arm: Hashable, Sendable {
        /// The word.
        public let word: String
        /// Its lines.
        public let lines: Template

        /// Makes an arm.
        public init(word: String, lines: Template) {
            self.word = word
            self.lines = lines
        }
    }

    /// Makes a body and finds its alphabet.
    public init(_ parts: [Part]) {
        self.parts = parts
        let isForced = parts.contains { part in
            switch part {
            case .lines(let template): template.alphabet == .ucs2
            case .byWord(_, let arms): arms.contains { $0.lines.alphabet == .ucs2 }
            case .byNumber(_, _, let forms): forms.contains { $0.alphabet == .ucs2 }
            }
        }
        alphabet = isForced ? .ucs2 : .gsm7
    }

    /// A body of one literal text.
    public init(literal text: String) {
        self.init([.lines(Template([.literal(text)]))])
    }

    /// No text at all.
    public static let empty = Body([])
}

/// Text cut into literals of known size and holes.
public struct Template: Hashable, Sendable {
    /// The pieces in order.
    public let pieces: [Piece]
    /// UCS-2 when a literal has no place in the GSM 7-bit default alphabet.
    public let alphabet: Alphabet

    /// Makes a template from pieces.
    public init(_ pieces: [Piece]) {
        self.pieces = pieces
        let forced = pieces.contains { piece in
            if case .literal(let literal) = piece { literal.septets == nil } else { false }
        }
        alphabet = forced ? .ucs2 : .gsm7
    }

    /// A literal or a hole.
    public enum Piece: Hashable, Sendable {
        /// Text that stands as the author wrote it.
        case literal(Literal)
        /// A value put in when the screen is drawn.
        case hole(Reference)

        /// A literal, measured.
        public static func literal(_ text: String) -> Piece {
            .literal(Literal(text))
        }
    }

    /// Text and its size in both alphabets.
    public struct Literal: Hashable, Sendable {
        /// The text.
        public let text: String
        /// Septets in the default alphabet, or nil when it cannot carry the text.
        public let septets: Int?
        /// UTF-16 code units.
        public let units: Int

        /// Measures a text once, so that drawing never has to.
        public init(_ text: String) {
            self.text = text
            let size = TextSize.measure(text)
            septets = size.alphabet == .gsm7 ? size.units : nil
            units = text.utf16.count
        }
    }
}
