// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Writes a checked draft as the program that runs.
struct ProgramWriter {
    private let draft: DraftMenu
    /// The units kept free for the error line, by the state of a list.
    private let errorReserves: [Int: Int]
    /// The screens that inputs dialled beforehand must not pass over.
    private let confirming: Set<Int>
    /// What the menu says to an answer that is none, which most states share.
    private let wrong: Body
    /// The states of the first language, whose options do the same; none for the first itself.
    private let first: [State]

    private init(
        _ draft: DraftMenu,
        _ errorReserves: [Int: Int],
        _ confirming: Set<Int>,
        first: [State] = []
    ) {
        self.first = first
        self.draft = draft
        self.errorReserves = errorReserves
        self.confirming = confirming
        wrong = draft.wrongChoice.lowered
    }

    /// The program in all its languages, the one it is written in first.
    ///
    /// The drafts must have no errors. Units for error lines are kept free by language and state;
    /// `confirming` are the screens that inputs dialled beforehand must not pass over.
    static func program(
        _ languages: [LanguageDraft],
        errorReserves: [[Int: Int]],
        confirming: Set<Int>,
        version: UInt64
    ) -> MenuProgram {
        let writer = ProgramWriter(languages[0].draft, errorReserves[0], confirming)
        let states = writer.states
        let others = zip(languages, errorReserves).dropFirst().map { language, reserves in
            let writer = ProgramWriter(language.draft, reserves, confirming, first: states)
            return ProgramLanguage(
                code: language.code,
                states: writer.states,
                wrongChoice: writer.wrong,
                moreLabel: language.draft.settings.keys.moreLabel,
                numbers: language.numbers
            )
        }
        return writer.program(states, version, languages[0].numbers, also: Array(others))
    }

    private var states: [State] { draft.states.indices.map { state($0) } }

    private func program(
        _ states: [State],
        _ version: UInt64,
        _ numbers: NumberStyle,
        also: [ProgramLanguage]
    ) -> MenuProgram {
        let settings = draft.settings
        return MenuProgram(
            name: settings.name,
            version: version,
            language: settings.language,
            country: settings.country,
            amountFormat: settings.amountFormat,
            profile: settings.profile,
            keys: settings.keys,
            states: states,
            patterns: draft.patterns,
            operations: draft.operations,
            dialRoutes: draft.dials.map { route($0) },
            smsRoutes: draft.commands.map { SMSRoute(words: $0.words, jump: jump($0.jump)) },
            before: draft.before.map { jump($0) },
            resume: resume(),
            wrongChoice: wrong,
            slotNames: draft.slots.map(\.name),
            numbers: numbers,
            also: also
        )
    }

    private func resume() -> ResumePolicy? {
        guard let resume = draft.settings.resume, let screen = draft.resumeScreen else {
            return nil
        }
        return ResumePolicy(
            seconds: resume.seconds,
            ask: index(draft.definitions[screen].entry)
        )
    }

    private func route(_ dial: DraftDial) -> DialRoute {
        let home = draft.home(of: dial) ?? dial
        return DialRoute(
            segments: dial.segments.map { segment in
                switch segment {
                case .literal(let text): .literal(text)
                case .argument(let slot, let kind): .argument(slot: slot, kind: kind)
                }
            },
            jump: jump(dial.jump),
            home: jump(home.jump)
        )
    }

    private func state(_ position: Int) -> State {
        let state = draft.states[position]
        let entry = index(state.entry)
        let kind: State.Kind =
            switch state.kind {
            case .screen(let screen): .screen(self.screen(screen, position, entry))
            case .ask(let ask): .ask(self.ask(ask, position, entry))
            case .call(let call): .call(self.call(call))
            case .end(let body): .end(body.lowered)
            case .jump(let jump): .jump(self.jump(jump))
            }
        return State(name: state.name, kind: kind)
    }

    private func screen(_ screen: DraftScreen, _ position: Int, _ entry: StateIndex) -> ScreenState
    {
        let each = screen.each.map { each in
            Each(
                list: each.list.reference,
                item: each.item,
                line: DraftBody.template([each.line]),
                target: each.jump.map { jump($0) },
                errorReserve: errorReserves[position] ?? 0
            )
        }
        return ScreenState(
            body: screen.body.lowered,
            each: each,
            choices: choices(screen.choices, position),
            wrong: screen.wrong.isMenuWrong ? wrong : screen.wrong.lowered,
            entry: entry,
            confirms: confirming.contains(position)
        )
    }

    /// The options of a state: all but their labels is as in the first language.
    private func choices(_ choices: [DraftChoice], _ position: Int) -> [Choice] {
        let known = first.indices.contains(position) ? first[position].choices : []
        guard known.count == choices.count else { return choices.compactMap { choice($0) } }
        return choices.indices.map { index in
            Choice(
                key: known[index].key,
                label: DraftBody.template([choices[index].label]),
                condition: known[index].condition,
                action: known[index].action
            )
        }
    }

    private func choice(_ choice: DraftChoice) -> Choice? {
        let action: Choice.Action
        switch choice.action {
        case .go(let target): action = .go(jump(target))
        case .answer(let word): action = .answer(.text(word))
        case .unknown: return nil
        }
        return Choice(
            key: choice.key.text,
            label: DraftBody.template([choice.label]),
            condition: choice.condition?.condition,
            action: action
        )
    }

    private func ask(_ ask: DraftAsk, _ position: Int, _ entry: StateIndex) -> AskState {
        AskState(
            slot: ask.slot,
            kind: kind(ask.kind),
            prompt: ask.prompt.lowered,
            choices: choices(ask.choices, position),
            wrong: ask.wrong.isMenuWrong ? wrong : ask.wrong.lowered,
            below: ask.below.lowered,
            above: ask.above.lowered,
            next: index(ask.next),
            entry: entry
        )
    }

    private func kind(_ kind: DraftAsk.Kind) -> AskKind {
        switch kind {
        case .msisdn: .msisdn
        case .amount(let least, let most): .amount(least: least?.lowered, most: most?.lowered)
        case .number(let least, let most): .number(least: least?.lowered, most: most?.lowered)
        case .text(let least, let most): .text(least: least, most: most)
        case .secret(let least, let most): .secret(least: least, most: most)
        case .choice, .unknown: .choice
        case .pattern(let index, _): .pattern(index)
        }
    }

    private func call(_ call: DraftCall) -> CallState {
        CallState(
            operation: call.operation,
            arguments: call.arguments.map(\.lowered),
            result: call.result,
            next: index(call.next),
            arms: call.arms.compactMap { arm in
                arm.jump.map {
                    OutcomeArm(outcome: arm.outcome, binding: arm.binding, jump: jump($0))
                }
            }
        )
    }

    private func jump(_ jump: DraftJump) -> Jump {
        let target: Jump.Target =
            switch jump.target {
            case .definition, .step: .state(index(draft.state(of: jump.target)))
            case .back: .back
            case .home: .home
            case .proceed: .proceed
            case .resume: .resume
            }
        return Jump(
            to: target,
            assignments: jump.assignments.map {
                Jump.Assignment(slot: $0.slot, operand: $0.operand.lowered)
            },
            clears: draft.clears(of: jump.target),
            error: jump.error?.lowered,
            language: jump.language
        )
    }

    /// A state's number; a draft without errors has no state that is missing.
    private func index(_ state: Int?) -> StateIndex { StateIndex(clamping: state ?? 0) }
}
