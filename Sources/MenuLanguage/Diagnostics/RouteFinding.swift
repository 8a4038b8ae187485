// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Strings to dial and commands to send that cannot work.
enum RouteFinding: DiagnosticKind {
    case dialTwice(text: String)
    case dialAmbiguous(text: String, other: String)
    case notSent(text: String)
    case withoutHome(text: String)
    case smsTwice
    case textNotLast(name: String)

    /// The stable names.
    static let ids = [
        "menu.dial-twice", "menu.dial-ambiguous", "menu.dial-not-sent", "menu.dial-without-home",
        "menu.sms-twice", "menu.text-not-last",
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
