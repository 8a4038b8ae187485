// SPDX-License-Identifier: Apache-2.0

extension MenuMap {
    /// The map as a Mermaid flowchart, which many code hosts draw within a page.
    public var mermaid: String {
        let ids = self.ids
        var output = "flowchart TD\n"
        for node in nodes {
            let text = Self.quoted(node, escape: Self.mermaidText, lineEnd: "<br/>")
            let (open, close) = node.kind.mermaidShape
            output += "    \(ids[node.name] ?? "")\(open)\(text)\(close)\n"
        }
        for arrow in arrows {
            let label = arrow.label.isEmpty ? "" : "|\"\(Self.mermaidText(arrow.label))\"|"
            output += "    \(ids[arrow.from] ?? "") -->\(label) \(ids[arrow.to] ?? "")\n"
        }
        return output
    }

    /// The map in the DOT language, which Graphviz draws.
    public var dot: String { dot(nodes: { _ in nil }, arrows: { _ in nil }) }

    /// The same with colours: of a node by its place in ``nodes``, of an arrow by its place.
    func dot(nodes fill: (Int) -> String?, arrows line: (Int) -> String?) -> String {
        let ids = self.ids
        var output = "digraph \"\(Self.dotText(menu))\" {\n"
        output += "    node [fontname=\"sans-serif\"]\n    edge [fontname=\"sans-serif\"]\n"
        for (index, node) in nodes.enumerated() {
            let text = Self.quoted(node, escape: Self.dotText, lineEnd: "\\n")
            var shape = node.kind.dotShape
            if let fill = fill(index) {
                let style = node.kind == .end ? "shape=box, style=\"rounded,filled\"" : shape
                shape = style + (node.kind == .end ? "" : ", style=filled")
                shape += ", fillcolor=\"\(fill)\""
            }
            output += "    \(ids[node.name] ?? "") [label=\(text), \(shape)]\n"
        }
        for (index, arrow) in arrows.enumerated() {
            var parts: [String] = []
            if !arrow.label.isEmpty { parts.append("label=\"\(Self.dotText(arrow.label))\"") }
            if let line = line(index) { parts.append("color=\"\(line)\"") }
            let label = parts.isEmpty ? "" : " [\(parts.joined(separator: ", "))]"
            output += "    \(ids[arrow.from] ?? "") -> \(ids[arrow.to] ?? "")\(label)\n"
        }
        return output + "}\n"
    }

    /// A short word for each place, since names have characters that the languages read otherwise.
    var ids: [String: String] {
        let pairs = nodes.enumerated().map { ($1.name, "n\($0 + 1)") }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The name of a place and its text below.
    private static func quoted(
        _ node: Node,
        escape: (String) -> String,
        lineEnd: String
    ) -> String {
        let lines = [node.name, node.text].filter { !$0.isEmpty }.map(escape)
        return "\"\(lines.joined(separator: lineEnd))\""
    }

    /// A text in which nothing has a meaning in Mermaid; `#35;` is its way to write a character.
    private static func mermaidText(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\"", "#", "<", ">", "&", "`", ";", "\\", "|":
                character.unicodeScalars.map { "#\($0.value);" }.joined()
            default: character.isNewline ? " " : String(character)
            }
        }.joined()
    }

    private static func dotText(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\"", "\\": "\\\(character)"
            default: character.isNewline ? " " : String(character)
            }
        }.joined()
    }
}

extension MenuMap.Kind {
    /// What stands around the text of a node.
    fileprivate var mermaidShape: (open: String, close: String) {
        switch self {
        case .entry: (">", "]")
        case .screen: ("[", "]")
        case .question: ("[/", "/]")
        case .call: ("[[", "]]")
        case .end: ("([", "])")
        case .elsewhere: ("{{", "}}")
        }
    }

    fileprivate var dotShape: String {
        switch self {
        case .entry: "shape=cds"
        case .screen: "shape=box"
        case .question: "shape=parallelogram"
        case .call: "shape=component"
        case .end: "shape=box, style=rounded"
        case .elsewhere: "shape=plaintext"
        }
    }
}
