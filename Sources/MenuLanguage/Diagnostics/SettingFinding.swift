// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What is wrong with the lines under `menu NAME`.
enum SettingFinding: DiagnosticKind {
    case settingValue(name: String, example: String)
    case unknownChoice(setting: String, word: String, allowed: [String])
    case servicesDiffer(first: String, second: String, record: String?)
    case meNeeds(operation: String)
    case resumeNeedsScreen(name: String)

    /// The stable names.
    static let ids = [
        "menu.setting-value", "menu.unknown-choice", "menu.services-differ", "menu.me-operation",
        "menu.resume-needs-screen",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .settingValue(let name, let example):
            FindingTexts(
                "setting-value",
                "What follows `\(name)` cannot be understood.",
                help: "Write it like `\(example)`."
            )
        case .unknownChoice(let setting, let word, let allowed):
            FindingTexts(
                "unknown-choice",
                "The setting `\(setting)` does not know `\(word)`.",
                help: "It knows \(allowed.listed)."
            )
        case .servicesDiffer(let first, let second, let record):
            FindingTexts(
                "services-differ",
                "The services `\(first)` and `\(second)` do not go together: "
                    + (record.map { "their records `\($0)` differ." }
                        ?? "they write amounts differently."),
                help: "Use one of them in this menu."
            )
        case .meNeeds(let operation):
            FindingTexts(
                "me-operation",
                "The operation `\(operation)` cannot be `me`.",
                help: "Name an operation without parameters that gives a result and moves no money."
            )
        case .resumeNeedsScreen(let name):
            FindingTexts(
                "resume-needs-screen",
                "`\(name)` is a flow, and only a screen can ask whether to go on.",
                help: "Name a screen with the options `-> resume` and `-> continue`."
            )
        }
    }
}
