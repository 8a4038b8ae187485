// SPDX-License-Identifier: Apache-2.0

/// Writes files that a grammar allows, chosen by lot.
struct GrammarWriter {
    let grammar: Grammar
    /// Words of each kind that the grammar does not take apart.
    let words: [String: [String]]
    /// The rules of which no alternative may be taken twice in one line's block.
    let onceOnly: Set<String>

    private var lottery: Lottery
    private var text = ""
    private var depth = 0
    /// The alternatives taken, by rule.
    private(set) var taken: [String: Set<Int>] = [:]
    private var takenHere: [String: Set<Int>] = [:]
    private var isTight = true
    private var followsName = false

    /// How deep rules are followed before the shortest way out is taken.
    private static let depthMax = 9

    init(_ grammar: Grammar, words: [String: [String]], onceOnly: Set<String>, seed: UInt64) {
        self.grammar = grammar
        self.words = words
        self.onceOnly = onceOnly
        lottery = Lottery(seed: seed)
    }

    /// A file.
    mutating func file(from rule: String) -> String {
        (text, depth, isTight) = ("", 0, true)
        write(.rule(rule), level: -1)
        return text + "\n"
    }

    private mutating func write(_ part: Grammar.Part, level: Int) {
        var level = level
        write(part, base: level, &level)
    }

    private mutating func write(_ part: Grammar.Part, base: Int, _ level: inout Int) {
        switch part {
        case .literal(let literal):
            put(literal)
            followsName = false
        case .kind(let kind):
            put(words[kind]?.randomElement(using: &lottery) ?? kind)
            followsName = kind == "NAME"
        case .line:
            level = base + 1
            text += (text.isEmpty ? "" : "\n") + String(repeating: "    ", count: level)
            isTight = true
        case .rule(let name):
            depth += 1
            if name == "menu" || name == "ask" { takenHere = [:] }
            if let body = grammar[name] { write(rule: name, body, level: level) }
            depth -= 1
        case .row(let parts): for part in parts { write(part, base: base, &level) }
        case .oneOf(let parts):
            if let part = parts.randomElement(using: &lottery) { write(part, base: base, &level) }
        case .optional(let part):
            var inner = level
            if isDeep || Bool.random(using: &lottery) { return }
            write(part, base: base, &inner)
        case .repeated(let part):
            if isDeep { return }
            for _ in 0..<Int.random(in: 0...3, using: &lottery) {
                var inner = level
                write(part, base: base, &inner)
            }
        }
    }

    private mutating func write(rule name: String, _ body: Grammar.Part, level: Int) {
        guard case .oneOf(let parts) = body else { return write(body, level: level) }
        var open = Array(parts.indices)
        if onceOnly.contains(name) {
            open.removeAll { takenHere[name]?.contains($0) == true }
        } else if isDeep {
            open = Array(parts.indices.suffix(1))
        }
        guard let index = open.randomElement(using: &lottery) else { return dropLine() }
        taken[name, default: []].insert(index)
        takenHere[name, default: []].insert(index)
        write(parts[index], level: level)
    }

    private var isDeep: Bool { depth > Self.depthMax }

    /// Takes back the line that was begun for a rule with nothing left to say.
    private mutating func dropLine() {
        if let last = text.lastIndex(of: "\n") { text = String(text[..<last]) } else { text = "" }
    }

    private mutating func put(_ word: String) {
        let isTight =
            isTight || Self.closing.contains(word) || word == "*" && endsInKey
            || word == "(" && followsName
        let isForm = word == "|" && isInHole
        if !isTight, !isForm, !text.isEmpty { text += " " }
        text += word
        self.isTight = Self.opening.contains(word) || isForm
    }

    /// Whether a brace is open, behind which `|` parts the forms of a word.
    private var isInHole: Bool {
        guard let brace = text.lastIndex(where: { $0 == "{" || $0 == "}" }) else { return false }
        return text[brace] == "{"
    }

    private var endsInKey: Bool { text.last?.isNumber == true || text.last == "}" }

    private static let closing = [",", ")", ".", "}", "]", ":", "#"]
    private static let opening = ["(", ".", "{", "[", "*"]
}
