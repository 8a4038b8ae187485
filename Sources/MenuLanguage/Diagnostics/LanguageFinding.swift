// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What is wrong with the languages of a menu.
enum LanguageFinding: DiagnosticKind {
    case badLanguage(name: String)
    case languageTwice(name: String)
    case tooManyLanguages(count: Int, most: Int)
    case unknownLanguage(name: String, known: [String])
    case noTranslation(language: String, path: String, reason: String, menu: String)

    /// The stable names.
    static let ids = [
        "menu.bad-language", "menu.language-twice", "menu.too-many-languages",
        "menu.unknown-language", "menu.translation-unreadable",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .badLanguage(let name):
            FindingTexts(
                "bad-language",
                "`\(name)` is not the code of a language.",
                help: "Write two or three small letters, such as `sw`, or with a country, such as "
                    + "`pt-BR`."
            )
        case .languageTwice(let name):
            FindingTexts(
                "language-twice",
                "The language `\(name)` stands in this menu already.",
                help: "Take it away here; `also` names the languages beside the one of `text`."
            )
        case .tooManyLanguages(let count, let most):
            FindingTexts(
                "too-many-languages",
                "The menu has \(count) languages beside its own, and \(most) are the most.",
                help: "Name the others in a second menu with a service code of its own."
            )
        case .unknownLanguage(let name, let known):
            FindingTexts(
                "unknown-language",
                "This menu does not speak `\(name)`.",
                help: "It speaks \(known.listed); the setting `also` names further languages."
            )
        case .noTranslation(let language, let path, let reason, let menu):
            FindingTexts(
                "translation-unreadable",
                "The texts in `\(language)` cannot be read from `\(path)`: \(reason).",
                help:
                    "Run `stardial i18n extract \(menu) --language \(language)`, which writes the "
                    + "file, or take the language away."
            )
        }
    }
}
