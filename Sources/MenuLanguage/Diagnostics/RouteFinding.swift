// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Strings to dial and commands to send that cannot work.
enum RouteFinding: DiagnosticKind {
    case dialTwice(text: String)
    case dialAmbiguous(text: String, other: String)
    case notSent(text: String)
    case withoutHome(text: String)
    case unknownArgument(name: String, target: String)
    case argumentTwice(name: String)
    case argumentType(name: String, given: String, expected: String)
    case argumentMissing(target: String, names: [String])
    case smsTwice
    case textNotLast(name: String)

    /// The stable names.
    static let ids = [
        "menu.dial-twice", "menu.dial-ambiguous", "menu.dial-not-sent", "menu.dial-without-home",
        "menu.unknown-argument", "menu.argument-twice", "menu.given-type",
        "menu.argument-missing", "menu.sms-twice", "menu.text-not-last",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .dialTwice(let text):
            FindingTexts(
                "dial-twice",
                "The string `\(text)` leads to two places.",
                help: "Keep one of the two lines."
            )
        case .dialAmbiguous(let text, let other):
            FindingTexts(
                "dial-ambiguous",
                "What is dialled can be both `\(text)` and `\(other)`.",
                help: "Set different digits at the place where they differ."
            )
        case .notSent(let text):
            FindingTexts(
                "dial-not-sent",
                "Phones keep `\(text)` for a service of the network and do not send it here.",
                help: "Use a service code of your own, such as `*789#`."
            )
        case .withoutHome(let text):
            FindingTexts(
                "dial-without-home",
                "`\(text)` has no beginning that can be dialled by itself, so the home key "
                    + "would lead nowhere.",
                help: "Add the service code alone, such as `dial *789# -> home`."
            )
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
        case .argumentMissing(let target, let names):
            FindingTexts(
                "argument-missing",
                "`\(target)` needs \(names.listed), which is not given here.",
                help: "Add an argument such as `{\(names.first ?? "name"): text}`, or lead to "
                    + "another screen."
            )
        case .smsTwice:
            FindingTexts(
                "sms-twice",
                "The same message is a command already.",
                help: "Change one of the two, so that each message has one meaning."
            )
        case .textNotLast(let name):
            FindingTexts(
                "text-not-last",
                "The text `\(name)` takes all that is left of the message, so nothing can "
                    + "follow it.",
                help: "Put it at the end."
            )
        }
    }
}
