// SPDX-License-Identifier: Apache-2.0

/// Something that a dialogue did, for whoever keeps count of what was visited.
///
/// It names states and options of the program and outcomes of services, never what was typed.
public enum DialogueStep: Hashable, Sendable {
    /// The text of a screen, a question or an end was drawn.
    case shown(StateIndex)
    /// A page of a list was drawn that is not its first.
    case page(StateIndex)
    /// The option at this position among the choices of the state was taken.
    case option(StateIndex, Int)
    /// An item of the state's list was chosen.
    case item(StateIndex)
    /// A question got an answer that it took.
    case answer(StateIndex)
    /// An answer or a key did not fit, and was told so.
    case wrong(StateIndex)
    /// An answer was below the least.
    case below(StateIndex)
    /// An answer was above the most.
    case above(StateIndex)
    /// The key for back was pressed at the state.
    case back(StateIndex)
    /// The key for home was pressed at the state.
    case home(StateIndex)
    /// The call of the state ended so, `ok` included.
    case outcome(StateIndex, String)
}

extension Dialogue {
    /// Notes a step where somebody listens.
    mutating func mark(_ step: DialogueStep) {
        trace?.append(step)
    }
}
