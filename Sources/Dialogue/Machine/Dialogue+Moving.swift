// SPDX-License-Identifier: Apache-2.0

extension Dialogue {
    /// What follows from a step: another state, or an end of the dialogue without a screen.
    ///
    /// Plain bits, because it is handed on several times in a turn.
    enum Next {
        case enter(StateIndex)
        case resume
        case tooManySteps
        case unexpectedEvent
        /// The service answered the call that the dialogue waits for with an unknown outcome.
        case unknownOutcome
    }

    /// Notes the route and goes to the screen that comes first.
    mutating func begin(_ match: RouteMatch, asksToResume: Bool) -> Next {
        target = match.jump
        home = match.home
        arguments = match.arguments
        if !match.rest.isEmpty { rest = match.rest.prefix(Limits.shortcutInputsMax).reversed() }
        if let language = match.jump.language { speak(language) }
        phase = .asking
        slots.reserve()
        stage = .resumeAsked
        if asksToResume, let resume = program.resume { return .enter(resume.ask) }
        return proceed()
    }

    /// Goes on to the flow that runs before, or from there to the target with what was given.
    mutating func proceed() -> Next {
        history = []
        if stage == .resumeAsked, home != nil, let before = program.before {
            stage = .before
            return follow(before)
        }
        stage = .target
        guard let target else { return .unexpectedEvent }
        let given = arguments
        arguments = []
        return follow(target, giving: given)
    }

    /// Follows an arrow: hands over its values, notes its error line and finds the state.
    mutating func follow(_ jump: Jump, giving given: [RouteMatch.Argument] = []) -> Next {
        var body = jump.error
        if let language = jump.language {
            body = self.body(of: jump, in: language)
            speak(language)
        }
        if let body { error = errorLine(body) }
        assign(jump)
        for argument in given {
            if case .secret = argument.value { continue }
            slots.give(argument.value, to: argument.slot)
        }
        switch jump.target {
        case .state(let index):
            firstItem = 0
            if jump.clears.isEmpty { returnToQuestion(index) }
            return .enter(index)
        case .back: return back()
        case .home: return goHome()
        case .proceed: return step() ?? proceed()
        case .resume: return .resume
        }
    }

    /// Shows the screen before this one, or this one when there is none before it.
    mutating func back() -> Next {
        firstItem = 0
        if let last = history.popLast() { state = last }
        return again()
    }

    /// Forgets all and goes where the service code leads; without one, shows this screen again.
    mutating func goHome() -> Next {
        guard let home, case .state(let index) = home.target else { return again() }
        if let excess = step() { return excess }
        history = []
        arguments = []
        rest = []
        stage = .target
        firstItem = 0
        let values = home.assignments.map { slots.value(of: $0.operand) }
        slots.clearAll()
        for (assignment, value) in zip(home.assignments, values) {
            slots[assignment.slot] = value
        }
        return .enter(index)
    }

    /// Enters the screen that is shown once more, by its entry so that its values are fresh.
    ///
    /// A step without a screen falls back on the last screen, then on home, then on the target.
    mutating func again() -> Next {
        switch program.node(state, language) {
        case .screen(let node): return .enter(node.screen.entry)
        case .ask(let node): return .enter(node.ask.entry)
        case .call, .end, .jump: break
        }
        if let excess = step() { return excess }
        if let last = history.popLast() {
            state = last
            return again()
        }
        if let home, case .state = home.target { return goHome() }
        return target.map { follow($0) } ?? .unexpectedEvent
    }

    /// Notes that an answer leaves this screen.
    mutating func leave() {
        if history.count == Limits.historyMax { history.removeFirst() }
        history.append(state)
    }

    /// Counts a state without a screen; a fault when there were too many.
    mutating func step() -> Next? {
        steps += 1
        return steps > Limits.stepsPerEventMax ? .tooManySteps : nil
    }

    /// The error line of an arrow of this state as another language has it, or as it is when the
    /// arrow is none of this state's.
    private func body(of jump: Jump, in other: LanguageIndex) -> Body? {
        guard jump.error != nil, Int(other) < program.languages.count,
            let index = program.node(state, language).jumps.firstIndex(of: jump)
        else { return jump.error }
        let jumps = program.node(state, other).jumps
        return jumps.indices.contains(index) ? jumps[index].error : jump.error
    }

    private mutating func assign(_ jump: Jump) {
        if jump.assignments.isEmpty { return slots.clear(jump.clears) }
        let values = jump.assignments.map { slots.value(of: $0.operand) }
        slots.clear(jump.clears)
        for (assignment, value) in zip(jump.assignments, values) {
            slots[assignment.slot] = value
        }
    }

    /// Drops from the history what comes after a question that is asked again, and the question.
    private mutating func returnToQuestion(_ index: StateIndex) {
        let position = history.lastIndex { earlier in
            guard case .ask(let node) = program.node(earlier, language) else { return false }
            return earlier == index || node.ask.entry == index
        }
        if let position { history.removeSubrange(position...) }
    }
}
