// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Arguments of dialled strings and commands that their target cannot take.
enum GivenFinding: DiagnosticKind {
    case unknownArgument(name: String, target: String)
    case argumentTwice(name: String)
    case argumentType(name: String, given: String, expected: String)
    case argumentMissing(target: String, names: [String], example: String?)

    /// The stable names.
    static let ids = [
        "menu.unknown-argument", "menu.argument-twice", "menu.given-type",
        "menu.argument-missing",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .unknownArgument(let name, let target):
            FindingTexts(
                "unknown-argument",
                "`\(target)` has no parameter and no question `\(name)`.",
                help: "Name a parameter, or a question whose answer is given beforehand."
            )
        case .argumentTwice(let name):
            FindingTexts(
                "argument-twice",
                "`\(name)` is given twice.",
                help: "Keep one of the two."
            )
        case .argumentType(let name, let given, let expected):
            FindingTexts(
                "given-type",
                "`\(name)` is given as `\(given)`, but it is \(expected).",
                help: "Write the type that it has there."
            )
        case .argumentMissing(let target, let names, let example):
            FindingTexts(
                "argument-missing",
                "`\(target)` needs \(names.listed), which is not given here.",
                help: example.map { "Add an argument such as `\($0)`, or lead to another screen." }
                    ?? "Lead to a screen or flow that needs no such value."
            )
        }
    }
}
