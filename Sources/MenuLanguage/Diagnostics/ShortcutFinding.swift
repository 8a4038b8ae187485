// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Shortcuts that no longer mean what people learnt.
enum ShortcutFinding: DiagnosticKind {
    case retargeted(text: String, old: String, new: String)
    case removed(lines: [String])
    case argumentsChanged(old: String, new: String)
    case keysDiffer(text: String, code: String, keys: [String])
    case shadowed(new: String, old: String)
    case lockMalformed(String)
    case lockTwice(String)
    case unlocked(count: Int)

    /// The stable names.
    static let ids = [
        "menu.shortcut-retargeted", "menu.shortcut-removed", "menu.shortcut-arguments",
        "menu.shortcut-keys", "menu.shortcut-shadowed", "menu.shortcut-lock",
        "menu.shortcut-lock-twice", "menu.shortcut-unlocked",
    ]

    var id: String { texts.id }
    var severity: Severity { if case .unlocked = self { .warning } else { .error } }
    var message: String { texts.message }
    var help: String? { texts.help }

    /// How a promise is changed.
    private static let onPurpose =
        "if the change is meant, `stardial check --lock` changes the lock."

    private var texts: FindingTexts {
        switch self {
        case .retargeted(let text, let old, let new):
            FindingTexts(
                "shortcut-retargeted",
                "People know `\(text)` as the way to `\(old)`, and now it leads to `\(new)`.",
                help: "Lead it to `\(old)` again; \(Self.onPurpose)"
            )
        case .removed(let lines):
            FindingTexts(
                "shortcut-removed",
                lines.count == 1
                    ? "People know a shortcut that is no longer here: \(lines.listed)."
                    : "People know \(lines.count) shortcuts that are no longer here: "
                        + "\(lines.listed).",
                help: "Put \(lines.count == 1 ? "the line" : "the lines") back; "
                    + Self.onPurpose
            )
        case .argumentsChanged(let old, let new):
            FindingTexts(
                "shortcut-arguments",
                "People know this as `\(old)`, and now it takes `\(new)`.",
                help: "Take the same values in the same order again; \(Self.onPurpose)"
            )
        case .keysDiffer(let text, let code, let keys):
            FindingTexts(
                "shortcut-keys",
                "People know `\(text)` as `\(code)` and then \(keys.joined(separator: ", ")), and "
                    + "now the two lead to different places.",
                help: "Give the options their keys again; \(Self.onPurpose)"
            )
        case .shadowed(let new, let old):
            FindingTexts(
                "shortcut-shadowed",
                "The new `\(new)` takes what people dial or send for `\(old)`.",
                help: "Set other digits or words in the new one; \(Self.onPurpose)"
            )
        case .lockMalformed(let what):
            FindingTexts(
                "shortcut-lock",
                "The file `shortcuts.lock` cannot be understood: \(what).",
                help: "Put back the file as it was kept, or mend this line; without the file "
                    + "nothing is held to it."
            )
        case .lockTwice(let text):
            FindingTexts(
                "shortcut-lock-twice",
                "The file `shortcuts.lock` says twice what `\(text)` means.",
                help: "Keep the line that people know."
            )
        case .unlocked(let count): Self.unlocked(count)
        }
    }

    private static func unlocked(_ count: Int) -> FindingTexts {
        let them = count == 1 ? "it" : "them"
        return FindingTexts(
            "shortcut-unlocked",
            count == 1
                ? "1 new shortcut is not in the lock yet."
                : "\(count) new shortcuts are not in the lock yet.",
            help: "When people are to learn \(them), `stardial check --lock` adds \(them)."
        )
    }
}
