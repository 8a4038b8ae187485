// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// An arrow whose end is still a name, not yet a state.
struct DraftJump: Sendable {
    var target: Target
    var assignments: [(slot: SlotIndex, operand: DraftOperand)] = []
    var error: DraftBody?
    /// The language spoken from then on, by its position in ``MenuSettings/languages``.
    var language: LanguageIndex?
    /// Where the arrow's end is written.
    var range: SourceRange

    /// Where an arrow ends.
    enum Target: Hashable, Sendable {
        /// A screen or flow, by its position in ``DraftMenu/definitions``.
        case definition(Int)
        /// A step of a flow.
        case step(definition: Int, step: Int)
        case back
        case home
        case proceed
        case resume
    }

    /// The values read on the way.
    var uses: [DraftReference] { assignments.flatMap(\.operand.uses) }
}

/// What `when` tests, with the values it reads.
struct DraftCondition: Sendable {
    var condition: Condition
    /// The values that must have been set, in the order written.
    var uses: [DraftReference] = []
    /// The slots that are surely set when the condition holds.
    var asserted: Set<SlotIndex> = []
    /// As it was written, with one blank between its parts.
    var written = ""
}

/// A key, its label and what it does; all but the label is the same in every language.
struct DraftChoice: Sendable {
    var label: DraftLine
    private let form: Form

    /// What every language shares, behind one reference.
    private final class Form: Sendable {
        let key: NameSyntax
        let condition: DraftCondition?
        let action: Action
        let range: SourceRange

        init(
            _ key: NameSyntax,
            _ condition: DraftCondition?,
            _ action: Action,
            _ range: SourceRange
        ) {
            (self.key, self.condition, self.action, self.range) = (key, condition, action, range)
        }
    }

    init(
        key: NameSyntax,
        label: DraftLine,
        condition: DraftCondition?,
        action: Action,
        range: SourceRange
    ) {
        self.label = label
        form = Form(key, condition, action, range)
    }

    var key: NameSyntax { form.key }
    var condition: DraftCondition? { form.condition }
    var action: Action { form.action }
    var range: SourceRange { form.range }

    /// What an option does.
    enum Action: Sendable {
        case go(DraftJump)
        case answer(String)
        /// What it does could not be understood, which was reported.
        case unknown
    }

    /// The arrow, if it has one.
    var jump: DraftJump? { if case .go(let jump) = action { jump } else { nil } }
}
