// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Reports calls that move money without a secret asked since what they pay was settled.
    ///
    /// - Returns: the screens that must be seen because they show what is agreed to.
    func checkPostings(
        _ graph: MenuGraph,
        _ reached: Set<Int>,
        _ findings: inout Findings
    ) -> Set<Int> {
        lazy var confirmations = Confirmations(self, graph)
        var screens: Set<Int> = []
        for index in reached.sorted() {
            guard case .call(let call) = states[index].kind, call.contract.posts else { continue }
            let given = Set(call.arguments.flatMap(\.uses).map(\.reference.slot))
            var secrets = given.filter { slots[Int($0)].type == .secret }
            let settled = given.subtracting(secrets)
            let isDemanded = call.contract.parameters.contains { $0.type == .secret }
            if isDemanded, secrets.isEmpty { continue }
            if !isDemanded {
                let own = definitions[states[index].definition].slots
                secrets = Set(own.filter { slots[Int($0)].type == .secret })
            }
            let fresh = secrets.filter { secret in
                isFresh(secret, at: index, settledBy: settled, graph)
            }
            if isDemanded ? fresh.count < secrets.count : fresh.isEmpty {
                findings.report(
                    SafetyFinding.paysWithoutSecret(operation: call.contract.name),
                    at: states[index].range
                )
                // What the question shows is not what is paid; that is said already.
                continue
            }
            for secret in secrets.sorted() {
                screens.formUnion(checkShown(secret, call, confirmations, &findings))
            }
        }
        return screens
    }

    /// Whether a secret was asked on every way to a call, after all it pays was settled.
    private func isFresh(
        _ secret: SlotIndex,
        at posting: Int,
        settledBy settled: Set<SlotIndex>,
        _ graph: MenuGraph
    ) -> Bool {
        var fresh = [Bool?](repeating: nil, count: states.count)
        var open: [Int] = []
        func enter(_ state: Int, _ isFresh: Bool) {
            let joined = (fresh[state] ?? true) && isFresh
            if joined != fresh[state] {
                fresh[state] = joined
                open.append(state)
            }
        }
        for root in graph.roots { enter(root.state, false) }
        while let state = open.popLast() {
            for edge in graph.edges[state] {
                guard let target = edge.target else { continue }
                var isFresh = fresh[state] ?? false
                if edge.answers, edge.sets.contains(secret) { isFresh = true }
                if !settled.isDisjoint(with: edge.sets) { isFresh = false }
                if states[state].takesSecret { isFresh = false }
                if let jump = edge.jump, clears(of: jump.target).contains(secret) {
                    isFresh = false
                }
                enter(target, isFresh)
            }
        }
        return fresh[posting] ?? false
    }

    /// Warns when the question for a secret does not show what is agreed to.
    ///
    /// - Returns: the screens that show a part of it in the question's place.
    private func checkShown(
        _ secret: SlotIndex,
        _ call: DraftCall,
        _ confirmations: Confirmations,
        _ findings: inout Findings
    ) -> Set<Int> {
        var screens: Set<Int> = []
        for (index, state) in states.enumerated() {
            guard case .ask(let ask) = state.kind, ask.slot == secret else { continue }
            let (facts, shown) = confirmations.missing(call, at: index)
            screens.formUnion(shown)
            if facts.isEmpty { continue }
            let all = facts.map(\.described)
            let missing =
                all.count == 1
                ? all[0] : all.dropLast().joined(separator: ", ") + " and " + all[all.count - 1]
            findings.report(
                SafetyFinding.payUnseen(operation: call.contract.name, missing: missing),
                at: state.range
            )
        }
        return screens
    }
}
