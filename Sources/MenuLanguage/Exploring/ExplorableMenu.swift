// SPDX-License-Identifier: Apache-2.0
public import Dialogue
import GSM

/// A menu as one who tries everything in it sees it: ways in, places, and what can be typed there.
public struct ExplorableMenu: Sendable {
    /// The menu's name.
    public let name: String
    /// The strings that can be dialled, and then the commands that can be sent.
    public let entries: [Entry]
    /// The screens and questions by name.
    public let places: [String: Place]
    /// The calls by the name of their state.
    public let calls: [String: Call]
    /// The keys for back, home and more; nil where there is none.
    public let back, home, more: String?
    /// How long a service may take, in seconds.
    public let applicationSeconds: Int
    /// How long a subscriber may take to answer, in seconds.
    public let idleSeconds: Int
    /// Whether a dropped dialogue can be taken up again.
    public let canResume: Bool

    /// A way in.
    public struct Entry: Hashable, Sendable {
        /// Whether it is sent by SMS and not dialled.
        public let isMessage: Bool
        /// What stands between the stars, or the words of the SMS.
        public let parts: [Part]

        /// Whether nothing in it has to be filled in.
        public var isPlain: Bool {
            parts.allSatisfy { if case .argument = $0 { false } else { true } }
        }
    }

    /// A part of a way in.
    public enum Part: Hashable, Sendable {
        /// Digits or a word as written.
        case literal(String)
        /// A value.
        case argument(AnswerType)
    }

    /// A screen or a question.
    public struct Place: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// What a question takes; nil at a screen.
        public let answer: AnswerType?
        /// The keys of its options, visible or not.
        public let options: [String]
        /// Whether it has a list.
        public let hasList: Bool
    }

    /// A call of a service.
    public struct Call: Hashable, Sendable {
        /// The operation as a menu names it, such as `money.send`.
        public let operation: String
        /// Whether it moves money.
        public let posts: Bool
    }

    /// What a question or a way in takes.
    public enum AnswerType: Hashable, Sendable {
        /// A subscriber's number.
        case msisdn
        /// Money.
        case money
        /// A whole number; the bounds that the author wrote as numbers.
        case number(least: Int64?, most: Int64?)
        /// Text of so many characters.
        case text(least: Int, most: Int)
        /// Digits that are never shown.
        case secret(least: Int, most: Int)
        /// One of the options.
        case choice
        /// What a pattern matches.
        case pattern
    }

    /// Lists what a program offers.
    public init(_ program: MenuProgram) {
        name = program.name
        entries = program.dialRoutes.map(Entry.init) + program.smsRoutes.compactMap(Entry.init)
        var places: [String: Place] = [:]
        var calls: [String: Call] = [:]
        for state in program.states {
            switch state.kind {
            case .screen(let screen):
                places[state.name] = Place(
                    name: state.name,
                    answer: nil,
                    options: screen.choices.map(\.key),
                    hasList: screen.each != nil
                )
            case .ask(let ask):
                places[state.name] = Place(
                    name: state.name,
                    answer: AnswerType(ask.kind),
                    options: ask.choices.map(\.key),
                    hasList: false
                )
            case .call(let call):
                let operation = program.operations[call.operation]
                calls[state.name] = Call(operation: operation.fullName, posts: operation.posts)
            case .end, .jump: break
            }
        }
        self.places = places
        self.calls = calls
        back = program.keys.back
        home = program.keys.home
        more = program.keys.more
        applicationSeconds = program.profile.applicationSeconds
        idleSeconds = program.profile.idleSeconds
        canResume = program.resume != nil
    }
}

extension ExplorableMenu.Entry {
    fileprivate init(_ route: DialRoute) {
        isMessage = false
        parts = route.segments.map { segment in
            switch segment {
            case .literal(let digits): .literal(digits)
            case .argument(_, let kind): .argument(ExplorableMenu.AnswerType(kind))
            }
        }
    }

    /// A route without words answers whatever no other takes, and is no way in of its own.
    fileprivate init?(_ route: SMSRoute) {
        guard !route.words.isEmpty else { return nil }
        isMessage = true
        parts = route.words.map { word in
            switch word {
            case .literal(let text), .optional(let text): .literal(text)
            case .argument(_, let kind): .argument(ExplorableMenu.AnswerType(kind))
            }
        }
    }
}

extension ExplorableMenu.AnswerType {
    fileprivate init(_ kind: AskKind) {
        func constant(_ operand: Operand?) -> Int64? {
            if case .constant(.number(let number)) = operand { number } else { nil }
        }
        switch kind {
        case .msisdn: self = .msisdn
        case .amount: self = .money
        case .number(let least, let most):
            self = .number(least: constant(least), most: constant(most))
        case .text(let least, let most): self = .text(least: least, most: most)
        case .secret(let least, let most): self = .secret(least: least, most: most)
        case .choice: self = .choice
        case .pattern: self = .pattern
        }
    }
}
