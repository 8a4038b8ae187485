// SPDX-License-Identifier: Apache-2.0
import Dialogue

extension DraftMenu {
    /// The slots that may hold what a subscriber typed, by question, route or handing on.
    var typedSlots: Set<SlotIndex> {
        var typed = Set(slots.indices.filter { slots[$0].isTyped }.map { SlotIndex(clamping: $0) })
        for dial in dials {
            for case .argument(let slot, .text) in dial.segments { typed.insert(slot) }
        }
        for command in commands {
            for case .argument(let slot, .text) in command.words { typed.insert(slot) }
        }
        let assignments = states.flatMap { $0.jumps.flatMap(\.assignments) }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (slot, operand) in assignments {
                guard let source = operand.use?.reference, source.path.isEmpty,
                    typed.contains(source.slot)
                else { continue }
                if typed.insert(slot).inserted { isGrowing = true }
            }
        }
        return typed
    }
}
