// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Patterns
import SourceText

/// A menu whose names are resolved and types are known: what is checked, proved and written out.
struct DraftMenu: Sendable {
    var settings: MenuSettings
    /// The screens and flows in source order.
    var definitions: [DraftDefinition] = []
    /// The slots; the first are those of `ReservedSlot`.
    var slots: [DraftSlot] = []
    var states: [DraftState] = []
    var operations: [ServiceOperation] = []
    var patterns: [Pattern] = []
    var dials: [DraftDial] = []
    var commands: [DraftCommand] = []
    /// The arrow to the flow that runs before all others.
    var before: DraftJump?
    /// What the menu says to a key that is not on the list.
    var wrongChoice = DraftBody()
    /// The position of the screen that asks whether to go on.
    var resumeScreen: Int?

    /// The most states of a menu: what `StateIndex` counts.
    static let statesMax = Int(UInt16.max)

    /// The state an arrow ends at, nil for back, home and their like.
    func state(of target: DraftJump.Target) -> Int? {
        switch target {
        case .definition(let index): definitions[index].entry
        case .step(let index, let step):
            definitions[index].stepEntries.indices.contains(step)
                ? definitions[index].stepEntries[step] : nil
        case .back, .home, .proceed, .resume: nil
        }
    }

    /// The slots that an arrow clears on its way.
    func clears(of target: DraftJump.Target) -> Range<SlotIndex> {
        if case .definition(let index) = target { definitions[index].slots } else { 0..<0 }
    }
}

extension DraftMenu {
    /// The string that leads home in a session begun with another: the shortest one without
    /// arguments that the other begins with.
    func home(of dial: DraftDial) -> DraftDial? {
        dials.filter { $0.isLiteral && dial.begins(with: $0) }
            .min { $0.segments.count < $1.segments.count }
    }
}

/// A screen or a flow.
struct DraftDefinition: Sendable {
    var name: NameSyntax
    var isFlow: Bool
    var parameters: [DraftParameter] = []
    /// Its own slots, cleared when it is entered from outside.
    var slots: Range<SlotIndex> = 0..<0
    /// The questions by name and step.
    var questions: [String: Int] = [:]
    /// The names seen in all of it.
    var names: [String: Variable] = [:]
    /// The first state, nil when it has none.
    var entry: Int?
    /// The first state of each step of a flow.
    var stepEntries: [Int] = []
}

/// A parameter of a screen or flow.
struct DraftParameter: Sendable {
    var name: String
    var slot: SlotIndex
    /// Nil when its type is not known, which was reported.
    var type: ValueType?
}

/// A variable.
struct DraftSlot: Sendable {
    var name: String
    /// Nil when it is not known, which was reported.
    var type: ValueType?
    /// Whether it holds what a subscriber typed, character for character.
    var isTyped = false
    /// What sets it and where it is named; nil for the compiler's own and for items of lists.
    var origin: Origin?

    /// What sets a value, for a sentence.
    struct Origin: Sendable {
        var kind: Kind
        /// The name as it was written.
        var name: NameSyntax

        /// The ways for a value to come about.
        enum Kind: Sendable {
            case answer, result, payload, parameter
        }
    }
}

/// A name's slot, and its type where the name is used.
struct Variable: Sendable {
    var slot: SlotIndex
    var type: ValueType?
}

/// A dialled string.
struct DraftDial: Sendable {
    var segments: [Segment]
    var jump: DraftJump
    var range: SourceRange
    /// The string as it is dialled, for findings.
    var text: String

    /// A part between stars.
    enum Segment: Sendable {
        case literal(String)
        case argument(slot: SlotIndex, kind: AskKind)

        /// The digits, or nil for an argument.
        var literal: String? { if case .literal(let text) = self { text } else { nil } }
    }

    /// Whether nothing in it is an argument.
    var isLiteral: Bool { segments.allSatisfy { $0.literal != nil } }

    /// Whether it begins with all the parts of a literal string.
    func begins(with other: DraftDial) -> Bool {
        other.segments.count <= segments.count
            && zip(segments, other.segments).allSatisfy { $0.literal == $1.literal }
    }
}

/// An SMS command.
struct DraftCommand: Sendable {
    var words: [SMSRoute.Word]
    var jump: DraftJump
    var range: SourceRange
}
