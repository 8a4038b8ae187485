// SPDX-License-Identifier: Apache-2.0

/// A map with how often each place and arrow was visited.
public struct MenuHeat: Sendable {
    /// The map.
    public let map: MenuMap
    /// How often each node of the map was visited, by its place; nil for a way in or elsewhere.
    public let nodes: [Int?]
    /// How often each arrow was taken, by its place; nil where that cannot be told.
    public let arrows: [Int?]

    /// Lays visits over a map.
    ///
    /// - Parameters:
    ///   - map: The map, or a part of it.
    ///   - coverage: What was visited of the same menu.
    public init(_ map: MenuMap, _ coverage: Coverage) {
        var counts: [String: Int] = [:]
        var isKnown: Set<String> = []
        for item in coverage.items where item.key.kind.isShown || item.key.kind == .outcome {
            isKnown.insert(item.key.state)
            counts[item.key.state] = (counts[item.key.state] ?? 0).saturated(adding: item.count)
        }
        self.map = map
        nodes = map.nodes.map { isKnown.contains($0.name) ? counts[$0.name] : nil }
        arrows = map.arrows.map { arrow in
            let items = arrow.steps.compactMap { coverage.item($0) }
            return items.isEmpty ? nil : items.reduce(0) { $0.saturated(adding: $1.count) }
        }
    }

    /// The map as a Mermaid flowchart with colours.
    public var mermaid: String {
        let ids = map.ids
        var output = map.mermaid
        for (node, count) in zip(map.nodes, nodes) {
            guard let count else { continue }
            output += "    style \(ids[node.name] ?? "") fill:\(Heat(count).fill),color:#000000\n"
        }
        for (index, count) in arrows.enumerated() {
            guard let count else { continue }
            output += "    linkStyle \(index) stroke:\(Heat(count).line)\n"
        }
        return output
    }

    /// The map in the DOT language with colours.
    public var dot: String {
        map.dot(
            nodes: { nodes[$0].map { Heat($0).fill } },
            arrows: { arrows[$0].map { Heat($0).line } }
        )
    }

    /// How hot a place is.
    private enum Heat {
        case never
        case once
        case some
        case often

        init(_ count: Int) {
            switch count {
            case ...0: self = .never
            case 1: self = .once
            case 2...9: self = .some
            default: self = .often
            }
        }

        var fill: String {
            switch self {
            case .never: "#f8cecc"
            case .once: "#edf7e8"
            case .some: "#cfe8bf"
            case .often: "#9fd084"
            }
        }

        var line: String {
            switch self {
            case .never: "#c0392b"
            case .once: "#9ccc84"
            case .some: "#6aa84f"
            case .often: "#38761d"
            }
        }
    }
}

extension MenuHeat: Encodable {
    private struct Node: Encodable {
        var name: String
        var kind: MenuMap.Kind
        var text: String
        var visits: Int?
    }

    private struct Arrow: Encodable {
        var from: String
        var to: String
        var label: String
        var visits: Int?
    }

    private enum CodingKeys: String, CodingKey {
        case menu, nodes, arrows
    }

    /// Writes the map as it is written by itself, and `visits` at every node and arrow that has
    /// a count.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(map.menu, forKey: .menu)
        try values.encode(
            zip(map.nodes, nodes).map {
                Node(name: $0.name, kind: $0.kind, text: $0.text, visits: $1)
            },
            forKey: .nodes
        )
        try values.encode(
            zip(map.arrows, arrows).map {
                Arrow(from: $0.from, to: $0.to, label: $0.label, visits: $1)
            },
            forKey: .arrows
        )
    }
}

extension Int {
    /// The sum, or the largest number where that is too large.
    func saturated(adding other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
