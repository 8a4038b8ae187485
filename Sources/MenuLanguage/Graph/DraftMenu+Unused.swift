// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftMenu {
    /// Warns of values that nothing ever reads.
    ///
    /// Where a screen or flow has an error, what reads the value may be what is wrong, so nothing
    /// is said there.
    func checkUnused(_ findings: inout Findings) {
        let read = slotsRead
        let spoilt = Set(findings.all.filter { $0.severity == .error }.compactMap(definition(of:)))
        for (index, slot) in slots.enumerated() {
            guard let origin = slot.origin, !read.contains(SlotIndex(clamping: index)) else {
                continue
            }
            if !spoilt.isEmpty, let owner = definition(at: origin.name.range),
                spoilt.contains(owner)
            {
                continue
            }
            findings.report(
                UseFinding.unused(name: origin.name.text, kind: origin.kind),
                at: origin.name.range
            )
        }
    }

    /// The slots that some text, condition, bound, call or arrow reads.
    private var slotsRead: Set<SlotIndex> {
        var read: Set<SlotIndex> = []
        for state in states {
            read.formUnion(state.uses.map(\.reference.reference.slot))
            let choices: [DraftChoice]
            switch state.kind {
            case .screen(let screen): choices = screen.choices
            case .ask(let ask): choices = ask.choices
            case .call, .end, .jump: continue
            }
            for condition in choices.compactMap(\.condition) {
                read.formUnion(condition.condition.slots)
            }
        }
        return read
    }

    private func definition(of diagnostic: Diagnostic) -> Int? { definition(at: diagnostic.range) }

    /// The screen or flow in whose lines a place is; nil for the lines under `menu`.
    func definition(at range: SourceRange) -> Int? {
        let owner = definitions.indices.filter { index in
            let name = definitions[index].name.range
            return name.file == range.file && name.lower <= range.lower
        }.max { definitions[$0].name.range.lower < definitions[$1].name.range.lower }
        guard let owner, settings.range.file == range.file else { return owner }
        let menu = settings.range.lower
        let isBetween = definitions[owner].name.range.lower < menu && menu <= range.lower
        return isBetween ? nil : owner
    }
}

extension Condition {
    /// The slots that it reads.
    var slots: Set<SlotIndex> {
        switch self {
        case .compare(let left, _, let right): left.slots.union(right.slots)
        case .flag(let reference), .isSet(let reference): [reference.slot]
        case .not(let inner): inner.slots
        case .all(let parts), .any(let parts):
            parts.reduce(into: []) { $0.formUnion($1.slots) }
        }
    }
}

extension Operand {
    /// The slots that it reads.
    fileprivate var slots: Set<SlotIndex> {
        switch self {
        case .reference(let reference): [reference.slot]
        case .constant: []
        case .sum(let sum): Set(sum.terms.map(\.reference.slot))
        }
    }
}
