// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Secrets that leave their way, and money that moves without one.
enum SafetyFinding: DiagnosticKind {
    case secretShown(name: String)
    case secretPassed(name: String, parameter: String)
    case secretGiven(name: String)
    case paysWithoutSecret(operation: String)
    case payUnseen(operation: String, missing: String)
    case unlimitedTries(outcome: String, secret: String)
    case askedForEver(secret: String)

    /// The stable names.
    static let ids = [
        "menu.secret-shown", "menu.secret-passed", "menu.secret-given",
        "menu.pays-without-secret", "menu.pay-unseen", "menu.unlimited-tries",
    ]

    var id: String { texts.id }

    var severity: Severity {
        switch self {
        case .payUnseen, .unlimitedTries, .askedForEver: .warning
        default: .error
        }
    }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .secretShown(let name):
            FindingTexts(
                "secret-shown",
                "`\(name)` is a secret, and secrets are never shown.",
                help: "Take it out of the text."
            )
        case .secretPassed(let name, let parameter):
            FindingTexts(
                "secret-passed",
                "`\(name)` is a secret, and `\(parameter)` would not keep it.",
                help: "Hand a secret only to a service that asks for one."
            )
        case .secretGiven(let name):
            FindingTexts(
                "secret-given",
                "`\(name)` is a secret and cannot be dialled or sent, where others can read "
                    + "it.",
                help: "Take it out of the line; it is asked for on the phone."
            )
        case .paysWithoutSecret(let operation):
            FindingTexts(
                "pays-without-secret",
                "`\(operation)` moves money, but it can be reached without a secret being "
                    + "asked anew.",
                help: "Put `ask pin: secret` between what is to be paid and this call, on every "
                    + "way to it."
            )
        case .payUnseen(let operation, let missing):
            FindingTexts(
                "pay-unseen",
                "Whoever answers this question agrees to `\(operation)`, but it does not "
                    + "show \(missing).",
                help: "Show it there or on a screen before, such as `Send {quote.amount} to "
                    + "{payee.name}, fee {quote.fee}`."
            )
        case .unlimitedTries(let outcome, let secret):
            FindingTexts(
                "unlimited-tries",
                "`\(outcome)` leads back to the secret `\(secret)`, and no outcome says how often "
                    + "it may still be tried.",
                help: "Lead it to a screen that ends, or let the service count the tries."
            )
        case .askedForEver(let secret):
            FindingTexts(
                "unlimited-tries",
                "The secret `\(secret)` is asked again and again, and nothing takes it in between.",
                help: "Hand it to a service, or lead on to something else."
            )
        }
    }
}
