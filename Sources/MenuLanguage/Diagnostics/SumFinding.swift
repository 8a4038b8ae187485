// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Values that cannot be added up.
enum SumFinding: DiagnosticKind {
    case mixed(String, type: String, first: String, firstType: String)
    /// A value that is no money and no number, as `` `name` is a text``.
    case term(String)
    case tooManyTerms(count: Int)
    case tooLarge(written: String)

    /// The stable names.
    static let ids = ["menu.sum-type", "menu.sum-too-large"]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .mixed(let name, let type, let first, let firstType):
            FindingTexts(
                "sum-type",
                "`\(name)` is \(type), but `\(first)` is \(firstType): they cannot be added.",
                help: "Add money to money and numbers to numbers."
            )
        case .term(let what):
            FindingTexts(
                "sum-type",
                "\(what), which cannot be added or taken away here.",
                help: "Add money to money and numbers to numbers."
            )
        case .tooManyTerms(let count):
            FindingTexts(
                "sum-too-large",
                "This sum has \(count) values; it can have \(Sum.termsMax).",
                help: "Let the service add them up."
            )
        case .tooLarge(let written):
            FindingTexts(
                "sum-too-large",
                "`\(written)` comes to more than its place can hold.",
                help: "Write the result that is meant."
            )
        }
    }
}
