// SPDX-License-Identifier: Apache-2.0
public import Dialogue

/// Something of a menu that can be visited, by the names that its author knows.
public struct CoverageKey: Hashable, Sendable, Codable {
    /// The name of the state, as `send.amount`.
    public let state: String
    /// What is visited there.
    public let kind: Kind
    /// The key of an option, the name of an outcome, or nothing.
    ///
    /// When several options of a state have one key, the second is `1/2`, and so on.
    public let key: String

    /// What can be visited at a state.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A screen was shown.
        case screen
        /// A question was asked.
        case question
        /// A last text was shown.
        case end
        /// An option was taken.
        case option
        /// An item of a list was chosen.
        case item
        /// A page of a list was shown that is not its first.
        case page
        /// A question took an answer.
        case answer
        /// What did not fit was told so.
        case wrong
        /// An answer was below the least.
        case below
        /// An answer was above the most.
        case above
        /// The key for back was pressed.
        case back
        /// The key for home was pressed.
        case home
        /// A call ended so.
        case outcome

        /// Whether it is a text that a phone shows by itself.
        public var isShown: Bool { self == .screen || self == .question || self == .end }
    }

    /// Makes a key.
    public init(state: String, kind: Kind, key: String = "") {
        self.state = state
        self.kind = kind
        self.key = key
    }

    /// The key of a step of a program; nil when the program has no such state or option.
    public init?(_ step: DialogueStep, of program: MenuProgram) {
        let index: StateIndex
        var key = ""
        let kind: Kind?
        switch step {
        case .shown(let state): (index, kind) = (state, nil)
        case .page(let state): (index, kind) = (state, .page)
        case .item(let state): (index, kind) = (state, .item)
        case .answer(let state): (index, kind) = (state, .answer)
        case .wrong(let state): (index, kind) = (state, .wrong)
        case .below(let state): (index, kind) = (state, .below)
        case .above(let state): (index, kind) = (state, .above)
        case .back(let state): (index, kind) = (state, .back)
        case .home(let state): (index, kind) = (state, .home)
        case .outcome(let state, let outcome): (index, kind, key) = (state, .outcome, outcome)
        case .option(let state, let choice):
            (index, kind) = (state, .option)
            guard program.states.indices.contains(Int(state)),
                let name = Self.name(of: choice, in: program.states[Int(state)].choices)
            else { return nil }
            key = name
        }
        guard program.states.indices.contains(Int(index)) else { return nil }
        let state = program.states[Int(index)]
        guard let kind = kind ?? state.shownKind else { return nil }
        self.init(state: state.name, kind: kind, key: key)
    }

    /// What an option is called: its key, and a number when others have it too.
    static func name(of choice: Int, in choices: [Choice]) -> String? {
        guard choices.indices.contains(choice) else { return nil }
        let key = choices[choice].key
        let before = choices[..<choice].count { $0.key == key }
        return before == 0 ? key : "\(key)/\(before + 1)"
    }
}

extension State {
    /// The options that are drawn at the state.
    var choices: [Choice] {
        switch kind {
        case .screen(let screen): screen.choices
        case .ask(let ask): ask.choices
        case .call, .end, .jump: []
        }
    }

    /// What showing the state counts as; nil for one that shows nothing.
    var shownKind: CoverageKey.Kind? {
        switch kind {
        case .screen: .screen
        case .ask: .question
        case .end: .end
        case .call, .jump: nil
        }
    }
}
