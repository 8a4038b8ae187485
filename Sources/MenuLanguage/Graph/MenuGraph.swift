// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// What leads where in a menu, state by state.
struct MenuGraph {
    /// The ways out of each state, in the order written.
    let edges: [[Edge]]
    /// Where sessions begin, with the slots that are set there.
    let roots: [Root]

    /// A way from one state to another.
    struct Edge {
        /// The state reached; nil for back, home, continue and resume.
        let target: Int?
        /// The arrow, nil where a step falls through.
        let jump: DraftJump?
        /// The slots that are set on the way, before the arrow's own.
        let sets: [SlotIndex]
        /// Whether it is taken by answering the question itself.
        var answers = false
    }

    /// A place where sessions begin.
    struct Root {
        let state: Int
        let sets: Set<SlotIndex>
        /// Whether the session was dialled, so that the home key works.
        let isDialled: Bool
        /// Whether `continue` has a meaning there.
        var continues = false
    }

    init(_ draft: DraftMenu) {
        edges = draft.states.map { Self.edges(of: $0, in: draft) }
        var roots: [Root] = []
        for dial in draft.dials {
            guard let state = draft.state(of: dial.jump.target) else { continue }
            let given = dial.segments.compactMap { segment -> SlotIndex? in
                if case .argument(let slot, _) = segment { slot } else { nil }
            }
            let sets = Set(given + dial.jump.assignments.map(\.slot))
            roots.append(Root(state: state, sets: sets, isDialled: true))
        }
        for command in draft.commands {
            guard let state = draft.state(of: command.jump.target) else { continue }
            let given = command.words.compactMap { word -> SlotIndex? in
                if case .argument(let slot, _) = word { slot } else { nil }
            }
            let sets = Set(given + command.jump.assignments.map(\.slot))
            roots.append(Root(state: state, sets: sets, isDialled: false))
        }
        if let before = draft.before, let state = draft.state(of: before.target) {
            roots.append(Root(state: state, sets: [], isDialled: true, continues: true))
        }
        if let screen = draft.resumeScreen, let state = draft.definitions[screen].entry {
            roots.append(Root(state: state, sets: [], isDialled: true, continues: true))
        }
        self.roots = roots
    }

    /// The states that can be reached from some.
    func reached(from states: some Sequence<Int>) -> Set<Int> {
        var reached = Set(states)
        var open = Array(reached)
        while let state = open.popLast() {
            for target in edges[state].compactMap(\.target) where reached.insert(target).inserted {
                open.append(target)
            }
        }
        return reached
    }

    private static func edges(of state: DraftState, in draft: DraftMenu) -> [Edge] {
        func edge(_ jump: DraftJump?, sets: [SlotIndex] = []) -> Edge? {
            jump.map { Edge(target: draft.state(of: $0.target), jump: $0, sets: sets) }
        }
        switch state.kind {
        case .screen(let screen):
            let items = screen.each.flatMap { each in edge(each.jump, sets: [each.item]) }
            return [items].compactMap(\.self) + screen.choices.compactMap { edge($0.jump) }
        case .ask(let ask):
            var edges = ask.choices.compactMap { edge($0.jump) }
            if let next = ask.next {
                edges.append(Edge(target: next, jump: nil, sets: [ask.slot], answers: true))
            }
            return edges
        case .call(let call):
            var edges = call.arms.compactMap { arm in
                edge(arm.jump, sets: [arm.binding].compactMap(\.self))
            }
            if let next = call.next {
                let sets = [call.result].compactMap(\.self)
                edges.append(Edge(target: next, jump: nil, sets: sets))
            }
            return edges
        case .end: return []
        case .jump(let jump): return [edge(jump)].compactMap(\.self)
        }
    }
}
