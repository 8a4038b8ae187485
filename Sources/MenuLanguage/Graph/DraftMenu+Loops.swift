// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Reports circles of calls and arrows that never show anything.
    func checkLoops(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        var open = circling(reached.filter { !states[$0].isShown }, graph)
        while let start = open.min() {
            let onward = silent(from: start, graph)
            if !onward.contains(start) {
                open.remove(start)
                continue
            }
            let circle = onward.filter { silent(from: $0, graph).contains(start) }
            open.subtract(circle)
            let names = circle.sorted().map { states[$0].name }
            findings.report(GraphFinding.endless(names: names), at: states[start].range)
        }
    }

    /// The silent states that lead to silent states without end: those of circles and before them.
    private func circling(_ silent: Set<Int>, _ graph: MenuGraph) -> Set<Int> {
        var left = silent
        var exits: [Int: Int] = [:]
        var entrances: [Int: [Int]] = [:]
        for state in silent {
            let targets = silentTargets(of: state, graph).filter(silent.contains)
            exits[state] = targets.count
            for target in targets { entrances[target, default: []].append(state) }
        }
        var open = silent.filter { exits[$0] == 0 }
        while let state = open.popFirst() {
            left.remove(state)
            for previous in entrances[state] ?? [] {
                exits[previous, default: 0] -= 1
                if exits[previous] == 0 { open.insert(previous) }
            }
        }
        return left
    }

    /// The silent states reached from one through silent states, itself only by a circle.
    private func silent(from start: Int, _ graph: MenuGraph) -> Set<Int> {
        var found: Set<Int> = []
        var open = [start]
        while let state = open.popLast() {
            for target in silentTargets(of: state, graph) where found.insert(target).inserted {
                open.append(target)
            }
        }
        return found
    }

    /// The states without a screen that a state leads to by itself.
    private func silentTargets(of state: Int, _ graph: MenuGraph) -> Set<Int> {
        var targets: Set<Int> = []
        for edge in graph.edges[state] {
            if let target = edge.target { targets.insert(target) }
            if edge.jump?.target == .home {
                targets.formUnion(dials.compactMap { self.state(of: $0.jump.target) })
            }
        }
        return targets.filter { !states[$0].isShown }
    }

    /// Whether a state ends the session, or leads by itself or by the home key out of any loop.
    private func leaves(_ state: Int, home: Set<Int>, _ graph: MenuGraph) -> Bool {
        if case .end = states[state].kind { return true }
        if settings.keys.home != nil, states[state].isShown, home.contains(state) { return true }
        return graph.edges[state].contains { edge in
            switch edge.jump?.target {
            case .proceed, .resume: true
            case .home: home.contains(state)
            case .back, .definition, .step, nil: false
            }
        }
    }

    /// The screens that come after one, from which the back key returns to it.
    private func shownNext(after state: Int, _ graph: MenuGraph) -> [Int] {
        guard states[state].isShown else { return [] }
        var seen: Set<Int> = []
        var open = [state]
        while let current = open.popLast() {
            for target in graph.edges[current].compactMap(\.target)
            where seen.insert(target).inserted && !states[target].isShown {
                open.append(target)
            }
        }
        return seen.filter { states[$0].isShown }
    }

    /// Whether a screen is home itself and has only the ways back and home, which lead nowhere.
    private func isCornered(_ state: Int, _ graph: MenuGraph, _ backward: [[Int]]) -> Bool {
        let entry = states[state].entry
        let isHome = dials.contains { dial in
            self.state(of: (home(of: dial) ?? dial).jump.target) == entry
        }
        let edges = graph.edges[state]
        return isHome && states[state].isShown && !edges.isEmpty
            && (backward[entry] + backward[state]).allSatisfy { $0 == entry }
            && edges.allSatisfy { $0.jump?.target == .back || $0.jump?.target == .home }
    }

    /// Reports screens from which no key leads to an end or to where the session began.
    func checkExits(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        let dialled = graph.roots.filter(\.isDialled).map(\.state)
        let atHome = graph.reached(from: dialled)
        var backward = [[Int]](repeating: [], count: states.count)
        for (state, edges) in graph.edges.enumerated() {
            for target in edges.compactMap(\.target) { backward[target].append(state) }
        }
        let home = atHome.filter { !isCornered($0, graph, backward) }
        var free = reached.filter { leaves($0, home: home, graph) }
        free.formUnion(home.intersection(dialled))
        var open = Array(free)
        while let state = open.popLast() {
            let answered = settings.keys.back == nil ? [] : shownNext(after: state, graph)
            for previous in backward[state] + answered where free.insert(previous).inserted {
                open.append(previous)
            }
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
