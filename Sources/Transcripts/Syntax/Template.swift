// SPDX-License-Identifier: Apache-2.0
import Patterns

/// Text with holes: what a phone types, a line it should show, or a pattern.
public struct Template: Sendable {
    /// Whether the text between the holes is PCRE2 and not literal.
    public let isPattern: Bool
    /// The text and its holes in order.
    public let pieces: [Piece]
    /// What it matches by; nil where that depends on values, or is not at hand.
    let pattern: Pattern?

    /// A stretch of a template.
    public enum Piece: Hashable, Sendable {
        /// Text as written.
        case text(String)
        /// `{{ref}}` or `{{amina.pin}}`: the value is put in.
        case value(String)
        /// `{{ref:[A-Z2-9]{10}}}`: matches and is remembered; `{{:[0-9]+}}` is not.
        case match(name: String?, pattern: String)
        /// `{{*}}`: matches anything in the line.
        case anything
    }

    init(_ pieces: [Piece], isPattern: Bool = false, pattern: Pattern? = nil) {
        self.pieces = pieces
        self.isPattern = isPattern
        self.pattern = pattern
    }

    /// Whether it has no holes and is no pattern.
    var isPlain: Bool {
        guard !isPattern, pieces.count <= 1 else { return false }
        return if case .text? = pieces.first { true } else { pieces.isEmpty }
    }

    /// The names whose values are put in.
    public var uses: [String] {
        pieces.compactMap { if case .value(let name) = $0 { name } else { nil } }
    }

    /// The names it remembers what matched under.
    public var captures: [String] {
        pieces.compactMap { if case .match(let name, _) = $0 { name } else { nil } }
    }

    /// Whether it can only match one text once its values are known.
    var isLiteral: Bool {
        !isPattern
            && pieces.allSatisfy {
                switch $0 {
                case .text, .value: true
                case .match, .anything: false
                }
            }
    }

    /// The text with its values put in; nil when one is missing or a piece only matches.
    func filled(_ value: (String) -> String?) -> String? {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .value(let name):
                guard let part = value(name) else { return nil }
                text += part
            case .match, .anything: return nil
            }
        }
        return text
    }
}

extension Template: Hashable {
    /// Two templates are equal when they are written alike.
    public static func == (left: Template, right: Template) -> Bool {
        left.isPattern == right.isPattern && left.pieces == right.pieces
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(isPattern)
        hasher.combine(pieces)
    }
}
