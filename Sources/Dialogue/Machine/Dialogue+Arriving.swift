// SPDX-License-Identifier: Apache-2.0

extension Dialogue {
    /// Enters states until one of them shows, calls or ends.
    ///
    /// `outcome` is what the turn began with, if it was the outcome of a call.
    mutating func perform(_ first: Next, outcome: String = "") -> DialogueEffect {
        var next = first
        while true {
            switch next {
            case .enter(let index):
                state = index
                if let effect = arrive(&next) { return effect }
            case .resume: return finish(with: .resume)
            case .tooManySteps: return finish(with: .fault(.tooManySteps))
            case .unexpectedEvent: return finish(with: .fault(.unexpectedEvent))
            case .unknownOutcome:
                let operation = pendingCall?.name ?? ""
                return finish(
                    with: .fault(.unknownOutcome(operation: operation, outcome: outcome))
                )
            }
        }
    }

    /// Does what the state that was just entered does: an effect, or what is next.
    private mutating func arrive(_ next: inout Next) -> DialogueEffect? {
        switch program.node(state, language) {
        case .screen(let node):
            if node.screen.confirms { rest = [] }
            guard let input = typedAhead() else {
                return show(node.text, list: node.screen.each == nil ? nil : node)
            }
            next = answer(node, input)
        case .ask(let node):
            guard let move = skip(node) else {
                return show(node.text, asksSecret: node.ask.asksSecret)
            }
            next = move
        case .call(let node):
            guard let excess = step() else {
                phase = .calling
                return .call(handOver(node))
            }
            next = excess
        case .end(let node):
            return show(node.text, isLast: true)
        case .jump(let node):
            next = step() ?? follow(node.jump)
        }
        return nil
    }

    /// Ends the dialogue and forgets what it has no use for any more.
    mutating func finish(with effect: DialogueEffect) -> DialogueEffect {
        phase = .over
        slots.clearAll()
        arguments = []
        rest = []
        return effect
    }

    /// Takes the outcome of the call that the dialogue waits for.
    mutating func take(_ result: ServiceResult) -> Next {
        guard case .call(let node) = program.node(state, language) else {
            return .unexpectedEvent
        }
        mark(.outcome(state, result.outcome))
        if result.outcome == Outcome.ok {
            if let slot = node.call.result { slots[slot] = result.value }
            return .enter(node.call.next)
        }
        guard let arm = node.call.arms.first(where: { $0.outcome == result.outcome }) else {
            return .unknownOutcome
        }
        // What runs before the target has not met what was dialled for it.
        if stage == .target { rest = [] }
        // The line belongs to the screen that was to be shown again, not to where this leads.
        error = nil
        if let slot = arm.binding { slots[slot] = result.value }
        return follow(arm.jump)
    }

    /// Takes what was given or dialled for a question; nil when it has to be asked.
    private mutating func skip(_ node: AskNode) -> Next? {
        if case .secret = node.ask.kind {
            rest = []
        } else if error == nil, let given = slots.takeGiven(node.ask.slot) {
            if let excess = step() { return excess }
            let verdict = verdict(on: given, at: node)
            if case .good = verdict {} else { note(given) }
            return accept(verdict, at: node)
        } else if let input = typedAhead() {
            return answer(node, input)
        }
        return nil
    }

    /// The next input that was dialled beforehand; an error line ends them all.
    private mutating func typedAhead() -> String? {
        if rest.isEmpty || stage != .target { return nil }
        if error != nil {
            rest = []
            return nil
        }
        steps = 0
        return rest.popLast()
    }

    /// Keeps back from leading to a question whose answer was used up: it leads to the one before.
    private mutating func forgetSecretQuestions() {
        history.removeAll { index in
            guard case .ask(let node) = program.node(index, language) else { return false }
            return node.ask.asksSecret
        }
    }

    /// Writes the call and forgets the secrets that it takes along.
    private mutating func handOver(_ node: CallNode) -> ServiceCall {
        let operation = program.operations[node.call.operation]
        var arguments: [Value] = []
        arguments.reserveCapacity(node.call.arguments.count)
        var hasSecret = false
        for operand in node.call.arguments {
            let value = slots.value(of: operand)
            if case .secret = value { hasSecret = true }
            arguments.append(value)
        }
        if hasSecret {
            slots.forgetSecrets()
            forgetSecretQuestions()
        }
        return ServiceCall(
            service: operation.service,
            operation: operation.name,
            arguments: arguments,
            posts: operation.posts
        )
    }
}
