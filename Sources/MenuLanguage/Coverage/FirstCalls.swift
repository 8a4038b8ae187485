// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Finds the calls that can come first: those that a dialogue can reach before any other call has
/// told what `OutcomeContract.isFirstOnly` says is told once.
///
/// Only there can such an outcome come. After a call that has `unregistered` among its outcomes
/// and ended otherwise, every later one does too.
struct FirstCalls {
    private let program: MenuProgram
    /// Outcomes that only a first call has, by operation as `money.me`.
    private let outcomes: [String: Set<String>]
    private let reached: Set<Int>

    init(_ program: MenuProgram, contracts: [ServiceContract]) {
        self.program = program
        var outcomes: [String: Set<String>] = [:]
        for contract in contracts {
            for operation in contract.operations {
                let names = operation.outcomes.filter(\.isFirstOnly).map(\.name)
                if !names.isEmpty { outcomes["\(contract.name).\(operation.name)"] = Set(names) }
            }
        }
        self.outcomes = outcomes
        reached = Self.reached(program, outcomes)
    }

    /// Whether the call of a state can end so.
    func canEnd(_ state: Int, _ operation: ServiceOperation, _ outcome: String) -> Bool {
        guard outcomes[operation.fullName]?.contains(outcome) == true else { return true }
        return reached.contains(state)
    }

    private static func reached(
        _ program: MenuProgram,
        _ outcomes: [String: Set<String>]
    ) -> Set<Int> {
        var entries = program.dialRoutes.flatMap { [$0.jump, $0.home] }
        entries += program.smsRoutes.map(\.jump)
        if let before = program.before { entries.append(before) }
        var left = entries.compactMap { $0.index }
        var reached: Set<Int> = []
        while let state = left.popLast() {
            guard program.states.indices.contains(state), reached.insert(state).inserted else {
                continue
            }
            left += program.states[state].next(program, outcomes)
        }
        return reached
    }
}

extension Jump {
    /// The state that it leads to by itself; nil for one that was or will be reached otherwise.
    fileprivate var index: Int? {
        if case .state(let state) = target { Int(state) } else { nil }
    }
}

extension State {
    /// The states that follow while a first call is still to come.
    fileprivate func next(_ program: MenuProgram, _ outcomes: [String: Set<String>]) -> [Int] {
        func targets(_ choices: [Choice]) -> [Int] {
            choices.compactMap { if case .go(let jump) = $0.action { jump.index } else { nil } }
        }
        switch kind {
        case .screen(let screen):
            let items = screen.each?.target?.index
            return targets(screen.choices) + (items.map { [$0] } ?? [])
        case .ask(let ask): return targets(ask.choices) + [Int(ask.next)]
        case .call(let call):
            let only = outcomes[program.operations[call.operation].fullName]
            let silent = [Outcome.unavailable, Outcome.unsure]
            let arms = call.arms.filter { arm in
                guard let only else { return true }
                return only.contains(arm.outcome) || silent.contains(arm.outcome)
            }
            return arms.compactMap { $0.jump.index } + (only == nil ? [Int(call.next)] : [])
        case .end: return []
        case .jump(let jump): return jump.index.map { [$0] } ?? []
        }
    }
}
