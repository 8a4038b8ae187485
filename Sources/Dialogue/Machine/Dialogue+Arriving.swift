// SPDX-License-Identifier: Apache-2.0

extension Dialogue {
    /// Does what the state that was just entered does.
    mutating func arrive() -> Next {
        switch program.nodes[Int(state)] {
        case .screen(let node):
            if let input = typedAhead() { return answer(node, input) }
            return .stop(show(node.text, list: node.screen.each == nil ? nil : node))
        case .ask(let node):
            return arrive(at: node)
        case .call(let node):
            return step() ?? .stop(.call(handOver(node)))
        case .end(let node):
            return .stop(show(node.text, isLast: true))
        case .jump(let node):
            return step() ?? follow(node.jump)
        }
    }

    /// Takes the outcome of the call that the dialogue waits for.
    mutating func take(_ result: ServiceResult) -> Next {
        guard case .call(let node) = program.nodes[Int(state)] else {
            return .stop(.fault(.unexpectedEvent))
        }
        if result.outcome == Outcome.ok {
            if let slot = node.call.result { slots[slot] = result.value }
            return .enter(node.call.next)
        }
        guard let arm = node.call.arms.first(where: { $0.outcome == result.outcome }) else {
            let operation = program.operations[node.call.operation].name
            return .stop(.fault(.unknownOutcome(operation: operation, outcome: result.outcome)))
        }
        rest = []
        if let slot = arm.binding { slots[slot] = result.value }
        return follow(arm.jump)
    }

    /// Skips a question that was answered well beforehand, takes what was dialled, or asks.
    private mutating func arrive(at node: AskNode) -> Next {
        if case .secret = node.ask.kind {
            rest = []
        } else if error == nil, let given = slots.takeGiven(node.ask.slot) {
            if let excess = step() { return excess }
            let verdict = verdict(on: given, at: node)
            if case .good = verdict {} else { note(given) }
            return accept(verdict, at: node, isTyped: false)
        } else if let input = typedAhead() {
            return answer(node, input)
        }
        return .stop(show(node.text, asksSecret: node.ask.asksSecret))
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
        if hasSecret { slots.forgetSecrets() }
        return ServiceCall(
            service: operation.service,
            operation: operation.name,
            arguments: arguments,
            posts: operation.posts
        )
    }
}
