// SPDX-License-Identifier: Apache-2.0

/// A grammar in the notation of the page "The grammar": rules of what may stand where.
struct Grammar {
    /// The rules in the order they are written.
    private(set) var rules: [(name: String, body: Part)] = []

    /// What may stand in one place.
    indirect enum Part: Equatable {
        /// A word or sign as it is written.
        case literal(String)
        /// Another rule.
        case rule(String)
        /// A kind of word that the grammar does not take apart, as `NAME`.
        case kind(String)
        /// A new line, one step deeper than the line that the rule began on.
        case line
        case row([Part])
        case oneOf([Part])
        case optional(Part)
        case repeated(Part)
    }

    /// A mistake in the grammar itself.
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    private enum Token: Equatable {
        case literal(String)
        case word(String)
        case sign(Character)
    }

    /// Reads rules; a rule ends where the next begins.
    init(_ text: String) throws {
        var tokens = try Self.tokens(text)[...]
        while let first = tokens.popFirst() {
            guard case .word(let name) = first, tokens.popFirst() == .sign("=") else {
                throw Mistake(description: "A rule should begin at \(first).")
            }
            let body = try Self.alternatives(&tokens)
            if rules.contains(where: { $0.name == name }) {
                throw Mistake(description: "\(name) has two rules.")
            }
            rules.append((name, body))
        }
    }

    /// The body of a rule.
    subscript(name: String) -> Part? { rules.first { $0.name == name }?.body }

    /// Every part of every rule.
    var parts: [Part] { rules.flatMap { $0.body.all } }

    private static func tokens(_ text: String) throws -> [Token] {
        var tokens: [Token] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if rest.hasPrefix("(*") {
                guard let end = rest.firstRange(of: "*)") else {
                    throw Mistake(description: "A comment does not end.")
                }
                rest = rest[end.upperBound...]
            } else if first == "\"" {
                let body = rest.dropFirst().prefix { $0 != "\"" }
                tokens.append(.literal(String(body)))
                rest = rest[body.endIndex...].dropFirst()
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter }
                tokens.append(.word(String(word)))
                rest = rest[word.endIndex...]
            } else {
                tokens.append(.sign(first))
                rest.removeFirst()
            }
        }
        return tokens
    }

    private static func alternatives(_ tokens: inout ArraySlice<Token>) throws -> Part {
        var alternatives = [try row(&tokens)]
        while tokens.first == .sign("|") {
            tokens.removeFirst()
            alternatives.append(try row(&tokens))
        }
        return alternatives.count == 1 ? alternatives[0] : .oneOf(alternatives)
    }

    private static func row(_ tokens: inout ArraySlice<Token>) throws -> Part {
        var parts: [Part] = []
        while let token = tokens.first {
            if case .word = token, tokens.dropFirst().first == .sign("=") { break }
            if [.sign("|"), .sign(")"), .sign("]"), .sign("}")].contains(token) { break }
            tokens.removeFirst()
            parts.append(try part(token, &tokens))
        }
        if parts.isEmpty { throw Mistake(description: "Something stands for nothing.") }
        return parts.count == 1 ? parts[0] : .row(parts)
    }

    private static func part(_ token: Token, _ tokens: inout ArraySlice<Token>) throws -> Part {
        switch token {
        case .literal(let text): return .literal(text)
        case .word(let word): return word == word.uppercased() ? .kind(word) : .rule(word)
        case .sign("↵"): return .line
        case .sign(let sign):
            let ends: [Character: Character] = ["(": ")", "[": "]", "{": "}"]
            guard let end = ends[sign] else {
                throw Mistake(description: "\(sign) has no meaning.")
            }
            let inner = try alternatives(&tokens)
            guard tokens.popFirst() == .sign(end) else {
                throw Mistake(description: "\(sign) is not closed.")
            }
            return sign == "(" ? inner : sign == "[" ? .optional(inner) : .repeated(inner)
        }
    }
}

extension Grammar.Part {
    /// The part and everything within it.
    var all: [Grammar.Part] {
        switch self {
        case .literal, .rule, .kind, .line: [self]
        case .row(let parts), .oneOf(let parts): [self] + parts.flatMap(\.all)
        case .optional(let part), .repeated(let part): [self] + part.all
        }
    }
}
