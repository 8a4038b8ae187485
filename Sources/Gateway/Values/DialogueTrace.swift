// SPDX-License-Identifier: Apache-2.0
public import Dialogue

/// What a dialogue did between two effects, told to the one who counts what is visited.
public struct DialogueTrace: Sendable {
    /// The program that its states are numbers of.
    public let program: MenuProgram
    /// The language that the subscriber sees, as `en`.
    public let language: String
    /// What was done, in order; never empty.
    public let steps: [DialogueStep]
}

extension Session {
    /// What the dialogue did since this was last asked; nil when nothing, or nobody listens.
    func takeTrace() -> DialogueTrace? {
        guard let steps = dialogue.trace, !steps.isEmpty else { return nil }
        dialogue.trace = []
        return DialogueTrace(program: program, language: dialogue.languageCode, steps: steps)
    }
}
