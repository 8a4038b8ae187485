// SPDX-License-Identifier: Apache-2.0
import GSM

/// A text as a row of plain steps, so that drawing it follows no reference but the values'.
///
/// A class, so that a screen that is drawn copies one reference and not five.
final class Drawing: Sendable {
    let steps: [Step]
    /// The literals, one behind the other.
    let octets: [UInt8]
    let references: [Reference]
    let conditions: [Condition]
    let words: [String]
    let rules: [PluralRule]

    /// One step of drawing; indexes are into the drawing's rows.
    enum Step: Sendable {
        /// Begins a line, with a line feed when there is one above.
        case line
        /// Octets of ``octets``, with their size in either alphabet, nil where it has no place.
        case literal(Range<Int32>, septets: Int32?, units: Int32)
        /// The value of a slot.
        case slot(SlotIndex)
        /// The value of a field of the record in a slot.
        case field(SlotIndex, Int32)
        /// The value of a reference.
        case reference(Int32)
        /// Leaves out steps unless a condition holds.
        case unless(condition: Int32, skips: Int32)
        /// Leaves out steps unless a reference is this word.
        case unlessWord(reference: Int32, word: Int32, skips: Int32)
        /// Goes on at one of the ``skip(_:)`` steps that follow it, one for each form of the rule,
        /// by the number of a reference; at the last one when it is no number.
        case byForm(reference: Int32, rule: Int32, forms: Int32)
        /// Leaves out steps.
        case skip(Int32)
    }

    /// The drawing of options alone, or of nothing.
    convenience init(_ choices: [Choice] = []) {
        var plan = DrawingPlan()
        plan.add(choices)
        self.init(plan)
    }

    /// The drawing of a body and the options under it.
    convenience init(_ body: Body, _ choices: [Choice] = []) {
        var plan = DrawingPlan()
        plan.add(body)
        plan.add(choices)
        self.init(plan)
    }

    /// The drawing of one template, on the line that was begun.
    convenience init(_ template: Template) {
        var plan = DrawingPlan()
        plan.add(template)
        self.init(plan)
    }

    /// The drawing of an option that needs no condition, as the one for more.
    convenience init(key: String, label: String) {
        self.init([
            Choice(
                key: key,
                label: Template([.literal(label)]),
                condition: nil,
                action: .answer(.absent)
            )
        ])
    }

    private init(_ plan: DrawingPlan) {
        steps = plan.steps
        octets = plan.octets
        references = plan.references
        conditions = plan.conditions
        words = plan.words
        rules = plan.rules
    }
}
