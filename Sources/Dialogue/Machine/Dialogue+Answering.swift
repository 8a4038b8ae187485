// SPDX-License-Identifier: Apache-2.0

extension Dialogue {
    /// What a question says to an answer.
    enum Verdict {
        case good(Value)
        case wrong
        case below(Value)
        case above(Value)
    }

    /// Takes an input at the screen or question that is shown.
    mutating func take(_ input: String) -> Next {
        rest = []
        switch program.states[Int(state)].kind {
        case .screen(let screen): return answer(screen, input)
        case .ask(let ask): return answer(ask, input)
        case .call, .end, .jump: return .stop(.fault(.unexpectedEvent))
        }
    }

    /// Takes a key at a screen: an option, an item's number, a navigation key, else a wrong one.
    mutating func answer(_ screen: ScreenState, _ input: String) -> Next {
        let typed = typedText(input)
        if let choice = choice(typed, among: screen.choices), case .go(let jump) = choice.action {
            return go(jump)
        }
        if let each = screen.each {
            if let jump = each.target, let item = item(typed, of: each) {
                slots[each.item] = item
                return go(jump)
            }
            if typed.plain == program.keys.more {
                if nextItem > 0 { firstItem = nextItem }
                return .enter(screen.entry)
            }
        }
        return navigate(typed) ?? refuse(typed, screen.wrong, entry: screen.entry)
    }

    /// Takes an answer to a question: a navigation key, an option, else the answer itself.
    mutating func answer(_ ask: AskState, _ input: String) -> Next {
        let typed = typedText(input)
        if let next = navigate(typed) { return next }
        if let choice = choice(typed, among: ask.choices) {
            switch choice.action {
            case .go(let jump): return go(jump)
            case .answer(let value): return accept(.good(value), at: ask, isTyped: true)
            }
        }
        guard let value = program.value(of: typed, as: ask.kind) else {
            return refuse(typed, ask.wrong, entry: ask.entry, isSecret: ask.asksSecret)
        }
        let verdict = bounded(value, by: ask.kind)
        if case .good = verdict { return accept(verdict, at: ask, isTyped: true) }
        slots[ReservedSlot.typed] = .text(typed.shown)
        return accept(verdict, at: ask, isTyped: true)
    }

    /// Judges a value given beforehand as if it had been typed.
    func verdict(on given: Value, at ask: AskState) -> Verdict {
        if program.isValue(given, of: ask.kind) { return bounded(given, by: ask.kind) }
        if case .choice = ask.kind {
            let isOffered = ask.choices.contains {
                $0.action == .answer(given) && slots.holds($0.condition)
            }
            return isOffered ? .good(given) : .wrong
        }
        guard case .text(let text) = given,
            let value = program.value(of: typedText(text), as: ask.kind)
        else { return .wrong }
        return bounded(value, by: ask.kind)
    }

    /// Notes a value that was given beforehand as what was typed.
    mutating func note(_ given: Value) {
        let text = given.text(format: program.amountFormat, country: program.country) ?? ""
        slots[ReservedSlot.typed] = .text(typedText(text).shown)
    }

    /// Keeps a good answer and goes on; asks again above the line that says what was wrong.
    ///
    /// `isTyped` tells an answer of the subscriber, who can come back to it, from one given
    /// beforehand, whose question was never seen.
    mutating func accept(_ verdict: Verdict, at ask: AskState, isTyped: Bool) -> Next {
        switch verdict {
        case .good(let value):
            slots[ask.slot] = value
            if isTyped { leave() }
            return .enter(ask.next)
        case .wrong:
            error = errorLine(ask.wrong.parts.isEmpty ? program.wrongChoice : ask.wrong)
        case .below(let least):
            slots[ReservedSlot.least] = least
            error = errorLine(ask.below.parts.isEmpty ? ask.wrong : ask.below)
        case .above(let most):
            slots[ReservedSlot.most] = most
            error = errorLine(ask.above.parts.isEmpty ? ask.wrong : ask.above)
        }
        return .enter(ask.entry)
    }

    /// Shows the same screen again under the line that says what was wrong.
    private mutating func refuse(
        _ typed: TypedText,
        _ wrong: Body,
        entry: StateIndex,
        isSecret: Bool = false
    ) -> Next {
        slots[ReservedSlot.typed] = isSecret ? .absent : .text(typed.shown)
        error = errorLine(wrong.parts.isEmpty ? program.wrongChoice : wrong)
        return .enter(entry)
    }

    /// Follows the arrow of an option or an item.
    private mutating func go(_ jump: Jump) -> Next {
        if case .state = jump.target { leave() }
        return follow(jump)
    }

    private mutating func navigate(_ typed: TypedText) -> Next? {
        if typed.plain == program.keys.back { return back() }
        if typed.plain == program.keys.home { return goHome() }
        return nil
    }

    private func typedText(_ input: String) -> TypedText {
        TypedText(input, charactersMax: Limits.inputCharactersMax(in: program.profile))
    }

    private func choice(_ typed: TypedText, among choices: [Choice]) -> Choice? {
        choices.first { $0.key == typed.plain && slots.holds($0.condition) }
    }

    /// The item that a number names, on whatever page it stands.
    private func item(_ typed: TypedText, of each: Each) -> Value? {
        guard case .list(let items) = slots.value(at: each.list), let number = Int(typed.plain),
            number >= 1, number <= items.count, String(number) == typed.plain
        else { return nil }
        return items[number - 1]
    }

    private func bounded(_ value: Value, by kind: AskKind) -> Verdict {
        switch kind {
        case .amount(let least, let most), .number(let least, let most):
            guard let number = value.minorUnits else { return .wrong }
            if let bound = least.map(slots.value(of:)), let units = bound.minorUnits, number < units
            {
                return .below(bound)
            }
            if let bound = most.map(slots.value(of:)), let units = bound.minorUnits, number > units
            {
                return .above(bound)
            }
            return .good(value)
        case .msisdn, .text, .secret, .choice, .pattern:
            return .good(value)
        }
    }
}

extension AskState {
    /// Whether the answer is a secret.
    var asksSecret: Bool {
        if case .secret = kind { true } else { false }
    }
}

extension Value {
    /// The integer of a number or an amount.
    fileprivate var minorUnits: Int64? {
        switch self {
        case .number(let number), .amount(let number): number
        default: nil
        }
    }
}
