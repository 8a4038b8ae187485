// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Reports calls that move money without a secret asked since what they pay was settled.
    func checkPostings(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        for index in reached.sorted() {
            guard case .call(let call) = states[index].kind, call.contract.posts else { continue }
            let given = Set(call.arguments.compactMap(\.use).map(\.reference.slot))
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
            }
            for secret in secrets.sorted() { checkShown(secret, call, &findings) }
        }
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

    /// Whether a value of a type is an amount or has one as a field.
    private func holdsAmount(_ type: ValueType) -> Bool {
        guard case .record(let name) = type else { return type == .amount }
        return settings.record(name)?.fields.contains { $0.type == .amount } ?? false
    }

    /// Warns when the question for a secret does not show what is agreed to.
    private func checkShown(_ secret: SlotIndex, _ call: DraftCall, _ findings: inout Findings) {
        for state in states {
            guard case .ask(let ask) = state.kind, ask.slot == secret else { continue }
            let types = ask.prompt.uses.map(\.type)
            let hasAmount = call.contract.parameters.contains { holdsAmount($0.type) }
            let showsAmount = !hasAmount || types.contains(.amount)
            let showsReceiver = types.contains { type in
                switch type {
                case .text, .msisdn: true
                default: false
                }
            }
            let missing: String
            switch (showsAmount, showsReceiver) {
            case (true, true): continue
            case (false, true): missing = "the amount"
            case (true, false): missing = "who gets it"
            case (false, false): missing = "the amount and who gets it"
            }
            findings.report(
                SafetyFinding.payUnseen(operation: call.contract.name, missing: missing),
                at: state.range
            )
        }
    }
}
