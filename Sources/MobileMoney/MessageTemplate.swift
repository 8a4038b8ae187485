// SPDX-License-Identifier: Apache-2.0

/// A text with `{sum}` and the like where a value stands, taken apart once.
struct MessageTemplate: Sendable {
    /// What a value is called between its braces.
    enum Hole: String, Sendable {
        case id, sum, when, price, due, toll, commission, earned, balance, payer, payee, till
        case date, amount
    }

    /// Words, and the value behind them; nil behind the last.
    private let parts: [(words: String, hole: Hole?)]

    /// Takes a text apart; a hole of an unknown name stays empty.
    init(_ text: String) {
        var parts: [(words: String, hole: Hole?)] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let hole = Hole(rawValue: String(rest[rest.index(after: open)..<close]))
            parts.append((String(rest[..<open]), hole))
            rest = rest[rest.index(after: close)...]
        }
        parts.append((String(rest), nil))
        self.parts = parts
    }

    /// The text with its values; a value is never read as a template.
    func filled(_ value: (Hole) -> String) -> String {
        var text = ""
        for part in parts {
            text += part.words
            if let hole = part.hole { text += value(hole) }
        }
        return text
    }
}

extension MessageTemplate: ExpressibleByStringLiteral {
    /// Takes a text apart.
    init(stringLiteral text: String) { self.init(text) }
}
