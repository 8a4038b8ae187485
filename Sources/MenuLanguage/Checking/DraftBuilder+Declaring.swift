// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// Words that cannot be the name of a screen or flow, because arrows use them.
    static let targetWords = ["back", "continue", "resume"]
    /// Words that cannot be the name of a variable.
    static let variableWords = ["me", "typed", "least", "most"]

    /// Enters a screen or flow by its name.
    mutating func declare(_ source: DefinitionSyntax, _ name: NameSyntax?) {
        guard let name else {
            isWhole = false
            return
        }
        if Self.targetWords.contains(name.text) {
            findings.report(NameFinding.nameReserved(name: name.text), at: name.range)
            isWhole = false
        }
        if let first = positions[name.text].map({ draft.definitions[$0] }) {
            isWhole = false
            findings.report(
                NameFinding.nameTwice(name: name.text),
                at: name.range,
                notes: [.init(range: first.name.range, "The name is taken here.")]
            )
            return
        }
        var isFlow = false
        if case .flow = source { isFlow = true }
        positions[name.text] = draft.definitions.count
        draft.definitions.append(DraftDefinition(name: name, isFlow: isFlow))
        sources.append(source)
    }

    /// Gives slots and types to the parameters, questions, results and bindings of one of them.
    mutating func declareVariables(_ index: Int) {
        let lower = SlotIndex(clamping: draft.slots.count)
        switch sources[index] {
        case .screen(let screen):
            declareParameters(screen.parameters, index)
            if let each = screen.each, let item = each.item {
                let record = each.list.flatMap { listType($0, in: draft.definitions[index].names) }
                add(item, record.map { .record($0.record) }, to: index)
            }
        case .flow(let flow):
            declareParameters(flow.parameters, index)
            for (step, syntax) in flow.steps.enumerated() {
                declare(syntax, step, index)
            }
            for step in flow.steps.indices { declareArms(flow, step, index) }
        }
        draft.definitions[index].slots = lower..<max(lower, SlotIndex(clamping: draft.slots.count))
    }

    private mutating func declareParameters(_ parameters: [ParameterSyntax], _ index: Int) {
        for parameter in parameters {
            let type = parameter.type.flatMap {
                parameterType($0, longest: parameter.longest, atMost: parameter.atMost)
            }
            if parameter.type == nil { isWhole = false }
            let slot = add(parameter.name, type, to: index, as: .parameter)
            draft.definitions[index].parameters.append(
                DraftParameter(name: parameter.name.text, slot: slot, type: type)
            )
        }
    }

    /// Enters a variable under its name.
    @discardableResult
    private mutating func add(
        _ name: NameSyntax,
        _ type: ValueType?,
        to index: Int,
        isTyped: Bool = false,
        as kind: DraftSlot.Origin.Kind? = nil
    ) -> SlotIndex {
        let owner = draft.definitions[index].name.text
        let slot = addSlot(
            "\(owner).\(name.text)",
            type,
            isTyped: isTyped,
            origin: kind.map { DraftSlot.Origin(kind: $0, name: name) }
        )
        if Self.variableWords.contains(name.text) {
            findings.report(NameFinding.nameReserved(name: name.text), at: name.range)
        } else if draft.definitions[index].names[name.text] != nil {
            findings.report(NameFinding.nameTwice(name: name.text), at: name.range)
            return slot
        }
        draft.definitions[index].names[name.text] = Variable(slot: slot, type: type)
        return slot
    }

    private mutating func declare(_ step: StepSyntax, _ number: Int, _ index: Int) {
        switch step {
        case .ask(let ask):
            guard let name = ask.name else {
                isWhole = false
                return
            }
            let isTyped = ask.type.map { ["text", "pattern"].contains($0.text) } ?? false
            add(name, answerType(ask, index), to: index, isTyped: isTyped, as: .answer)
            if draft.definitions[index].questions[name.text] == nil {
                draft.definitions[index].questions[name.text] = number
            }
        case .call(let call): declare(call, number, index)
        case .end, .go: break
        }
    }

    private mutating func declare(_ call: CallSyntax, _ step: Int, _ index: Int) {
        let found = operation(of: call)
        if found == nil { isWhole = false }
        var slot: SlotIndex?
        if let result = call.result {
            slot = add(result, found?.operation.result, to: index, as: .result)
            if let found, found.operation.result == nil {
                findings.report(
                    ShapeFinding.noResult(operation: found.operation.name),
                    at: result.range
                )
            }
        }
        guard let found else { return }
        calls[index, default: [:]][step] = CallPlan(
            service: found.service,
            contract: found.operation,
            result: slot
        )
    }

    private mutating func operation(of call: CallSyntax)
        -> (service: String, operation: OperationContract)?
    {
        guard let service = call.service, let operation = call.operation else { return nil }
        let services = draft.settings.services
        guard let contract = services.first(where: { $0.name == service.text }) else {
            if draft.settings.servicesAreKnown {
                findings.report(
                    NameFinding.unknownService(name: service.text, known: services.map(\.name)),
                    at: service.range,
                    fix: DidYouMean.fix(service, among: services.map(\.name))
                )
            }
            return nil
        }
        guard let found = contract.operations.first(where: { $0.name == operation.text }) else {
            findings.report(
                NameFinding.unknownOperation(service: contract.name, name: operation.text),
                at: operation.range,
                label: "not found",
                fix: DidYouMean.fix(operation, among: contract.operations.map(\.name))
            )
            return nil
        }
        return (contract.name, found)
    }

    private mutating func declareArms(_ flow: FlowSyntax, _ step: Int, _ index: Int) {
        guard case .call(let call) = flow.steps[step], var plan = calls[index]?[step] else {
            return
        }
        let owner = draft.definitions[index].name.text
        plan.arms = arms(
            of: plan.contract,
            own: call.arms,
            owner: owner,
            at: call.operation?.range ?? call.range
        )
        calls[index, default: [:]][step] = plan
    }

    /// The answers to every outcome: those written under the call, then those of `otherwise`.
    mutating func arms(
        of contract: OperationContract,
        own: [ArmSyntax],
        owner: String,
        at range: SourceRange
    ) -> [CallPlan.Arm] {
        var arms: [CallPlan.Arm] = []
        var answered: [String: SourceRange] = [:]
        let known = contract.answered
        for arm in own {
            guard let outcome = known.first(where: { $0.name == arm.outcome.text }) else {
                findings.report(
                    OutcomeFinding.unknownOutcome(
                        operation: contract.name,
                        name: arm.outcome.text,
                        known: known.map(\.name)
                    ),
                    at: arm.outcome.range,
                    label: "not an outcome",
                    fix: DidYouMean.fix(arm.outcome, among: known.map(\.name))
                )
                isWhole = false
                continue
            }
            if let first = answered[outcome.name] {
                findings.report(
                    OutcomeFinding.outcomeTwice(name: outcome.name),
                    at: arm.outcome.range,
                    notes: [.init(range: first, "The first answer stands here.")]
                )
                continue
            }
            answered[outcome.name] = arm.outcome.range
            arms.append(self.arm(arm, outcome, owner: owner, isOtherwise: false))
        }
        var missing: [String] = []
        for outcome in known where answered[outcome.name] == nil {
            if let arm = draft.settings.otherwise.first(where: { $0.outcome.text == outcome.name })
            {
                arms.append(self.arm(arm, outcome, owner: owner, isOtherwise: true))
            } else {
                missing.append(outcome.name)
            }
        }
        if !missing.isEmpty, isWholeSoFar(own, known) {
            findings.report(
                OutcomeFinding.unanswered(operation: contract.name, outcomes: missing),
                at: range
            )
            isWhole = false
        }
        return arms
    }

    /// Whether a missing answer is not just a misspelt one, which was reported.
    private func isWholeSoFar(_ own: [ArmSyntax], _ known: [OutcomeContract]) -> Bool {
        own.allSatisfy { arm in known.contains { $0.name == arm.outcome.text } }
    }

    private mutating func arm(
        _ arm: ArmSyntax,
        _ outcome: OutcomeContract,
        owner: String,
        isOtherwise: Bool
    ) -> CallPlan.Arm {
        var slot: SlotIndex?
        if let binding = arm.binding {
            if outcome.payload == nil {
                findings.report(
                    OutcomeFinding.carriesNothing(name: outcome.name),
                    at: binding.range
                )
            }
            if Self.variableWords.contains(binding.text) {
                findings.report(NameFinding.nameReserved(name: binding.text), at: binding.range)
            }
            slot = addSlot(
                "\(owner).\(binding.text)",
                outcome.payload,
                origin: DraftSlot.Origin(kind: .payload, name: binding)
            )
        }
        return CallPlan.Arm(
            syntax: arm,
            payload: outcome.payload,
            binding: slot,
            isOtherwise: isOtherwise
        )
    }

    /// Prepares the call that fetches `me`.
    mutating func declareMe() {
        let known = draft.settings.services.flatMap { $0.operations.flatMap(\.answered) }
        for arm in draft.settings.otherwise where draft.settings.servicesAreKnown {
            if !known.contains(where: { $0.name == arm.outcome.text }) {
                let names = Set(known.map(\.name) + [Outcome.unavailable, Outcome.unsure]).sorted()
                guard !names.contains(arm.outcome.text) else { continue }
                findings.report(
                    OutcomeFinding.unknownOutcome(
                        operation: "otherwise",
                        name: arm.outcome.text,
                        known: names
                    ),
                    at: arm.outcome.range,
                    label: "not an outcome",
                    fix: DidYouMean.fix(arm.outcome, among: names)
                )
            }
        }
        guard let me = draft.settings.me else { return }
        let plan = CallPlan(
            service: me.service,
            contract: me.operation,
            result: Self.meSlot,
            arms: arms(of: me.operation, own: [], owner: "me", at: me.range)
        )
        let call = draftCall(plan, arguments: [], scope: Scope(), index: nil)
        let uses = call.arms.compactMap(\.jump).flatMap { $0.uses + ($0.error?.uses ?? []) }
        for use in uses where use.reference.slot == Self.meSlot {
            findings.report(GraphFinding.notSetYet(name: use.name), at: use.range)
        }
        meCall = call
    }
}
