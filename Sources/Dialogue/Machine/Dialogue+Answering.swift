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
        if stage == .target { rest = [] }
        switch program.node(state, language) {
        case .screen(let node): return answer(node, input)
        case .ask(let node): return answer(node, input)
        case .call, .end, .jump: return .unexpectedEvent
        }
    }

    /// Takes a key at a screen: an option, an item's number, a navigation key, else a wrong one.
    mutating func answer(_ node: ScreenNode, _ input: String) -> Next {
        let typed = typedText(input)
        if let index = choice(typed, among: node.screen.choices),
            case .go(let jump) = node.screen.choices[index].action
        {
            mark(.option(state, index))
            return go(jump)
        }
        if let each = node.screen.each {
            if let jump = each.target, let item = item(typed, of: each) {
                slots[each.item] = item
                mark(.item(state))
                return go(jump)
            }
            if typed.plain == program.keys.more {
                if nextItem > 0 { firstItem = nextItem }
                return .enter(node.screen.entry)
            }
        }
        return navigate(typed)
            ?? refuse(typed, node.screen.wrong, entry: node.screen.entry, isScreen: true)
    }

    /// Takes an answer to a question: a navigation key, an option, else the answer itself.
    mutating func answer(_ node: AskNode, _ input: String) -> Next {
        let typed = typedText(input)
        if let next = navigate(typed) { return next }
        if let index = choice(typed, among: node.ask.choices) {
            mark(.option(state, index))
            switch node.ask.choices[index].action {
            case .go(let jump): return go(jump)
            case .answer(let value): return accept(.good(value), at: node)
            }
        }
        guard let value = program.value(of: typed, as: node.ask.kind) else {
            let isSecret = node.ask.asksSecret
            return refuse(typed, node.ask.wrong, entry: node.ask.entry, isSecret: isSecret)
        }
        let verdict = bounded(value, by: node.ask.kind)
        if case .good = verdict { return accept(verdict, at: node) }
        slots[ReservedSlot.typed] = .text(typed.shown)
        return accept(verdict, at: node)
    }

    /// Judges a value given beforehand as if it had been typed.
    func verdict(on given: Value, at node: AskNode) -> Verdict {
        if program.isValue(given, of: node.ask.kind) { return bounded(given, by: node.ask.kind) }
        if case .choice = node.ask.kind {
            let isOffered = node.ask.choices.contains {
                $0.action == .answer(given) && slots.holds($0.condition)
            }
            return isOffered ? .good(given) : .wrong
        }
        guard case .text(let text) = given,
            let value = program.value(of: typedText(text), as: node.ask.kind)
        else { return .wrong }
        return bounded(value, by: node.ask.kind)
    }

    /// Notes a value that was given beforehand as what was typed.
    mutating func note(_ given: Value) {
        let text = given.text(
            format: program.amountFormat,
            country: program.country,
            numbers: program.style(language),
            dates: program.dates(language)
        )
        slots[ReservedSlot.typed] = .text(typedText(text ?? "").shown)
    }

    /// Keeps a good answer and goes on; asks again above the line that says what was wrong.
    ///
    /// Back returns to an answer given beforehand too, although its question was not seen.
    mutating func accept(_ verdict: Verdict, at node: AskNode) -> Next {
        switch verdict {
        case .good(let value):
            mark(.answer(state))
            slots[node.ask.slot] = value
            leave()
            return .enter(node.ask.next)
        case .wrong:
            mark(.wrong(state))
            error = errorLine(
                node.ask.wrong.parts.isEmpty ? program.speech(language).wrongChoice : node.ask.wrong
            )
        case .below(let least):
            mark(.below(state))
            slots[ReservedSlot.least] = least
            error = errorLine(node.ask.below.parts.isEmpty ? node.ask.wrong : node.ask.below)
        case .above(let most):
            mark(.above(state))
            slots[ReservedSlot.most] = most
            error = errorLine(node.ask.above.parts.isEmpty ? node.ask.wrong : node.ask.above)
        }
        return .enter(node.ask.entry)
    }

    /// Shows the same screen again under the line that says what was wrong.
    ///
    /// On a screen of options, digits as long as a PIN are shown as `****`: habit types a PIN where
    /// none is asked.
    private mutating func refuse(
        _ typed: TypedText,
        _ wrong: Body,
        entry: StateIndex,
        isSecret: Bool = false,
        isScreen: Bool = false
    ) -> Next {
        mark(.wrong(state))
        slots[ReservedSlot.typed] =
            isSecret ? .absent : .text(isScreen && typed.looksLikePIN ? "****" : typed.shown)
        error = errorLine(wrong.parts.isEmpty ? program.speech(language).wrongChoice : wrong)
        return .enter(entry)
    }

    /// Follows the arrow of an option or an item.
    private mutating func go(_ jump: Jump) -> Next {
        if case .state = jump.target { leave() }
        return follow(jump)
    }

    private mutating func navigate(_ typed: TypedText) -> Next? {
        if typed.plain == program.keys.back {
            mark(.back(state))
            return back()
        }
        if typed.plain == program.keys.home {
            mark(.home(state))
            return goHome()
        }
        return nil
    }

    private func typedText(_ input: String) -> TypedText {
        TypedText(input, charactersMax: program.inputCharactersMax)
    }

    private func choice(_ typed: TypedText, among choices: [Choice]) -> Int? {
        for index in choices.indices where choices[index].key == typed.plain {
            if slots.holds(choices[index].condition) { return index }
        }
        return nil
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
            if let least, let missed = missed(least, by: number, <) {
                return missed == .absent ? .wrong : .below(missed)
            }
            if let most, let missed = missed(most, by: number, >) {
                return missed == .absent ? .wrong : .above(missed)
            }
            return .good(value)
        case .msisdn, .text, .secret, .choice, .pattern:
            return .good(value)
        }
    }

    /// The bound that a number misses, nil when it keeps it.
    ///
    /// A sum is compared exactly. Where it is missed and is more than can be shown, or a value of
    /// it is missing so that nobody can tell, the bound is absent.
    private func missed(
        _ bound: Operand,
        by number: Int64,
        _ misses: (Int128, Int128) -> Bool
    ) -> Value? {
        guard let integer = slots.integer(of: bound) else {
            if case .sum = bound { return .absent }
            return nil
        }
        return misses(Int128(number), integer) ? slots.value(of: bound) : nil
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
