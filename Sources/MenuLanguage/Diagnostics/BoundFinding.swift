// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Lengths, bounds and patterns of answers that cannot be kept.
enum BoundFinding: DiagnosticKind {
    case noLength
    case noDigits
    case badBound(given: String, type: String)
    case boundsReversed
    case badPattern(reason: String)
    case boundTextUnused(type: String)
    case unboundedAmount(name: String)
    case slowPattern(input: String, steps: Int)

    /// The stable names.
    static let ids = [
        "menu.no-length", "menu.bad-bound", "menu.bounds-reversed", "menu.bad-pattern",
        "menu.bound-text-unused", "menu.unbounded-amount", "menu.slow-pattern",
    ]

    var id: String { texts.id }
    var severity: Severity {
        if case .unboundedAmount = self { .warning } else { .error }
    }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .noLength:
            FindingTexts(
                "no-length",
                "It is not said how long this text can be, so no screen that shows it can be "
                    + "proved to fit.",
                help: "Write the most characters, such as `text 20` for a parameter or `text 3 ... "
                    + "20` for a question."
            )
        case .noDigits:
            FindingTexts(
                "no-length",
                "It is not said how long this number can be, so no screen that shows it can be "
                    + "proved to fit.",
                help: "Write the most digits, such as `number 3`; a minus sign counts as one."
            )
        case .badBound(let given, let type):
            FindingTexts(
                "bad-bound",
                "`\(given)` cannot be a bound here.",
                help: "A bound here is \(type)."
            )
        case .boundsReversed:
            FindingTexts(
                "bounds-reversed",
                "The least is more than the most, so nothing could be answered.",
                help: "Swap the two bounds."
            )
        case .badPattern(let reason):
            FindingTexts(
                "bad-pattern",
                "The pattern cannot be used: \(reason)",
                help: "Patterns are written as PCRE2 writes them, such as \"[A-Z]{2}[0-9]{4}\"."
            )
        case .boundTextUnused(let type):
            FindingTexts(
                "bound-text-unused",
                "`below` and `above` are said about money and numbers only, not about "
                    + "\(type).",
                help: "Say it with `wrong`."
            )
        case .unboundedAmount(let name):
            FindingTexts(
                "unbounded-amount",
                "`\(name)` can be any amount, nothing and more than anybody has included.",
                help: "Say the least and the most, such as `money 1.00 ... me.balance`."
            )
        case .slowPattern(let input, let steps):
            FindingTexts(
                "slow-pattern",
                "The pattern is given up after \(steps) steps, as with the answer `\(input)`.",
                help: "Repeat nothing that is itself a repetition: write `a+` in place of `(a+)+`."
            )
        }
    }
}
