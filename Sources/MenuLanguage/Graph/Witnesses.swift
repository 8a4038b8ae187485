// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// The shortest keys that reach each place of a menu, found once for all findings.
///
/// Answers stand in words, outcomes and conditions in parentheses:
/// `*789# 1 <phone number> (not_found)`.
struct Witnesses {
    /// The inputs before each state, what is dialled or sent included; nil where nothing leads.
    private(set) var inputs: [Int?]
    private var previous: [(state: Int, word: String)?]
    private var beginnings: [String?]
    /// The answers that the string or message on the way to a state gives, so that nobody types
    /// them.
    private var given: [Set<SlotIndex>]

    /// A way on from a state.
    private struct Step {
        var target: Int
        /// What is typed, and what must be so besides; empty where nothing is.
        var word: String
        var isInput: Bool
    }

    /// Looks for the shortest way to every state, by breadth.
    ///
    /// `onlyBySMS` leaves out the sessions that are dialled.
    init(_ draft: DraftMenu, onlyBySMS: Bool = false) {
        inputs = Array(repeating: nil, count: draft.states.count)
        previous = Array(repeating: nil, count: draft.states.count)
        beginnings = Array(repeating: nil, count: draft.states.count)
        given = Array(repeating: [], count: draft.states.count)
        // The states by how many inputs lead to them; what needs none is looked at at once.
        var rings: [[Int]] = []
        func open(_ state: Int, _ count: Int) {
            while rings.count <= count { rings.append([]) }
            rings[count].append(state)
        }
        for beginning in draft.beginnings where !onlyBySMS || beginning.isSent {
            let (state, count) = (beginning.state, beginning.inputs)
            if let known = inputs[state], known <= count { continue }
            inputs[state] = count
            beginnings[state] = beginning.text
            given[state] = beginning.given
            open(state, count)
        }
        var ring = 0
        while ring < rings.count {
            var index = 0
            while index < rings[ring].count {
                let state = rings[ring][index]
                index += 1
                if inputs[state] != ring { continue }
                for step in Self.steps(from: state, in: draft, given: given[state]) {
                    let count = ring + (step.isInput ? 1 : 0)
                    if let known = inputs[step.target], known <= count { continue }
                    inputs[step.target] = count
                    previous[step.target] = (state, step.word)
                    beginnings[step.target] = nil
                    given[step.target] = given[state]
                    open(step.target, count)
                }
            }
            ring += 1
        }
    }

    /// The keys that lead to a state, nil where nothing does.
    func keys(to state: Int) -> String? {
        guard inputs.indices.contains(state), inputs[state] != nil else { return nil }
        var words: [String] = []
        var state = state
        for _ in inputs.indices {
            if let beginning = beginnings[state] {
                return ([beginning] + words.reversed()).joined(separator: " ")
            }
            guard let step = previous[state] else { return nil }
            if !step.word.isEmpty { words.append(step.word) }
            state = step.state
        }
        return nil
    }

    private static func steps(
        from state: Int,
        in draft: DraftMenu,
        given: Set<SlotIndex>
    ) -> [Step] {
        func step(_ jump: DraftJump?, _ word: String, isInput: Bool) -> Step? {
            jump.flatMap { draft.state(of: $0.target) }
                .map { Step(target: $0, word: word, isInput: isInput) }
        }
        func steps(_ choices: [DraftChoice]) -> [Step] {
            choices.sorted { $0.condition == nil && $1.condition != nil }.compactMap { choice in
                step(choice.jump, choice.typed, isInput: true)
            }
        }
        switch draft.states[state].kind {
        case .screen(let screen):
            let items = step(screen.each?.jump, "<item>", isInput: true)
            return steps(screen.choices) + [items].compactMap(\.self)
        case .ask(let ask):
            let isGiven = given.contains(ask.slot)
            let next = ask.next.map {
                Step(target: $0, word: isGiven ? "" : ask.answered, isInput: !isGiven)
            }
            return [next].compactMap(\.self) + steps(ask.choices)
        case .call(let call):
            let next = call.next.map { Step(target: $0, word: "", isInput: false) }
            return [next].compactMap(\.self)
                + call.arms.compactMap { step($0.jump, "(\($0.outcome))", isInput: false) }
        case .end: return []
        case .jump(let jump): return [step(jump, "", isInput: false)].compactMap(\.self)
        }
    }
}

extension DraftMenu {
    /// Where sessions begin.
    fileprivate var beginnings: [Beginning] {
        let dialled = dials.sorted { $0.segments.count < $1.segments.count }
        var found: [Beginning] = []
        for dial in dialled {
            guard let state = state(of: dial.jump.target) else { continue }
            let given = dial.segments.compactMap(\.slot)
            found.append(Beginning(state, dial.dialled, dial.segments.count, Set(given)))
        }
        for command in commands {
            guard let state = state(of: command.jump.target) else { continue }
            let given = command.words.compactMap(\.slot)
            let count = max(command.words.count, 1)
            found.append(Beginning(state, command.sent, count, Set(given), isSent: true))
        }
        guard let any = dialled.first?.dialled else { return found }
        if let state = before.flatMap({ state(of: $0.target) }) {
            found.append(Beginning(state, any, 1, []))
        }
        if let screen = resumeScreen, let state = definitions[screen].entry {
            found.append(Beginning(state, any + " (after a session was cut off)", 1, []))
        }
        return found
    }
}

/// A place where sessions begin.
private struct Beginning {
    let state: Int
    /// What is dialled or sent.
    let text: String
    /// How many inputs that is.
    let inputs: Int
    /// The answers that it gives.
    let given: Set<SlotIndex>
    /// Whether it is a message.
    let isSent: Bool

    init(
        _ state: Int,
        _ text: String,
        _ inputs: Int,
        _ given: Set<SlotIndex>,
        isSent: Bool = false
    ) {
        (self.state, self.text, self.inputs, self.given) = (state, text, inputs, given)
        self.isSent = isSent
    }
}

extension DraftDial.Segment {
    /// The slot of an argument.
    fileprivate var slot: SlotIndex? {
        if case .argument(let slot, _) = self { slot } else { nil }
    }
}

extension SMSRoute.Word {
    /// The slot of an argument.
    fileprivate var slot: SlotIndex? {
        if case .argument(let slot, _) = self { slot } else { nil }
    }
}

extension DraftDial {
    /// What is dialled, arguments in words.
    fileprivate var dialled: String {
        let parts = segments.map { segment in
            switch segment {
            case .literal(let digits): digits
            case .argument(_, let kind): kind.inWords
            }
        }
        return "*" + parts.joined(separator: "*") + "#"
    }
}

extension DraftCommand {
    /// What is sent, arguments in words and what may be missing left out.
    fileprivate var sent: String {
        let parts = words.compactMap { word -> String? in
            switch word {
            case .literal(let text): text
            case .optional: nil
            case .argument(_, let kind): kind.inWords
            }
        }
        return "SMS " + (parts.isEmpty ? "<anything>" : parts.joined(separator: " "))
    }
}

extension AskKind {
    /// An answer in words.
    fileprivate var inWords: String {
        switch self {
        case .msisdn: "<phone number>"
        case .amount: "<amount>"
        case .number: "<number>"
        case .secret: "<PIN>"
        case .text, .choice, .pattern: "<text>"
        }
    }
}

extension DraftAsk {
    /// What is typed to answer it, in words.
    fileprivate var answered: String {
        switch kind {
        case .msisdn: return "<phone number>"
        case .amount: return "<amount>"
        case .number: return "<number>"
        case .secret: return "<PIN>"
        case .text, .pattern, .unknown: return "<text>"
        case .choice:
            let answers = choices.filter { if case .answer = $0.action { true } else { false } }
            return (answers.first { $0.condition == nil } ?? answers.first)?.typed ?? "<text>"
        }
    }
}

extension DraftChoice {
    /// The key, and the condition where there is one.
    fileprivate var typed: String {
        condition.map { "\(key.text) (when \($0.written))" } ?? key.text
    }
}
