// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Keys that mean two things.
enum KeyFinding: DiagnosticKind {
    case keyTwice(key: String)
    case navigationClash(key: String, meaning: String, place: String)
    case answerClash(key: String, meaning: String, range: String)
    case itemClash(key: String, most: Int)
    case numberingGap(key: String, missing: Int)

    /// The stable names.
    static let ids = [
        "menu.key-twice", "menu.key-clash", "menu.key-answers", "menu.key-numbers-item",
        "menu.numbering-gap",
    ]

    var id: String { texts.id }
    var severity: Severity {
        if case .numberingGap = self { .warning } else { .error }
    }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .keyTwice(let key):
            FindingTexts(
                "key-twice",
                "The key \(key) stands here a second time.",
                help: "Give one of the two another key."
            )
        case .navigationClash(let key, let meaning, let place):
            FindingTexts(
                "key-clash",
                "The key \(key) goes \(meaning) everywhere, but on `\(place)` it means "
                    + "something else.",
                help: "Use another key here, or another one in the setting `keys`."
            )
        case .answerClash(let key, let meaning, let range):
            FindingTexts(
                "key-answers",
                "The key \(key) \(meaning), but it could be an answer to this question, "
                    + "which takes \(range).",
                help: "Make the answers longer or begin them higher, or use a key that can never "
                    + "be one."
            )
        case .itemClash(let key, let most):
            FindingTexts(
                "key-numbers-item",
                "The key \(key) also chooses an item of the list, whose items are numbered 1 "
                    + "to \(most).",
                help: "Use a key that is greater than \(most)."
            )
        case .numberingGap(let key, let missing):
            FindingTexts(
                "numbering-gap",
                "The key \(key) stands here, but no option has the key \(missing).",
                help: "Number the options 1, 2, 3 without a gap."
            )
        }
    }
}
