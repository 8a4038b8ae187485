// SPDX-License-Identifier: Apache-2.0
public import Dialogue

/// A menu as places and arrows, for drawing.
///
/// Options that only draw a navigation key, such as `0 Back -> back`, are left out, since that key
/// works everywhere. The call that fetches `me` anew before a screen is drawn as part of it.
public struct MenuMap: Hashable, Sendable, Encodable {
    /// The menu's name.
    public let menu: String
    /// The places, in the order of the program; ways in come first.
    public let nodes: [Node]
    /// The arrows, by where they begin; of two places there is one in each direction at most.
    public let arrows: [Arrow]

    /// A place of a menu.
    public struct Node: Hashable, Sendable, Encodable {
        /// What it is called: `send.amount`, `*789#`, `SMS BAL`.
        public let name: String
        /// What happens there.
        public let kind: Kind
        /// The first line that the phone shows, or the operation that is called; may be empty.
        public let text: String
    }

    /// What happens at a place.
    public enum Kind: String, Hashable, Sendable, Encodable {
        /// Something is dialled or sent.
        case entry
        /// Options are shown.
        case screen
        /// A question is asked.
        case question
        /// A service is called.
        case call
        /// The session ends.
        case end
        /// The way goes on where the subscriber came from: back, home, continue or resume.
        case elsewhere
    }

    /// A way from one place to another.
    public struct Arrow: Hashable, Sendable, Encodable {
        /// The name of the place where it begins.
        public let from: String
        /// The name of the place to which it leads.
        public let to: String
        /// The keys, outcomes and conditions under which it is taken, joined by `, `.
        public let label: String
        /// What is visited when it is taken; empty for a way in.
        ///
        /// It is not encoded.
        public internal(set) var steps: [CoverageKey] = []

        private enum CodingKeys: String, CodingKey {
            case from, to, label
        }
    }

    /// Makes a map of its parts.
    init(menu: String, nodes: [Node], arrows: [Arrow]) {
        self.menu = menu
        self.nodes = nodes
        self.arrows = arrows
    }

    /// Draws a program.
    ///
    /// - Parameters:
    ///   - program: The compiled menu.
    ///   - contracts: What its services promise, which names the fields in conditions.
    public init(_ program: MenuProgram, contracts: [ServiceContract]) {
        var builder = MapBuilder(program, names: ValueNames(program, contracts: contracts))
        self = builder.map()
    }

    /// The part that can be reached from a place within so many arrows.
    ///
    /// - Parameters:
    ///   - name: A place, or a flow, which begins with its first step.
    ///   - depth: The most arrows that are followed; nil for all.
    /// - Returns: The part, or nil when there is no such place.
    public func part(from name: String, depth: Int? = nil) -> MenuMap? {
        let first =
            nodes.first { $0.name == name } ?? nodes.first { $0.name.hasPrefix(name + ".") }
        guard let first else { return nil }
        var reached: Set<String> = [first.name]
        var edge = reached
        var steps = 0
        while !edge.isEmpty, steps < depth ?? nodes.count {
            let next = Set(arrows.filter { edge.contains($0.from) }.map(\.to))
            edge = next.subtracting(reached)
            reached.formUnion(edge)
            steps += 1
        }
        return MenuMap(
            menu: menu,
            nodes: nodes.filter { reached.contains($0.name) },
            arrows: arrows.filter { reached.contains($0.from) && reached.contains($0.to) }
        )
    }
}
