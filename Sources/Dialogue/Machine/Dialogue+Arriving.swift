// SPDX-License-Identifier: Apache-2.0

extension Dialogue {
    /// Does what the state that was just entered does.
    mutating func arrive() -> Next {
        switch program.states[Int(state)].kind {
        case .screen(let screen):
            if let input = typedAhead() { return answer(screen, input) }
            return .stop(show(body: screen.body, each: screen.each, choices: screen.choices))
        case .ask(let ask):
            return arrive(at: ask)
        case .call(let call):
            return step() ?? .stop(.call(handOver(call)))
        case .end(let body):
            return .stop(show(body: body, each: nil, choices: [], isLast: true))
        case .jump(let jump):
            return step() ?? follow(jump)
        }
    }

    /// Takes the outcome of the call that the dialogue waits for.
    mutating func take(_ result: ServiceResult) -> Next {
        guard case .call(let call) = program.states[Int(state)].kind else {
            return .stop(.fault(.unexpectedEvent))
        }
        if result.outcome == Outcome.ok {
            if let slot = call.result { slots[slot] = result.value }
            return .enter(call.next)
        }
        guard let arm = call.arms.first(where: { $0.outcome == result.outcome }) else {
            let operation = program.operations[call.operation].name
            return .stop(.fault(.unknownOutcome(operation: operation, outcome: result.outcome)))
        }
        rest = []
        if let slot = arm.binding { slots[slot] = result.value }
        return follow(arm.jump)
    }

    /// Skips a question that was answered well beforehand, takes what was dialled, or asks.
    private mutating func arrive(at ask: AskState) -> Next {
        if case .secret = ask.kind {
            rest = []
        } else if error == nil, let given = slots.takeGiven(ask.slot) {
            if let excess = step() { return excess }
            let verdict = verdict(on: given, at: ask)
            if case .good = verdict {} else { note(given) }
            return accept(verdict, at: ask, isTyped: false)
        } else if let input = typedAhead() {
            return answer(ask, input)
        }
        return .stop(show(body: ask.prompt, each: nil, choices: ask.choices))
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

    /// Writes the call and forgets the secrets that it takes along.
    private mutating func handOver(_ call: CallState) -> ServiceCall {
        let operation = program.operations[call.operation]
        var arguments: [Value] = []
        arguments.reserveCapacity(call.arguments.count)
        var hasSecret = false
        for operand in call.arguments {
            let value = slots.value(of: operand)
            if case .secret = value { hasSecret = true }
            arguments.append(value)
        }
        if hasSecret { slots.forgetSecrets() }
        return ServiceCall(
            service: operation.service,
            operation: operation.name,
            arguments: arguments,
            posts: operation.posts
        )
    }
}
