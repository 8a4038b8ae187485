// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// Builds the states of a flow's steps, which fall through from one to the next.
    mutating func resolve(_ flow: FlowSyntax, _ index: Int) {
        let definition = draft.definitions[index]
        let scope = Scope(names: definition.names, definition: index)
        let owner = definition.name.text
        var states: [Int] = []
        for (number, step) in flow.steps.enumerated() {
            mentionsMe = false
            let entry: Int
            switch step {
            case .ask(let ask):
                let name = ask.name?.text ?? "ask"
                let kind = DraftState.Kind.ask(draftAsk(ask, scope))
                entry = addState(
                    "\(owner).\(name)",
                    kind,
                    at: ask.name?.range ?? ask.keyword,
                    in: index
                )
            case .call(let call):
                entry = addCall(call, number, scope, index)
            case .end(let end):
                let body = body(end.body, in: scope)
                entry = addState("\(owner).end", .end(body), at: end.keyword, in: index)
            case .go(let target):
                let jump = jump(target, in: scope)
                if jump == nil { isWhole = false }
                let kind = DraftState.Kind.jump(
                    jump ?? DraftJump(target: .home, range: target.range)
                )
                entry = addState("\(owner).go", kind, at: target.range, in: index)
            }
            draft.definitions[index].stepEntries.append(entry)
            states.append(draft.states.count - 1)
        }
        draft.definitions[index].entry = draft.definitions[index].stepEntries.first
        link(states, index)
    }

    /// Leads every question and call on to the step after it.
    private mutating func link(_ states: [Int], _ index: Int) {
        let entries = draft.definitions[index].stepEntries
        for (number, state) in states.enumerated() {
            let next = entries.indices.contains(number + 1) ? entries[number + 1] : nil
            switch draft.states[state].kind {
            case .ask(var ask):
                ask.next = next
                draft.states[state].kind = .ask(ask)
            case .call(var call):
                call.next = next
                draft.states[state].kind = .call(call)
            case .screen, .end, .jump: break
            }
        }
    }

    private mutating func addCall(
        _ call: CallSyntax,
        _ step: Int,
        _ scope: Scope,
        _ index: Int
    ) -> Int {
        let owner = draft.definitions[index].name.text
        let name = call.result?.text ?? call.operation?.text ?? "call"
        let range = call.operation?.range ?? call.range
        guard let plan = calls[index]?[step] else {
            for argument in call.arguments {
                switch argument {
                case .path(let path): _ = resolve(path, in: scope)
                case .sum(let terms): _ = kind(of: terms, in: scope)
                case .string, .number: break
                }
            }
            let jump = DraftJump(target: .home, range: range)
            return addState("\(owner).\(name)", .jump(jump), at: range, in: index)
        }
        let arguments = arguments(
            call.arguments,
            of: "\(plan.service).\(plan.contract.name)",
            expecting: plan.contract.parameters.map { ($0.name, $0.type) },
            at: range,
            in: scope
        )
        let kind = DraftState.Kind.call(
            draftCall(plan, arguments: arguments ?? [], scope: scope, index: index)
        )
        return addState("\(owner).\(name)", kind, at: range, in: index)
    }

    /// Builds a call from its plan, now that arrows can be resolved.
    mutating func draftCall(
        _ plan: CallPlan,
        arguments: [DraftOperand],
        scope: Scope,
        index: Int?
    ) -> DraftCall {
        var arms: [DraftCall.Arm] = []
        for arm in plan.arms {
            var inner = arm.isOtherwise ? Scope() : scope
            if let name = arm.syntax.binding, let slot = arm.binding {
                inner.names[name.text] = Variable(slot: slot, type: arm.payload)
            }
            var jump: DraftJump?
            if let target = arm.syntax.target { jump = self.jump(target, in: inner) }
            if jump == nil { isWhole = false }
            if !arm.syntax.error.isEmpty {
                var error = body(arm.syntax.error, in: inner)
                if arm.isOtherwise { error.shared = "#otherwise.\(arm.syntax.outcome.text)" }
                jump?.error = error
            }
            arms.append(
                DraftCall.Arm(outcome: arm.syntax.outcome.text, binding: arm.binding, jump: jump)
            )
        }
        let operation = ServiceOperation(
            service: draft.settings.programName(of: plan.service),
            name: plan.contract.name,
            posts: plan.contract.posts
        )
        let position: Int
        if let known = draft.operations.firstIndex(of: operation) {
            position = known
        } else {
            position = draft.operations.count
            draft.operations.append(operation)
        }
        return DraftCall(
            operation: position,
            contract: plan.contract,
            arguments: arguments,
            result: plan.contract.result == nil ? nil : plan.result,
            next: nil,
            arms: arms
        )
    }
}
