// SPDX-License-Identifier: Apache-2.0
import Patterns

/// A pattern as far as it takes to write answers that nearly match it.
///
/// It reads what patterns are mostly made of. What it does not know it takes for a letter, which
/// makes an answer worse but nothing wrong.
struct PatternShape {
    /// What stands before a repetition, what it repeats, and what stands behind it.
    struct Pump {
        var prefix: String
        var unit: String
        var suffix: String
    }

    private indirect enum Node {
        case text(String)
        case row([Node])
        case choice([Node])
        case repetition(Node, least: Int, isLong: Bool)
    }

    private let scalars: [Unicode.Scalar]
    private let levelsMax: Int
    private var position = 0
    private var level = 0
    /// The least repetitions that can cost anything.
    private static let longFrom = 4

    init(_ source: String, levelsMax: Int) {
        scalars = Array(source.unicodeScalars)
        self.levelsMax = levelsMax
    }

    /// Every repetition, outer ones first.
    mutating func pumps() -> [Pump] {
        var found: [Pump] = []
        Self.collect(choice(), prefix: "", suffix: "", into: &found)
        return found
    }

    private static func collect(
        _ node: Node,
        prefix: String,
        suffix: String,
        into found: inout [Pump]
    ) {
        switch node {
        case .text: break
        case .row(let parts):
            for (index, part) in parts.enumerated() {
                let before = parts[..<index].map(sample).joined()
                let after = parts[(index + 1)...].map(sample).joined()
                collect(part, prefix: prefix + before, suffix: after + suffix, into: &found)
            }
        case .choice(let parts):
            for part in parts { collect(part, prefix: prefix, suffix: suffix, into: &found) }
        case .repetition(let inner, _, let isLong):
            if isLong {
                for unit in units(inner) where !unit.isEmpty {
                    found.append(Pump(prefix: prefix, unit: unit, suffix: suffix))
                }
            }
            collect(inner, prefix: prefix, suffix: suffix, into: &found)
        }
    }

    /// What one round of a repetition can be.
    private static func units(_ node: Node) -> [String] {
        if case .choice(let parts) = node { return parts.map(sample) }
        if case .row(let parts) = node, parts.count == 1 { return units(parts[0]) }
        return [sample(node)]
    }

    /// Some text that the node matches.
    private static func sample(_ node: Node) -> String {
        switch node {
        case .text(let text): text
        case .row(let parts): parts.map(sample).joined()
        case .choice(let parts): parts.first.map(sample) ?? ""
        case .repetition(let inner, let least, _):
            String(repeating: sample(inner), count: min(max(least, 1), 16))
        }
    }
}

extension PatternShape {
    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take() -> Unicode.Scalar? {
        defer { if position < scalars.count { position += 1 } }
        return next
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func choice() -> Node {
        var parts = [row()]
        while take("|") { parts.append(row()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func row() -> Node {
        var parts: [Node] = []
        while let next, next != "|", next != ")" { parts.append(repeated(atom())) }
        return .row(parts)
    }

    private mutating func atom() -> Node {
        switch take() {
        case "(": return group()
        case "[": return .text(member(ofClass: classText()))
        case "\\": return .text(escaped())
        case "^", "$": return .text("")
        case ".", nil: return .text("a")
        case let scalar?: return .text(String(scalar))
        }
    }

    private mutating func group() -> Node {
        var isAside = false
        if take("?") {
            isAside = take("=") || take("!") || take("<=") || take("<!") || take("#")
            if !isAside {
                while let next, next != ":", next != ">", next != ")", next != "(" { _ = take() }
                if next == ":" || next == ">" { _ = take() }
            }
        }
        guard level < levelsMax else {
            position = scalars.count
            return .text("")
        }
        level += 1
        let inner = choice()
        level -= 1
        _ = take(")")
        return isAside ? .text("") : inner
    }

    /// A class with its brackets.
    private mutating func classText() -> String {
        var text = String.UnicodeScalarView("[".unicodeScalars)
        var isFirst = true
        while let scalar = take() {
            text.append(scalar)
            if scalar == "\\", let more = take() { text.append(more) }
            if scalar == "[", next == ":" {
                while let more = take() {
                    text.append(more)
                    if more == "]" { break }
                }
            }
            if scalar == "]", !isFirst { break }
            isFirst = scalar == "^" && isFirst
        }
        return String(text)
    }

    private func member(ofClass text: String) -> String {
        guard let pattern = try? Pattern(text, options: .wholeInput) else { return "a" }
        let candidates = ["a", "0", "A", " ", "-", ".", "x", "9", "Z", "é", "_", "/"]
        return candidates.first { (try? pattern.matches($0)) ?? false } ?? "a"
    }

    private mutating func escaped() -> String {
        guard let scalar = take() else { return "" }
        switch scalar {
        case "b", "B", "A", "z", "Z", "G": return ""
        case "p", "P", "x":
            let start = position - 2
            if next == "{" { while let more = take(), more != "}" {} } else { _ = take() }
            return member(ofClass: Self.text(scalars[start..<position]))
        case "d", "D", "w", "W", "s", "S", "h", "R", "N":
            return member(ofClass: "\\" + String(scalar))
        default: return String(scalar)
        }
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private mutating func repeated(_ node: Node) -> Node {
        var node = node
        while let next {
            let least: Int
            let most: Int?
            switch next {
            case "*": (least, most) = (0, nil)
            case "+": (least, most) = (1, nil)
            case "?": (least, most) = (0, 1)
            case "{":
                guard let counts = counts() else { return node }
                (least, most) = counts
            default: return node
            }
            _ = take()
            if !take("?") { _ = take("+") }
            let isLong = most.map { $0 >= Self.longFrom } ?? true
            node = .repetition(node, least: least, isLong: isLong)
        }
        return node
    }

    /// `{2}`, `{2,}` or `{2,5}` that begins here, read up to its bracket; nil for a plain brace.
    private mutating func counts() -> (Int, Int?)? {
        guard let end = scalars[position...].firstIndex(of: "}") else { return nil }
        let parts = Self.text(scalars[(position + 1)..<end])
            .split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            .map { Int($0.trimming(" ")) }
        guard let first = parts.first, let least = first else { return nil }
        position = end
        return parts.count == 1 ? (least, least) : (least, parts[1])
    }
}

extension Substring {
    fileprivate func trimming(_ blank: Character) -> Substring {
        var text = drop { $0 == blank }
        while text.last == blank { text.removeLast() }
        return text
    }
}
