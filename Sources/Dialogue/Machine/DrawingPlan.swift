// SPDX-License-Identifier: Apache-2.0
import GSM

/// The making of a ``Drawing``.
///
/// Literals that always follow each other become one, the line feeds and keys between them
/// included.
struct DrawingPlan {
    private(set) var steps: [Drawing.Step] = []
    private(set) var octets: [UInt8] = []
    private(set) var references: [Reference] = []
    private(set) var conditions: [Condition] = []
    private(set) var words: [String] = []
    private(set) var rules: [PluralRule] = []
    /// Whether a line surely stands above the next one.
    private var followsLine = false
    /// The first step that a literal may still be joined to.
    private var joinsFrom = 0

    /// Adds the lines of a body.
    mutating func add(_ body: Body) {
        for part in body.parts {
            switch part {
            case .lines(let template):
                addLine()
                add(template)
            case .byWord(let reference, let arms):
                for arm in arms { add(arm, of: reference) }
            case .byNumber(let reference, let rule, let forms):
                add(forms, of: reference, by: rule)
            }
        }
    }

    /// Adds options, one a line.
    mutating func add(_ choices: [Choice]) {
        for choice in choices {
            let start = choice.condition.map { condition in
                conditions.append(condition)
                return begin(.unless(condition: Int32(conditions.count - 1), skips: 0))
            }
            let wasBelow = followsLine
            addLine()
            add(choice.key)
            add(" ")
            add(choice.label)
            if let start { end(start, wasBelow: wasBelow) }
        }
    }

    private mutating func add(_ arm: Body.Arm, of reference: Reference) {
        references.append(reference)
        words.append(arm.word)
        let step = Drawing.Step.unlessWord(
            reference: Int32(references.count - 1),
            word: Int32(words.count - 1),
            skips: 0
        )
        let start = begin(step)
        let wasBelow = followsLine
        addLine()
        add(arm.lines)
        end(start, wasBelow: wasBelow)
    }

    /// Adds the forms behind a row of skips, of which drawing takes the one of its form.
    private mutating func add(_ forms: [Template], of reference: Reference, by rule: PluralRule) {
        if forms.isEmpty { return }
        addLine()
        references.append(reference)
        rules.append(rule)
        let (reference, rule) = (Int32(references.count - 1), Int32(rules.count - 1))
        steps.append(.byForm(reference: reference, rule: rule, forms: Int32(forms.count)))
        let table = steps.count
        steps += forms.map { _ in .skip(0) }
        var ends: [Int] = []
        for (index, form) in forms.enumerated() {
            steps[table + index] = .skip(Int32(steps.count - (table + index) - 1))
            joinsFrom = steps.count
            add(form)
            ends.append(steps.count)
            steps.append(.skip(0))
        }
        for end in ends { steps[end] = .skip(Int32(steps.count - end - 1)) }
        joinsFrom = steps.count
    }

    private mutating func begin(_ step: Drawing.Step) -> Int {
        steps.append(step)
        joinsFrom = steps.count
        return steps.count - 1
    }

    private mutating func end(_ start: Int, wasBelow: Bool) {
        let skips = Int32(steps.count - start - 1)
        switch steps[start] {
        case .unless(let condition, _):
            steps[start] = .unless(condition: condition, skips: skips)
        case .unlessWord(let reference, let word, _):
            steps[start] = .unlessWord(reference: reference, word: word, skips: skips)
        default: break
        }
        joinsFrom = steps.count
        followsLine = wasBelow
    }

    private mutating func addLine() {
        if followsLine {
            add("\n")
        } else {
            steps.append(.line)
            followsLine = true
        }
    }

    /// Adds the pieces of a template where the last line ends.
    mutating func add(_ template: Template) {
        for piece in template.pieces {
            switch piece {
            case .literal(let literal): add(literal)
            case .hole(let reference): add(reference)
            }
        }
    }

    private mutating func add(_ reference: Reference) {
        if reference.path.isEmpty {
            steps.append(.slot(reference.slot))
        } else if reference.path.count == 1, let field = Int32(exactly: reference.path[0]) {
            steps.append(.field(reference.slot, field))
        } else {
            references.append(reference)
            steps.append(.reference(Int32(references.count - 1)))
        }
    }

    private mutating func add(_ text: String) {
        add(Template.Literal(text))
    }

    /// Adds a literal, or joins it to the one before it when both have a size in one alphabet.
    private mutating func add(_ literal: Template.Literal) {
        let start = Int32(octets.count)
        octets.append(contentsOf: literal.text.utf8)
        let end = Int32(octets.count)
        let (septets, units) = (literal.septets.map { Int32($0) }, Int32(literal.units))
        guard steps.count > joinsFrom,
            case .literal(let range, let before, let unitsBefore) = steps.last
        else { return steps.append(.literal(start..<end, septets: septets, units: units)) }
        let both: Int32? = if let before, let septets { before + septets } else { nil }
        steps[steps.count - 1] = .literal(
            range.lowerBound..<end,
            septets: both,
            units: unitsBefore + units
        )
    }
}
