// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Ways a call can end, or words a value can be, that are answered badly.
enum OutcomeFinding: DiagnosticKind {
    case unanswered(operation: String, outcomes: [String])
    case unknownOutcome(operation: String, name: String, known: [String])
    case outcomeTwice(name: String)
    case carriesNothing(name: String)
    case caseIncomplete(name: String, missing: [String])
    case caseTwice(word: String)

    /// The stable names.
    static let ids = [
        "menu.unanswered-outcome", "menu.unknown-outcome", "menu.outcome-twice",
        "menu.outcome-carries-nothing", "menu.case-incomplete", "menu.case-twice",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .unanswered(let operation, let outcomes):
            FindingTexts(
                "unanswered-outcome",
                "The call of `\(operation)` does not say where \(outcomes.listed) "
                    + "lead\(outcomes.count == 1 ? "s" : "").",
                help: "Add a line under the call, such as `\(outcomes.first ?? "unavailable") -> "
                    + "home`, or answer it for all calls under `otherwise`."
            )
        case .unknownOutcome(let operation, let name, let known):
            FindingTexts(
                "unknown-outcome",
                "`\(name)` is no outcome of `\(operation)`.",
                help: "The outcomes are \(known.listed); that all went well needs no line."
            )
        case .outcomeTwice(let name):
            FindingTexts(
                "outcome-twice",
                "The outcome `\(name)` is answered twice.",
                help: "Keep one of the two lines."
            )
        case .carriesNothing(let name):
            FindingTexts(
                "outcome-carries-nothing",
                "The outcome `\(name)` brings no value to name with `as`.",
                help: "Take `as` and the name away."
            )
        case .caseIncomplete(let name, let missing):
            FindingTexts(
                "case-incomplete",
                "`case` does not say what to show when `\(name)` is \(missing.listed).",
                help: "Add a line for each, such as `\(missing.first ?? "") | …`."
            )
        case .caseTwice(let word):
            FindingTexts(
                "case-twice",
                "The word `\(word)` stands twice under this `case`.",
                help: "Keep one of the two."
            )
        }
    }
}
