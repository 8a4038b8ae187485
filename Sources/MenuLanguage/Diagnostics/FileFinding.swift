// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What is wrong with the files of a menu.
enum FileFinding: DiagnosticKind {
    case noMenu
    case secondMenu
    case includeUnreadable(path: String, reason: String)
    case includeCycle(path: String)
    case includeTwice(path: String)
    case tooLarge(what: String, count: Int, most: Int)

    /// The stable names.
    static let ids = [
        "menu.no-menu", "menu.second-menu", "menu.include-unreadable", "menu.include-cycle",
        "menu.include-twice", "menu.too-large",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .noMenu:
            FindingTexts(
                "no-menu",
                "This file has no line that names the menu.",
                help: "Begin the main file with `menu NAME`, such as `menu mavuno`."
            )
        case .secondMenu:
            FindingTexts(
                "second-menu",
                "A menu has one line `menu NAME`, and this is a second one.",
                help: "Keep the settings in the main file and take this line away."
            )
        case .includeUnreadable(let path, let reason):
            FindingTexts(
                "include-unreadable",
                "The file `\(path)` cannot be read: \(reason).",
                help: "Write the name of a file that lies beside this one."
            )
        case .includeCycle(let path):
            FindingTexts(
                "include-cycle",
                "The file `\(path)` includes itself, by way of this line.",
                help: "Take this line away; every file sees the names of all the others."
            )
        case .includeTwice(let path):
            FindingTexts(
                "include-twice",
                "The file `\(path)` is included already.",
                help: "Take this line away; every file sees the names of all the others."
            )
        case .tooLarge(let what, let count, let most):
            FindingTexts(
                "too-large",
                "The menu has \(count) \(what), and \(most) are the most.",
                help: "Cut it into two menus with service codes of their own."
            )
        }
    }
}
