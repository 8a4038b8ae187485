// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Collects the places and arrows of a program.
struct MapBuilder {
    private let program: MenuProgram
    private let names: ValueNames
    /// The screen or question that a call before it belongs to, by the call's state.
    private let shownAfter: [StateIndex: StateIndex]
    private var ways: [Way: (labels: [String], steps: [CoverageKey])] = [:]
    private var order: [Way] = []

    private struct Way: Hashable {
        let from: String
        let to: String
    }

    init(_ program: MenuProgram, names: ValueNames) {
        self.program = program
        self.names = names
        var shownAfter: [StateIndex: StateIndex] = [:]
        for (index, state) in program.states.enumerated() {
            let index = StateIndex(clamping: index)
            switch state.kind {
            case .screen(let screen) where screen.entry != index: shownAfter[screen.entry] = index
            case .ask(let ask) where ask.entry != index: shownAfter[ask.entry] = index
            case .call(let call):
                // An end is never shown again and knows no entry; its call is named after it.
                let next = program.states[Int(call.next)]
                if case .end = next.kind, state.name.hasPrefix(next.name + ".") {
                    shownAfter[index] = call.next
                }
            case .screen, .ask, .end, .jump: break
            }
        }
        self.shownAfter = shownAfter
    }

    /// The whole map.
    mutating func map() -> MenuMap {
        var entries: [MenuMap.Node] = []
        func enter(_ name: String) { entries.append(.init(name: name, kind: .entry, text: "")) }
        for route in program.dialRoutes {
            let name = dialled(route)
            enter(name)
            add(from: name, route.jump, "")
        }
        for route in program.smsRoutes {
            let name = sent(route)
            enter(name)
            add(from: name, route.jump, "")
        }
        if let before = program.before {
            enter("before")
            add(from: "before", before, "")
        }
        if let resume = program.resume {
            enter("resume")
            add(from: "resume", Jump(to: .state(resume.ask)), "after a drop")
        }
        var nodes = entries
        for (index, state) in program.states.enumerated() {
            let place = place(StateIndex(clamping: index))
            addArrows(of: state, from: place)
            if program.states[Int(place)].name == state.name, let node = node(state) {
                nodes.append(node)
            }
        }
        let elsewhere = order.map(\.to).filter { $0.hasPrefix("(") }
        for name in Set(elsewhere).sorted() {
            nodes.append(.init(name: name, kind: .elsewhere, text: ""))
        }
        let arrows = order.map { way in
            let labels = (ways[way]?.labels ?? []).filter { !$0.isEmpty }
            return MenuMap.Arrow(
                from: way.from,
                to: way.to,
                label: labels.joined(separator: ", "),
                steps: ways[way]?.steps ?? []
            )
        }
        return MenuMap(menu: program.name, nodes: nodes, arrows: arrows)
    }

    private func node(_ state: State) -> MenuMap.Node? {
        switch state.kind {
        case .screen(let screen):
            .init(name: state.name, kind: .screen, text: firstLine(screen.body))
        case .ask(let ask): .init(name: state.name, kind: .question, text: firstLine(ask.prompt))
        case .end(let body): .init(name: state.name, kind: .end, text: firstLine(body))
        case .call(let call):
            .init(
                name: state.name,
                kind: .call,
                text: program.operations[call.operation].fullName
            )
        case .jump: nil
        }
    }

    private mutating func addArrows(of state: State, from place: StateIndex) {
        let name = program.states[Int(place)].name
        switch state.kind {
        case .screen(let screen):
            if let target = screen.each?.target {
                add(from: name, target, "an item", CoverageKey(state: name, kind: .item))
            }
            add(screen.choices, from: name)
        case .ask(let ask):
            add(ask.choices, from: name)
            let answers = ask.choices.compactMap { choice in
                if case .answer = choice.action { label(choice) } else { nil }
            }
            let answer = answers.isEmpty ? ask.kind.word : answers.joined(separator: ", ")
            let key = CoverageKey(state: name, kind: .answer)
            add(from: name, Jump(to: .state(ask.next)), answer, key)
        case .call(let call):
            let isPart = program.states[Int(place)].name != state.name
            func key(_ outcome: String) -> CoverageKey {
                CoverageKey(state: state.name, kind: .outcome, key: outcome)
            }
            if !isPart { add(from: name, Jump(to: .state(call.next)), "ok", key("ok")) }
            for arm in call.arms { add(from: name, arm.jump, arm.outcome, key(arm.outcome)) }
        case .end, .jump: break
        }
    }

    private mutating func add(_ choices: [Choice], from name: String) {
        for (index, choice) in choices.enumerated() {
            guard case .go(let jump) = choice.action, !isNavigation(choice, jump) else { continue }
            let key = CoverageKey.name(of: index, in: choices) ?? choice.key
            let step = CoverageKey(state: name, kind: .option, key: key)
            add(from: name, jump, label(choice), step)
        }
    }

    /// Whether an option only draws a key that works everywhere.
    private func isNavigation(_ choice: Choice, _ jump: Jump) -> Bool {
        if jump.language != nil { return false }
        return switch jump.target {
        case .back: choice.key == program.keys.back
        case .home: choice.key == program.keys.home
        case .state, .proceed, .resume: false
        }
    }

    private mutating func add(
        from name: String,
        _ jump: Jump,
        _ label: String,
        _ step: CoverageKey? = nil
    ) {
        let way = Way(from: name, to: target(jump))
        if ways[way] == nil { order.append(way) }
        ways[way, default: ([], [])].labels.append(label)
        if let step { ways[way]?.steps.append(step) }
    }

    /// The name of where an arrow leads, through the steps that only lead on.
    private func target(_ jump: Jump) -> String {
        var jump = jump
        for _ in program.states.indices {
            guard case .state(let state) = jump.target,
                case .jump(let next) = program.states[Int(state)].kind
            else { break }
            jump = next
        }
        return switch jump.target {
        case .state(let state): program.states[Int(place(state))].name
        case .back: "(back)"
        case .home: "(home)"
        case .proceed: "(continue)"
        case .resume: "(resume)"
        }
    }

    /// The state, or the screen that it only fetches values for.
    private func place(_ state: StateIndex) -> StateIndex { shownAfter[state] ?? state }

    private func label(_ choice: Choice) -> String {
        let label = "\(choice.key) \(names.text(choice.label))"
        return choice.condition.map { "\(label) when \(names.text($0))" } ?? label
    }

    private func firstLine(_ body: Body) -> String { names.firstLine(body) }

    private func dialled(_ route: DialRoute) -> String {
        let segments = route.segments.map { segment in
            switch segment {
            case .literal(let digits): digits
            case .argument(let slot, _): "{\(names.name(Reference(slot: slot)))}"
            }
        }
        return "*\(segments.joined(separator: "*"))#"
    }

    private func sent(_ route: SMSRoute) -> String {
        let words = route.words.map { word in
            switch word {
            case .literal(let text): text
            case .optional(let text): "[\(text)]"
            case .argument(let slot, _): "{\(names.name(Reference(slot: slot)))}"
            }
        }
        return "SMS " + (words.isEmpty ? "*" : words.joined(separator: " "))
    }
}

extension AskKind {
    /// The type as a menu names it.
    fileprivate var word: String {
        switch self {
        case .msisdn: "msisdn"
        case .amount: "money"
        case .number: "number"
        case .text: "text"
        case .secret: "secret"
        case .choice: "choice"
        case .pattern: "pattern"
        }
    }
}
