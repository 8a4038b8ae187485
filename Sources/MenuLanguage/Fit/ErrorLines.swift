// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Which error lines can stand above which screen.
struct ErrorLines {
    /// The lines by the state that shows them, its own ones first.
    private(set) var byState: [[DraftBody]]

    private let draft: DraftMenu
    private let graph: MenuGraph

    init(_ draft: DraftMenu, _ graph: MenuGraph) {
        self.draft = draft
        self.graph = graph
        byState = draft.states.map { state in
            switch state.kind {
            case .screen(let screen): [screen.wrong]
            case .ask(let ask): [ask.wrong, ask.below, ask.above]
            case .call, .end, .jump: []
            }
        }
        for (index, state) in draft.states.enumerated() {
            for jump in state.jumps {
                guard let error = jump.error else { continue }
                for start in starts(of: jump, from: index) { carry(error, from: start) }
            }
        }
    }

    /// The states at which an arrow can end.
    private func starts(of jump: DraftJump, from state: Int) -> [Int] {
        switch jump.target {
        case .definition, .step: [draft.state(of: jump.target)].compactMap(\.self)
        case .home: graph.roots.filter(\.isDialled).map(\.state) + before(state)
        case .proceed: graph.roots.map(\.state)
        case .back: before(state)
        case .resume: []
        }
    }

    /// The screens and questions from which a state is reached, and those before them.
    private func before(_ state: Int) -> [Int] {
        var seen: Set<Int> = []
        var open = [(state, 0)]
        while let (current, depth) = open.popLast() {
            for previous in draft.states.indices
            where graph.edges[previous].contains(where: { $0.target == current }) {
                let isShown = draft.states[previous].isShown
                guard seen.insert(previous).inserted, depth + (isShown ? 1 : 0) <= 2 else {
                    continue
                }
                open.append((previous, depth + (isShown ? 1 : 0)))
            }
        }
        return seen.filter { draft.states[$0].isShown }.sorted()
    }

    private mutating func carry(_ error: DraftBody, from start: Int) {
        var seen: Set<Int> = [start]
        var open = [start]
        while let state = open.popLast() {
            if draft.states[state].isShown {
                byState[state].append(error)
                continue
            }
            for target in graph.edges[state].compactMap(\.target) where seen.insert(target).inserted
            {
                open.append(target)
            }
        }
    }
}
