// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Reports what cannot be reached, left, or done safely.
    ///
    /// - Returns: the screens that inputs dialled beforehand must not pass over.
    func checkGraph(_ graph: MenuGraph, _ findings: inout Findings) -> Set<Int> {
        checkRoutes(&findings)
        if graph.roots.isEmpty {
            findings.report(GraphFinding.noWayIn, at: settings.range)
            return []
        }
        checkEnds(&findings)
        let reached = graph.reached(from: graph.roots.map(\.state))
        checkReached(graph, reached, &findings)
        checkPlaces(graph, reached, &findings)
        checkLoops(graph, reached, &findings)
        checkExits(graph, reached, &findings)
        checkValues(graph, &findings)
        checkTries(graph, reached, &findings)
        return checkPostings(graph, reached, &findings)
    }

    private func checkEnds(_ findings: inout Findings) {
        for definition in definitions where definition.isFlow && definition.stepEntries.isEmpty {
            findings.report(
                GraphFinding.flowWithoutEnd(name: definition.name.text),
                at: definition.name.range
            )
        }
        for state in states {
            let name = definitions[state.definition].name
            switch state.kind {
            case .screen(let screen) where screen.choices.isEmpty && screen.each?.jump == nil:
                findings.report(GraphFinding.deadEnd(name: name.text), at: name.range)
            case .ask(let ask) where ask.next == nil:
                findings.report(
                    GraphFinding.flowWithoutEnd(name: name.text),
                    at: name.range,
                    notes: [.init(range: state.range, "This is its last step.")]
                )
            case .call(let call) where call.next == nil:
                findings.report(
                    GraphFinding.flowWithoutEnd(name: name.text),
                    at: name.range,
                    notes: [.init(range: state.range, "This is its last step.")]
                )
            default: break
            }
        }
    }

    private func checkReached(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        let lost = definitions.indices.filter { index in
            guard let entry = definitions[index].entry else { return false }
            return !reached.contains(entry)
                && !states.indices.contains {
                    reached.contains($0) && states[$0].definition == index
                }
        }
        var explained: Set<Int> = []
        func explain(_ index: Int) {
            let definition = definitions[index]
            findings.report(
                GraphFinding.unreachable(
                    kind: definition.isFlow ? "flow" : "screen",
                    name: definition.name.text
                ),
                at: definition.name.range
            )
            explained.formUnion(
                graph.reached(from: states.indices.filter { states[$0].definition == index })
            )
        }
        for index in lost where !isLed(to: index, from: lost, graph) { explain(index) }
        for index in lost {
            if let entry = definitions[index].entry, !explained.contains(entry) { explain(index) }
        }
        for (index, definition) in definitions.enumerated() where !lost.contains(index) {
            var wasReached = true
            for entry in definition.stepEntries {
                if wasReached, !reached.contains(entry) {
                    findings.report(GraphFinding.unreachableStep, at: states[entry].range)
                }
                wasReached = reached.contains(entry)
            }
        }
    }

    /// Whether an arrow of another lost screen or flow leads to one.
    private func isLed(to index: Int, from lost: [Int], _ graph: MenuGraph) -> Bool {
        states.indices.contains { state in
            states[state].definition != index && lost.contains(states[state].definition)
                && graph.edges[state].contains { $0.jump?.target == .definition(index) }
        }
    }

    /// Reports `continue` and `resume` where they mean nothing.
    private func checkPlaces(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        let continuing = graph.reached(from: graph.roots.filter(\.continues).map(\.state))
        for state in reached.sorted() {
            for jump in graph.edges[state].compactMap(\.jump) {
                let isPlaced =
                    switch jump.target {
                    case .proceed: continuing.contains(state)
                    case .resume: states[state].definition == resumeScreen
                    case .back, .home, .definition, .step: true
                    }
                if isPlaced { continue }
                let word = jump.target == .proceed ? "continue" : "resume"
                findings.report(ShapeFinding.misplacedTarget(name: word), at: jump.range)
            }
        }
    }
}
