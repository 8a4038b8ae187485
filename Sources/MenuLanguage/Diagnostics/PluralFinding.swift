// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Words for a number, as `{tries|try|tries}`, that cannot be.
enum PluralFinding: DiagnosticKind {
    case pluralForms(given: Int, expected: Int, language: String)
    case pluralNeedsNumber(name: String, type: String)
    case pluralTwoNumbers(first: String, second: String)
    case pluralPlace

    /// The stable names.
    static let ids = [
        "menu.plural-forms", "menu.plural-needs-number", "menu.plural-two-numbers",
        "menu.plural-place",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .pluralForms(let given, let expected, let language):
            FindingTexts(
                "plural-forms",
                "Words for a number have \(expected == 1 ? "one form" : "\(expected) forms") in "
                    + "`\(language)`, and here \(given == 1 ? "one stands" : "\(given) stand").",
                help: expected == 2
                    ? "Write the word for one and the word for many, like `{tries|try|tries}`."
                    : "Write each form behind a `|` of its own."
            )
        case .pluralNeedsNumber(let name, let type):
            FindingTexts(
                "plural-needs-number",
                "A word can be chosen by a number, and `\(name)` is \(type).",
                help: "Name a number before the first `|`."
            )
        case .pluralTwoNumbers(let first, let second):
            FindingTexts(
                "plural-two-numbers",
                "The words of a text can follow one number, and these follow `\(first)` and "
                    + "`\(second)`.",
                help: "Put the second number behind a colon, as in `Left: {\(second)}`, which is "
                    + "right for every number, or say it on another screen. Files of translations "
                    + "have one number for each text."
            )
        case .pluralPlace:
            FindingTexts(
                "plural-place",
                "Words for a number cannot stand in an option, a list or a `case`.",
                help: "Put them in the text of the screen, or write the line so that it is right "
                    + "for every number."
            )
        }
    }
}
