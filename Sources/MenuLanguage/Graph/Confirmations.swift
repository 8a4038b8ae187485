// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// What a subscriber has surely been shown of the values that are still the ones she was shown.
///
/// Only screens count, and the question itself: a question whose answer was given beforehand is
/// not seen. A value that is set anew takes back what was shown of it.
struct Confirmations {
    private let draft: DraftMenu
    /// The values shown on every way to a state; nil for states never entered.
    private var shown: [Set<Reference>?]
    /// The slots that a slot is a copy of, one step back.
    private var copied: [SlotIndex: Set<SlotIndex>] = [:]
    /// The slots that a service made a slot's value from, one step back.
    private var computed: [SlotIndex: Set<SlotIndex>] = [:]

    init(_ draft: DraftMenu, _ graph: MenuGraph) {
        self.draft = draft
        shown = Array(repeating: nil, count: draft.states.count)
        spread(graph)
        for state in draft.states {
            if case .call(let call) = state.kind, let result = call.result {
                let arguments = call.arguments.flatMap(\.uses).map(\.reference.slot)
                computed[result, default: []].formUnion(arguments)
            }
            if case .screen(let screen) = state.kind, let each = screen.each {
                copied[each.item, default: []].insert(each.list.reference.slot)
            }
            for assignment in state.jumps.flatMap(\.assignments) {
                let slots = assignment.operand.uses.map(\.reference.slot)
                copied[assignment.slot, default: []].formUnion(slots)
            }
        }
    }

    /// What a payment is made of, as far as a subscriber should see it before she agrees.
    enum Fact: CaseIterable {
        case amount, receiver, fee

        /// As in `it does not show the amount`.
        var described: String {
            switch self {
            case .amount: "the amount"
            case .receiver: "who gets it"
            case .fee: "the fee"
            }
        }
    }

    /// The facts that a call's arguments have and that a question does not show, and the screens
    /// that show some of the others.
    func missing(_ call: DraftCall, at question: Int) -> (facts: [Fact], screens: Set<Int>) {
        let arguments = call.arguments.flatMap(\.uses)
        let own = arguments.map(\.reference.slot)
        let slots = Dictionary(
            uniqueKeysWithValues: Fact.allCases.map { ($0, madeFrom(own, for: $0)) }
        )
        let needed = Fact.allCases.filter { fact in
            arguments.contains { has(fact, $0.reference, $0.type) }
        }
        guard case .ask(let ask) = draft.states[question].kind else { return ([], []) }
        func shows(_ fact: Fact, _ references: Set<Reference>) -> Bool {
            references.contains { slots[fact]?.contains($0.slot) == true && isFact(fact, $0) }
        }
        let later = needed.filter { !shows($0, ask.prompt.surelyShown) }
        let missing = later.filter { !shows($0, shown[question] ?? []) }
        guard missing.count < later.count else { return (missing, []) }
        let screens = draft.states.indices.filter { index in
            guard case .screen(let screen) = draft.states[index].kind else { return false }
            return later.contains { shows($0, screen.body.surelyShown) }
        }
        return (missing, Set(screens))
    }

    /// Follows every way from where sessions begin until nothing changes.
    private mutating func spread(_ graph: MenuGraph) {
        var open: [Int] = []
        func enter(_ state: Int, _ values: Set<Reference>, _ shown: inout [Set<Reference>?]) {
            let joined = shown[state].map { $0.intersection(values) } ?? values
            if joined != shown[state] {
                shown[state] = joined
                open.append(state)
            }
        }
        for root in graph.roots { enter(root.state, [], &shown) }
        while let state = open.popLast() {
            var values = shown[state] ?? []
            if case .screen(let screen) = draft.states[state].kind {
                values.formUnion(screen.body.surelyShown)
            }
            for edge in graph.edges[state] {
                guard let target = edge.target else { continue }
                enter(target, draft.kept(values, along: edge), &shown)
            }
        }
    }

    /// Some slots, and all that say the same fact as they do.
    ///
    /// An amount and a receiver stay what they are when a service computes from them; a fee is that
    /// of one quote and of no other.
    private func madeFrom(_ slots: [SlotIndex], for fact: Fact) -> Set<SlotIndex> {
        var found = Set(slots)
        var open = slots
        while let slot = open.popLast() {
            let more = fact == .fee ? [] : computed[slot] ?? []
            for source in (copied[slot] ?? []).union(more)
            where source != DraftBuilder.meSlot && found.insert(source).inserted {
                open.append(source)
            }
        }
        return found
    }

    /// Whether an argument, or a field of it, is a fact.
    private func has(_ fact: Fact, _ reference: Reference, _ type: ValueType) -> Bool {
        guard case .record(let name) = type, let record = draft.settings.record(name) else {
            return isFact(fact, reference)
        }
        return record.fields.indices.contains { index in
            let path = reference.path + [index]
            return isFact(fact, Reference(slot: reference.slot, path: path))
        }
    }

    /// Whether a value is one that says the fact: by its type, and by its name for a fee.
    private func isFact(_ fact: Fact, _ reference: Reference) -> Bool {
        guard let (name, type) = draft.field(reference) else { return false }
        switch (fact, type) {
        case (.amount, .amount): return name != "fee"
        case (.fee, .amount): return name == "fee"
        case (.receiver, .text), (.receiver, .msisdn): return name != "id"
        default: return false
        }
    }
}

extension DraftMenu {
    /// The name and type that a value has last on its path.
    fileprivate func field(_ reference: Reference) -> (name: String, type: ValueType)? {
        guard var type = slots[Int(reference.slot)].type else { return nil }
        var name = slots[Int(reference.slot)].origin?.name.text ?? ""
        for index in reference.path {
            guard case .record(let record) = type,
                let fields = settings.record(record)?.fields, fields.indices.contains(index)
            else { return nil }
            name = fields[index].name
            type = fields[index].type
        }
        return (name, type)
    }

    /// What is still as it was shown after an arrow, under the names that it hands values to.
    fileprivate func kept(_ values: Set<Reference>, along edge: MenuGraph.Edge) -> Set<Reference> {
        var kept = values.filter { !edge.sets.contains($0.slot) }
        guard let jump = edge.jump else { return kept }
        let before = kept
        let cleared = clears(of: jump.target)
        let set = jump.assignments.map(\.slot)
        kept = kept.filter { !cleared.contains($0.slot) && !set.contains($0.slot) }
        for (slot, operand) in jump.assignments {
            guard let source = operand.use?.reference else { continue }
            for value in before where value.slot == source.slot {
                guard value.path.starts(with: source.path) else { continue }
                let path = Array(value.path.dropFirst(source.path.count))
                kept.insert(Reference(slot: slot, path: path))
            }
        }
        return kept
    }
}

extension DraftBody {
    /// The values that stand there whatever the words of its cases are.
    fileprivate var surelyShown: Set<Reference> {
        parts.reduce(into: []) { shown, part in
            switch part {
            case .lines(let lines): shown.formUnion(lines.flatMap(\.uses).map(\.reference))
            case .byNumber(_, _, let forms): shown.formUnion(Self.shown(inEach: forms))
            case .byWord(_, let arms): shown.formUnion(Self.shown(inEach: arms.map(\.lines)))
            }
        }
    }

    /// The values that each of several texts shows.
    private static func shown(inEach texts: [[DraftLine]]) -> Set<Reference> {
        let each = texts.map { Set($0.flatMap(\.uses).map(\.reference)) }
        return each.dropFirst().reduce(each.first ?? []) { $0.intersection($1) }
    }
}
