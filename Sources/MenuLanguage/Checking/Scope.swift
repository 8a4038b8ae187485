// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// The names that can be used at a place.
struct Scope {
    /// The variables by name, without `me`.
    var names: [String: Variable] = [:]
    /// The screen or flow it belongs to, nil outside of all.
    var definition: Int?

    /// The scope with one name more, which hides an equal one.
    func adding(_ name: String, _ variable: Variable) -> Scope {
        var scope = self
        scope.names[name] = variable
        return scope
    }

    /// The scope of an error line about an answer.
    func addingTyped() -> Scope {
        adding(
            "typed",
            Variable(
                slot: ReservedSlot.typed,
                type: .text(longest: DraftBuilder.typedSeptetsMax)
            )
        )
    }

    /// The scope of the lines `below` and `above`, where the missed bound can be named.
    func addingBounds(_ type: ValueType) -> Scope {
        addingTyped()
            .adding("least", Variable(slot: ReservedSlot.least, type: type))
            .adding("most", Variable(slot: ReservedSlot.most, type: type))
    }
}
