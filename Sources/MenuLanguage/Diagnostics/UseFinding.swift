// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Values that come to nothing.
enum UseFinding: DiagnosticKind {
    case unused(name: String, kind: DraftSlot.Origin.Kind)

    /// The stable names.
    static let ids = ["menu.unused-value"]

    var id: String { texts.id }
    var severity: Severity { .warning }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .unused(let name, let kind):
            FindingTexts("unused-value", "`\(name)` is never used.", help: kind.help(name))
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
