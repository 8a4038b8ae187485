// SPDX-License-Identifier: Apache-2.0
import Dialogue

extension DraftState {
    /// A value that a state reads, and the slots that are surely set there beside its own.
    struct Use {
        let reference: DraftReference
        let also: Set<SlotIndex>
    }

    /// The values that the state reads when it is entered or left, in the order written.
    var uses: [Use] {
        switch kind {
        case .screen(let screen):
            return Self.uses(screen.body.uses + screen.wrong.uses)
                + Self.uses(screen.each) + screen.choices.flatMap(Self.uses)
        case .ask(let ask):
            let texts = [ask.prompt, ask.wrong, ask.below, ask.above]
            return Self.uses(texts.flatMap(\.uses) + ask.bounds.flatMap(\.uses))
                + ask.choices.flatMap(Self.uses)
        case .call(let call):
            return Self.uses(call.arguments.flatMap(\.uses))
                + call.arms.flatMap { arm -> [Use] in
                    guard let jump = arm.jump else { return [] }
                    let bound = Set([arm.binding].compactMap(\.self))
                    return Self.uses(jump.uses + (jump.error?.uses ?? []), also: bound)
                }
        case .end(let body): return Self.uses(body.uses)
        case .jump(let jump): return Self.uses(jump.uses + (jump.error?.uses ?? []))
        }
    }

    private static func uses(_ references: [DraftReference], also: Set<SlotIndex> = []) -> [Use] {
        references.map { Use(reference: $0, also: also) }
    }

    private static func uses(_ each: DraftEach?) -> [Use] {
        guard let each else { return [] }
        return uses([each.list])
            + uses(each.line.uses + (each.jump?.uses ?? []), also: [each.item])
    }

    private static func uses(_ choice: DraftChoice) -> [Use] {
        let also = choice.condition?.asserted ?? []
        return uses(choice.condition?.uses ?? [])
            + uses(choice.label.uses + (choice.jump?.uses ?? []), also: also)
    }
}

extension DraftAsk {
    /// The bounds, as far as there are any.
    var bounds: [DraftOperand] {
        switch kind {
        case .amount(let least, let most), .number(let least, let most):
            [least, most].compactMap(\.self)
        case .msisdn, .text, .secret, .choice, .pattern, .unknown: []
        }
    }
}
