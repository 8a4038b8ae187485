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

/// A key, its label and what it does.
struct DraftChoice: Sendable {
    var key: NameSyntax
    var label: DraftLine
    var condition: DraftCondition?
    var action: Action
    var range: SourceRange

    /// What an option does.
    indirect enum Action: Sendable {
        case go(DraftJump)
        case answer(String)
        /// What it does could not be understood, which was reported.
        case unknown
    }

    /// The arrow, if it has one.
    var jump: DraftJump? { if case .go(let jump) = action { jump } else { nil } }
}
