// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What subscribers type for nothing, or too much of.
enum UseFinding: DiagnosticKind {
    case unused(name: String, kind: DraftSlot.Origin.Kind)
    case manyInputs(name: String, inputs: Int)

    /// The stable names.
    static let ids = ["menu.unused-value", "menu.many-inputs"]

    var id: String { texts.id }
    var severity: Severity { .warning }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .unused(let name, let kind):
            FindingTexts("unused-value", "`\(name)` is never used.", help: kind.help(name))
        case .manyInputs(let name, let inputs):
            FindingTexts(
                "many-inputs",
                "It takes at least \(inputs) inputs after the dialled string to come to the end "
                    + "`\(name)`.",
                help: "Ask for less: everyday things are done in 5 inputs, all others in "
                    + "\(DraftMenu.inputsMax)."
            )
        }
    }
}

extension DraftSlot.Origin.Kind {
    /// What to do about a value that nothing reads.
    fileprivate func help(_ name: String) -> String {
        switch self {
        case .answer: "Use the answer, or do not ask for it."
        case .result: "Use the result, or leave `\(name) =` out."
        case .payload: "Use it, or leave `as \(name)` out."
        case .parameter: "Use it, or take it out here and at every arrow that leads here."
        }
    }
}
