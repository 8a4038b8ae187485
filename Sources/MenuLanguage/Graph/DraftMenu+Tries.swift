// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Warns where a secret can be tried without end.
    func checkTries(_ graph: MenuGraph, _ reached: Set<Int>, _ findings: inout Findings) {
        for index in reached.sorted() {
            switch states[index].kind {
            case .call(let call): checkArms(call, graph, &findings)
            case .ask(let ask) where ask.asksSecret: checkCircle(ask, index, graph, &findings)
            case .screen, .ask, .end, .jump: break
            }
        }
    }

    /// An arm that asks for the one secret of its call again, where no outcome counts the tries.
    ///
    /// An operation with an outcome that carries a number counts them by that. One with several
    /// secrets has them chosen and compares them, and the other outcomes say nothing about them.
    private func checkArms(_ call: DraftCall, _ graph: MenuGraph, _ findings: inout Findings) {
        let secrets = call.arguments.flatMap(\.uses).filter { $0.type == .secret }
        guard secrets.count == 1, let secret = secrets.first, !call.contract.countsTries else {
            return
        }
        for arm in call.arms where !Self.neutral.contains(arm.outcome) {
            guard let jump = arm.jump, let target = state(of: jump.target),
                firstShown(from: target, graph).contains(where: { asks(secret, at: $0) })
            else { continue }
            findings.report(
                SafetyFinding.unlimitedTries(outcome: arm.outcome, secret: secret.name),
                at: jump.range
            )
        }
    }

    /// The outcomes by which a service says that it looked at nothing.
    private static let neutral: Set<String> = [Outcome.unavailable, Outcome.unsure]

    private func asks(_ secret: DraftReference, at state: Int) -> Bool {
        if case .ask(let ask) = states[state].kind {
            ask.slot == secret.reference.slot
        } else {
            false
        }
    }

    /// A question for a secret that its own answers lead back to, past nothing that takes it.
    private func checkCircle(
        _ ask: DraftAsk,
        _ index: Int,
        _ graph: MenuGraph,
        _ findings: inout Findings
    ) {
        var seen: Set<Int> = []
        var open = [index]
        while let state = open.popLast() {
            if case .call(let call) = states[state].kind,
                call.arguments.contains(where: { $0.use?.reference.slot == ask.slot })
            {
                continue
            }
            let isAsked = { if case .ask = states[state].kind { true } else { false } }()
            for edge in graph.edges[state] where edge.answers || !isAsked {
                guard let target = edge.target else { continue }
                if target == index || target == states[index].entry {
                    let name = slots[Int(ask.slot)].origin?.name.text ?? "it"
                    return findings.report(
                        SafetyFinding.askedForEver(secret: name),
                        at: states[index].range
                    )
                }
                if case .screen = states[target].kind { continue }
                if seen.insert(target).inserted { open.append(target) }
            }
        }
    }

    /// The screens, questions and endings that a state leads to by itself, or it when it is one.
    private func firstShown(from start: Int, _ graph: MenuGraph) -> [Int] {
        var seen: Set<Int> = [start]
        var open = [start]
        var shown: [Int] = []
        while let state = open.popLast() {
            if states[state].isShown {
                shown.append(state)
                continue
            }
            for target in graph.edges[state].compactMap(\.target)
            where seen.insert(target).inserted {
                open.append(target)
            }
        }
        return shown
    }
}

extension DraftAsk {
    /// Whether the answer is a secret.
    fileprivate var asksSecret: Bool {
        if case .secret = kind { true } else { false }
    }
}

extension OperationContract {
    /// Whether an outcome says by a number how often something may still be tried.
    fileprivate var countsTries: Bool {
        outcomes.contains { outcome in
            if case .number = outcome.payload { true } else { false }
        }
    }
}
