// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Reports circles of calls and arrows that never show anything.
    func checkLoops(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        var blamed: Set<Int> = []
        for start in reached.sorted() where !states[start].isShown && !blamed.contains(start) {
            let onward = silent(from: start, graph)
            guard onward.contains(start) else { continue }
            let circle = onward.filter { silent(from: $0, graph).contains(start) }
            blamed.formUnion(circle)
            let names = circle.sorted().map { states[$0].name }
            findings.report(GraphFinding.endless(names: names), at: states[start].range)
        }
    }

    /// The silent states reached from one through silent states, itself only by a circle.
    private func silent(from start: Int, _ graph: MenuGraph) -> Set<Int> {
        var found: Set<Int> = []
        var open = [start]
        while let state = open.popLast() {
            for target in graph.edges[state].compactMap(\.target)
            where !states[target].isShown && found.insert(target).inserted {
                open.append(target)
            }
        }
        return found
    }

    /// Reports screens from which no key leads to an end or to where the session began.
    func checkExits(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        let dialled = graph.roots.filter(\.isDialled).map(\.state)
        let atHome = graph.reached(from: dialled)
        var backward = [[Int]](repeating: [], count: states.count)
        for (state, edges) in graph.edges.enumerated() {
            for target in edges.compactMap(\.target) { backward[target].append(state) }
        }
        var free = Set(
            reached.filter { state in
                if case .end = states[state].kind { return true }
                if settings.keys.home != nil, states[state].isShown, atHome.contains(state) {
                    return true
                }
                return graph.edges[state].contains { $0.target == nil && $0.jump?.target != .back }
            }
        )
        free.formUnion(dialled)
        var open = Array(free)
        while let state = open.popLast() {
            var from = backward[state]
            if settings.keys.back != nil, states[state].isShown {
                from += graph.edges[state].compactMap(\.target).filter { states[$0].isShown }
            }
            for previous in from where free.insert(previous).inserted { open.append(previous) }
        }
        let stuck = reached.subtracting(free).filter { states[$0].isShown }.sorted()
        guard let first = stuck.first else { return }
        // A dead end says so itself.
        let loops = stuck.filter { !graph.edges[$0].isEmpty }
        if loops.isEmpty { return }
        findings.report(
            GraphFinding.noWayOut(names: loops.map { states[$0].name }),
            at: states[loops.first ?? first].range
        )
    }
}
