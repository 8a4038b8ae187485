// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Things that are written where they have no use.
enum ShapeFinding: DiagnosticKind {
    case noResult(operation: String)
    case cannotBeShown(name: String, type: String)
    case notAChoice(name: String, type: String)
    case notAList(name: String, type: String)
    case choiceWithoutAnswers
    case endWithList(name: String)
    case misplacedTarget(name: String)

    /// The stable names.
    static let ids = [
        "menu.no-result", "menu.cannot-be-shown", "menu.not-a-choice", "menu.not-a-list",
        "menu.choice-without-answers", "menu.end-with-list", "menu.misplaced-target",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .noResult(let operation):
            FindingTexts(
                "no-result",
                "The operation `\(operation)` gives no result to name.",
                help: "Write `call` without a name and `=`."
            )
        case .cannotBeShown(let name, let type):
            FindingTexts(
                "cannot-be-shown",
                "`\(name)` is \(type) and cannot be shown.",
                help: "Show one of its fields, or test it with `when`."
            )
        case .notAChoice(let name, let type):
            FindingTexts(
                "not-a-choice",
                "`case` needs a value that is one of several words, and `\(name)` is \(type).",
                help: "Name a field whose type is a choice."
            )
        case .notAList(let name, let type):
            FindingTexts(
                "not-a-list",
                "`each` needs a list, and `\(name)` is \(type).",
                help: "Name a field that is a list."
            )
        case .choiceWithoutAnswers:
            FindingTexts(
                "choice-without-answers",
                "This question is a choice, and none of its options is an answer.",
                help: "Write options such as `1 One month = month`."
            )
        case .endWithList(let name):
            FindingTexts(
                "end-with-list",
                "The screen `\(name)` ends the session, so its list cannot be paged.",
                help: "Take away `end`, or `each`."
            )
        case .misplacedTarget(let name):
            FindingTexts(
                "misplaced-target",
                "An arrow cannot lead to `\(name)` from here.",
                help: "`continue` belongs to the flow that runs `before` and to the `resume` "
                    + "screen, `resume` to the `resume` screen alone; a dialled string or SMS "
                    + "leads to a screen or flow."
            )
        }
    }
}
