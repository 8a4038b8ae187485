// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Reports values that are read where some way leads past setting them.
    func checkValues(_ graph: MenuGraph, _ findings: inout Findings) {
        let set = slotsSet(graph)
        for (index, state) in states.enumerated() {
            guard let here = set[index] else { continue }
            for use in state.uses {
                let slot = use.reference.reference.slot
                if slot < ReservedSlot.firstFree || slot == DraftBuilder.meSlot { continue }
                if here.contains(slot) || use.also.contains(slot) { continue }
                // A call that moves money without a fresh secret is reported as that.
                if use.reference.type == .secret, state.posts { continue }
                findings.report(
                    GraphFinding.notSetYet(name: use.reference.name),
                    at: use.reference.range,
                    notes: notes(slot, before: index, graph, set)
                )
            }
        }
    }

    /// The slots that are set whenever a state is entered; nil for states never entered.
    private func slotsSet(_ graph: MenuGraph) -> [Set<SlotIndex>?] {
        var set = [Set<SlotIndex>?](repeating: nil, count: states.count)
        var open: [Int] = []
        func enter(_ state: Int, with slots: Set<SlotIndex>) {
            let joined = set[state].map { $0.intersection(slots) } ?? slots
            if joined != set[state] {
                set[state] = joined
                open.append(state)
            }
        }
        for root in graph.roots { enter(root.state, with: root.sets) }
        while let state = open.popLast() {
            for edge in graph.edges[state] {
                guard let target = edge.target else { continue }
                enter(target, with: slots(kept(set[state] ?? [], by: states[state]), along: edge))
            }
        }
        return set
    }

    /// What a state leaves set: secrets are forgotten by the call that takes one along.
    private func kept(_ set: Set<SlotIndex>, by state: DraftState) -> Set<SlotIndex> {
        guard state.takesSecret else { return set }
        return set.filter { slots[Int($0)].type != .secret }
    }

    private func slots(_ slots: Set<SlotIndex>, along edge: MenuGraph.Edge) -> Set<SlotIndex> {
        var slots = slots.union(edge.sets)
        if let jump = edge.jump {
            let cleared = clears(of: jump.target)
            if !cleared.isEmpty { slots = slots.filter { !cleared.contains($0) } }
            slots.formUnion(jump.assignments.map(\.slot))
        }
        return slots
    }

    /// The arrow by which a state is reached without the value.
    private func notes(
        _ slot: SlotIndex,
        before index: Int,
        _ graph: MenuGraph,
        _ set: [Set<SlotIndex>?]
    ) -> [Diagnostic.Note] {
        var seen: Set<Int> = [index]
        var open = [index]
        while let state = open.popLast() {
            for previous in states.indices {
                guard let before = set[previous].map({ kept($0, by: states[previous]) }) else {
                    continue
                }
                for edge in graph.edges[previous] where edge.target == state {
                    if slots(before, along: edge).contains(slot) { continue }
                    if let jump = edge.jump {
                        return [.init(range: jump.range, "This arrow leads there without it.")]
                    }
                    if seen.insert(previous).inserted { open.append(previous) }
                }
            }
        }
        return []
    }
}

extension DraftState {
    /// Whether it is a call with a secret among its arguments, after which no secret is kept.
    var takesSecret: Bool {
        guard case .call(let call) = kind else { return false }
        return call.arguments.contains { $0.use?.type == .secret }
    }

    /// Whether it is a call that moves money.
    fileprivate var posts: Bool {
        if case .call(let call) = kind { call.contract.posts } else { false }
    }
}
