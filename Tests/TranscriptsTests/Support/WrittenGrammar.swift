// SPDX-License-Identifier: Apache-2.0
import Patterns

/// The rules of the page `Grammar.md`, each as a pattern that takes the first way that fits.
struct WrittenGrammar {
    /// The rules by name, as written.
    private(set) var rules: [String: String] = [:]
    /// The examples of each rule.
    private(set) var examples: [(rule: String, text: String)] = []

    /// Reads the block between the page's fences.
    init(page: String) {
        var name = ""
        let block = page.split(separator: "```").dropFirst().first ?? ""
        for line in block.split(separator: "\n") {
            let trimmed = line.drop { $0 == " " }
            if trimmed.hasPrefix("(* ") {
                examples.append((name, String(trimmed.dropFirst(3).dropLast(3))))
                continue
            }
            var rule = String(line)
            if let equals = line.firstRange(of: " = "), line.first != " " {
                name = String(line.prefix { $0 != " " })
                rule = String(line[equals.upperBound...])
            }
            rules[name, default: ""] += " " + rule
        }
    }

    /// The words between quotes in a rule.
    func words(of rule: String) -> [String] {
        Reader(rules[rule] ?? "", self).tokens.compactMap { token in
            token.hasPrefix("\"") ? String(token.dropFirst().dropLast()) : nil
        }
    }

    /// Whether a text is one that a rule describes.
    func accepts(_ text: String, as rule: String) throws -> Bool {
        var reader = Reader(" " + rule, self)
        return try Pattern(reader.choice(), options: .wholeInput).firstMatch(in: text) != nil
    }

    /// Turns a rule into a pattern.
    private struct Reader {
        let grammar: WrittenGrammar
        private(set) var tokens: [String]

        init(_ rule: String, _ grammar: WrittenGrammar) {
            self.grammar = grammar
            tokens = Self.tokens(rule)
        }

        mutating func choice() -> String {
            var ways: [String] = []
            var way = ""
            while let token = tokens.first, !["]", "}", ")"].contains(token) {
                tokens.removeFirst()
                if token == "|" {
                    ways.append(way)
                    way = ""
                } else {
                    way += item(token)
                }
            }
            return "(?>" + (ways + [way]).joined(separator: "|") + ")"
        }

        private mutating func item(_ token: String) -> String {
            if ["[", "{", "("].contains(token) {
                let inner = choice()
                if !tokens.isEmpty { tokens.removeFirst() }
                return inner + (token == "[" ? "?+" : token == "{" ? "*+" : "")
            }
            let inside = String(token.dropFirst().dropLast())
            if token.hasPrefix("\"") { return Pattern.escape(inside) }
            if token.hasPrefix("/") { return "(?>\(inside))" }
            var reader = Reader(grammar.rules[token] ?? "/(?!)/", grammar)
            return reader.choice()
        }

        private static func tokens(_ rule: String) -> [String] {
            var tokens: [String] = []
            var rest = Substring(rule).drop { $0 == " " }
            while let first = rest.first {
                var end = rest.index(after: rest.startIndex)
                if first == "\"" || first == "/" {
                    let stop = first == "\"" ? "\"" : "/ "
                    let behind = (String(rest[end...]) + " ").firstRange(of: stop)
                    let length = behind.map {
                        (String(rest[end...]) + " ")[..<$0.lowerBound].count + 1
                    }
                    end = rest.index(end, offsetBy: length ?? 0, limitedBy: rest.endIndex) ?? end
                } else if first.isLetter {
                    end =
                        rest.firstIndex { !($0.isLetter || $0.isNumber || $0 == "-") }
                        ?? rest.endIndex
                }
                tokens.append(String(rest[..<end]))
                rest = rest[end...].drop { $0 == " " }
            }
            return tokens
        }
    }
}
