// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Which error lines of calls can stand above which screen.
struct ErrorLines {
    /// The lines by the state that shows them.
    private(set) var byState: [[Line]]

    private let draft: DraftMenu
    private let graph: MenuGraph
    /// The states from which each state is reached.
    private let previous: [[Int]]

    /// An error line, by the arm that it belongs to.
    struct Line: Hashable {
        let state: Int
        let arm: Int
        /// The only language in which it stands there; nil for all of them.
        var language: LanguageIndex?
        /// Whether it was written before an arrow led into that language, so in any other one.
        var isForeign = false
    }

    init(_ draft: DraftMenu, _ graph: MenuGraph) {
        self.draft = draft
        self.graph = graph
        byState = draft.states.map { _ in [] }
        var previous: [[Int]] = draft.states.map { _ in [] }
        for (index, edges) in graph.edges.enumerated() {
            for target in edges.compactMap(\.target) where previous[target].last != index {
                previous[target].append(index)
            }
        }
        self.previous = previous
        for (index, state) in draft.states.enumerated() {
            guard case .call(let call) = state.kind else { continue }
            for (position, arm) in call.arms.enumerated() {
                guard let jump = arm.jump, jump.error != nil else { continue }
                let line = Line(state: index, arm: position, language: jump.language)
                for start in starts(of: jump, from: index) { carry(line, from: start) }
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
            for previous in previous[current] {
                let isShown = draft.states[previous].isShown
                guard seen.insert(previous).inserted, depth + (isShown ? 1 : 0) <= 2 else {
                    continue
                }
                open.append((previous, depth + (isShown ? 1 : 0)))
            }
        }
        return seen.filter { draft.states[$0].isShown }.sorted()
    }

    private mutating func carry(_ line: Line, from start: Int) {
        var seen: Set<Way> = [Way(state: start, line: line)]
        var open = Array(seen)
        while let way = open.popLast() {
            if draft.states[way.state].isShown {
                byState[way.state].append(way.line)
                continue
            }
            for edge in graph.edges[way.state] {
                var line = way.line
                if let language = edge.jump?.language {
                    line.language = language
                    line.isForeign = true
                }
                let targets =
                    edge.target.map { [$0] }
                    ?? edge.jump.map { starts(of: $0, from: way.state) } ?? []
                for target in targets {
                    let next = Way(state: target, line: line)
                    if seen.insert(next).inserted { open.append(next) }
                }
            }
        }
    }

    /// A state reached with an error line.
    private struct Way: Hashable {
        let state: Int
        var line: Line
    }
}
