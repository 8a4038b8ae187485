// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Translations that do not go with the texts of their menu.
enum TranslationFinding: DiagnosticKind {
    case unknownHole(name: String, known: [String])
    case missingHole(names: [String])
    case brace
    case oneLine
    case controlCharacter
    case optionKeys(key: String)
    case fuzzy(context: String)
    case stale(context: String, was: String, now: String)
    case obsolete(context: String?)
    case incomplete(language: String, missing: Int, all: Int, first: [String])

    /// The stable names.
    static let ids = [
        "menu.translation-hole", "menu.translation-hole-missing", "menu.translation-brace",
        "menu.translation-one-line", "menu.translation-control-character",
        "menu.translation-option-keys", "menu.translation-fuzzy", "menu.translation-stale",
        "menu.translation-obsolete", "menu.translation-incomplete",
    ]

    var id: String { texts.id }
    var message: String { texts.message }
    var help: String? { texts.help }

    var severity: Severity {
        switch self {
        case .unknownHole, .missingHole, .brace, .oneLine, .controlCharacter, .optionKeys: .error
        case .fuzzy, .stale, .obsolete, .incomplete: .warning
        }
    }

    private var texts: FindingTexts {
        switch self {
        case .unknownHole, .missingHole, .brace, .oneLine, .controlCharacter, .optionKeys: wrong
        case .fuzzy, .stale, .obsolete, .incomplete: unused
        }
    }

    /// What is wrong within a translation.
    private var wrong: FindingTexts {
        switch self {
        case .unknownHole(let name, let known):
            FindingTexts(
                "translation-hole",
                "The text that is translated has no hole `{\(name)}`.",
                help: known.isEmpty
                    ? "It has no holes at all; take this one away."
                    : "Its holes are \(known.map { "{\($0)}" }.listed); keep their names."
            )
        case .missingHole(let names):
            FindingTexts(
                "translation-hole-missing",
                "The translation does not show \(names.map { "{\($0)}" }.listed).",
                help: "Write the hole where the value belongs; values can stand in another order."
            )
        case .brace:
            FindingTexts(
                "translation-brace",
                "This brace has no other that goes with it.",
                help: "Write a hole as `{name}`, and a brace that is shown twice: `{{` or `}}`."
            )
        case .oneLine:
            FindingTexts(
                "translation-one-line",
                "What is translated is one line, and the translation has several.",
                help: "Write it without `\\n`."
            )
        case .controlCharacter:
            FindingTexts(
                "translation-control-character",
                "The translation has a character that cannot be shown.",
                help: "Take it away; only `\\n` can stand in a text, for a new line."
            )
        case .optionKeys(let key):
            FindingTexts(
                "translation-option-keys",
                "A line of the translation begins with \(key) and a blank, as an option would.",
                help: "Begin the line with another word; options are translated by themselves."
            )
        case .fuzzy, .stale, .obsolete, .incomplete: unused
        }
    }

    /// What keeps a translation from being shown.
    private var unused: FindingTexts {
        switch self {
        case .fuzzy(let context):
            FindingTexts(
                "translation-fuzzy",
                "The translation of `\(context)` is marked as not certain, so it is not shown.",
                help: "Read it, mend it, and take the word `fuzzy` away."
            )
        case .stale(let context, let was, let now):
            FindingTexts(
                "translation-stale",
                "The text `\(context)` was changed, so its translation is not shown.",
                help:
                    "It was `\(was)` and is `\(now)`. Run `stardial i18n merge`, then translate it "
                    + "anew."
            )
        case .obsolete(let context):
            FindingTexts(
                "translation-obsolete",
                context.map { "The menu has no text `\($0)`." }
                    ?? "A translation without `msgctxt` belongs to no text of the menu.",
                help: "Run `stardial i18n merge`, which keeps it at the end of the file for later."
            )
        case .incomplete(let language, let missing, let all, let first):
            FindingTexts(
                "translation-incomplete",
                "Of \(all) texts \(missing) \(missing == 1 ? "is" : "are") not translated into "
                    + "`\(language)`: "
                    + (missing > first.count
                        ? first.map { "`\($0)`, " }.joined() + "and others." : "\(first.listed)."),
                help: "They are shown in the language the menu is written in."
            )
        default: wrong
        }
    }
}
