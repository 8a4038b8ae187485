// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Lists what can be visited in a program.
struct CoverageUniverse {
    private let program: MenuProgram
    private let names: ValueNames
    private let sites: [StateSite]
    private let sources: SourceSet
    private let firstCalls: FirstCalls

    init(
        _ program: MenuProgram,
        _ contracts: [ServiceContract],
        _ sites: [StateSite],
        _ sources: SourceSet
    ) {
        self.program = program
        names = ValueNames(program, contracts: contracts)
        self.sites = sites
        self.sources = sources
        firstCalls = FirstCalls(program, contracts: contracts)
    }

    /// Everything, in the order of the program.
    func items() -> [CoverageItem] {
        program.states.indices.flatMap { index -> [CoverageItem] in
            let state = program.states[index]
            return switch state.kind {
            case .screen(let screen): items(of: screen, index)
            case .ask(let ask): items(of: ask, index)
            case .end(let body): [item(index, .end, text: names.firstLine(body))]
            case .call(let call): outcomes(of: call, index)
            case .jump: []
            }
        }
    }

    private func items(of screen: ScreenState, _ index: Int) -> [CoverageItem] {
        var items = [item(index, .screen, text: names.firstLine(screen.body))]
        items += options(screen.choices, index)
        if let each = screen.each {
            if each.target != nil { items.append(item(index, .item, text: names.text(each.line))) }
            if program.keys.more != nil { items.append(item(index, .page)) }
        }
        // On a screen an option is looked for before a navigation key.
        let always = Set(screen.choices.filter { $0.condition == nil }.map(\.key))
        items += navigation(index).filter { !always.contains($0.text) }
        return items + [item(index, .wrong, text: names.firstLine(screen.wrong))]
    }

    private func items(of ask: AskState, _ index: Int) -> [CoverageItem] {
        var items = [item(index, .question, text: names.firstLine(ask.prompt))]
        items += options(ask.choices, index)
        items += [item(index, .answer)] + navigation(index)
        items.append(item(index, .wrong, text: names.firstLine(ask.wrong)))
        switch ask.kind {
        case .amount(let least, let most), .number(let least, let most):
            if least != nil { items.append(item(index, .below, text: names.firstLine(ask.below))) }
            if most != nil { items.append(item(index, .above, text: names.firstLine(ask.above))) }
        case .msisdn, .text, .secret, .choice, .pattern: break
        }
        return items
    }

    private func options(_ choices: [Choice], _ index: Int) -> [CoverageItem] {
        choices.indices.map { choice in
            let range = sites.indices.contains(index) ? sites[index].options : []
            return item(
                index,
                .option,
                CoverageKey.name(of: choice, in: choices) ?? "",
                text: names.text(choices[choice].label),
                condition: choices[choice].condition.map { names.text($0) },
                at: range.indices.contains(choice) ? range[choice] : nil
            )
        }
    }

    private func navigation(_ index: Int) -> [CoverageItem] {
        let back = program.keys.back.map { item(index, .back, text: $0) }
        let home = program.keys.home.map { item(index, .home, text: $0) }
        return [back, home].compactMap(\.self)
    }

    private func outcomes(of call: CallState, _ index: Int) -> [CoverageItem] {
        let operation = program.operations[call.operation]
        // A menu may answer it all the same, but only what moves money can be unsure.
        let outcomes = ([Outcome.ok] + call.arms.map(\.outcome)).filter {
            (operation.posts || $0 != Outcome.unsure) && firstCalls.canEnd(index, operation, $0)
        }
        return outcomes.map {
            item(index, .outcome, $0, text: operation.fullName, at: site(index)?.arms[$0])
        }
    }

    private func site(_ index: Int) -> StateSite? {
        sites.indices.contains(index) ? sites[index] : nil
    }

    /// An item at its own line; what is written for many states at once stands at the state and is
    /// read as well.
    private func item(
        _ index: Int,
        _ kind: CoverageKey.Kind,
        _ key: String = "",
        text: String = "",
        condition: String? = nil,
        at range: SourceRange? = nil
    ) -> CoverageItem {
        let site = site(index)
        var own = site?.range
        var also = kind.isShown ? site?.lines ?? [] : []
        if let range = range ?? site?.said[kind], let home = own {
            let isBelow = range.file == home.file && range.lower > home.lower
            if isBelow || kind == .option { own = range } else { also.append(range) }
        }
        return CoverageItem(
            CoverageKey(state: program.states[index].name, kind: kind, key: key),
            text: text,
            condition: condition,
            place: own.flatMap(place),
            also: also.compactMap(place)
        )
    }

    private func place(_ range: SourceRange) -> CoverageItem.Place? {
        sources.location(of: range).map { .init(file: range.file, line: $0.line) }
    }
}
