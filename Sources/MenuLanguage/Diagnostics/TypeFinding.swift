// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Values that are not what their place needs.
enum TypeFinding: DiagnosticKind {
    case argumentCount(name: String, given: Int, expected: [String])
    case argumentType(parameter: String, expected: String, given: String)
    case argumentTooLong(name: String, type: String, parameter: String, expected: String)
    case unknownWord(word: String, of: String, known: [String])
    case notARecord(path: String, type: String, field: String)
    case notAFlag(name: String, type: String)
    case notComparable(what: String, sign: String)

    /// The stable names.
    static let ids = [
        "menu.argument-count", "menu.argument-type", "menu.argument-too-long",
        "menu.unknown-word", "menu.not-a-record", "menu.not-a-flag", "menu.not-comparable",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .argumentCount(let name, let given, let expected):
            FindingTexts(
                "argument-count",
                "`\(name)` takes \(expected.count) values, not \(given).",
                help: "It takes \(expected.listed), in this order."
            )
        case .argumentType(let parameter, let expected, let given):
            FindingTexts(
                "argument-type",
                "For `\(parameter)` this must be \(expected), not \(given).",
                help: "Hand over a value of that type."
            )
        case .argumentTooLong(let name, let type, let parameter, let expected):
            FindingTexts(
                "argument-too-long",
                "`\(name)` is \(type), and `\(parameter)` takes only \(expected).",
                help: "Ask for less, or make room where it is received."
            )
        case .unknownWord(let word, let of, let known):
            FindingTexts(
                "unknown-word",
                "`\(word)` is not a word of `\(of)`.",
                help: "The words are \(known.listed)."
            )
        case .notARecord(let path, let type, let field):
            FindingTexts(
                "not-a-record",
                "`\(path)` is \(type) and has no field `\(field)`.",
                help: "Take away the point and what follows it."
            )
        case .notAFlag(let name, let type):
            FindingTexts(
                "not-a-flag",
                "`\(name)` is \(type), which is neither yes nor no.",
                help: "Compare it, as in `when \(name) > 0`, or ask `when \(name) is set`."
            )
        case .notComparable(let what, let sign):
            FindingTexts(
                "not-comparable",
                "`\(sign)` cannot compare \(what).",
                help: "Money, numbers, days and times can be compared by size, words, texts and "
                    + "phone numbers by `==` and `!=`."
            )
        }
    }
}
