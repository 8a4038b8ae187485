// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What is wrong with a service that a menu declares.
enum ServiceFinding: DiagnosticKind {
    case address(why: String)
    case secretInTheOpen(operation: String)
    case limit(what: String, least: Int, most: Int)
    case postsWithoutSecret(operation: String)
    case secretWithoutEffect(operation: String)
    case wordOutsideAlphabet(word: String, character: Character)

    /// The stable names.
    static let ids = [
        "menu.service-address", "menu.service-secret", "menu.service-limit", "menu.service-posts",
        "menu.service-word", "menu.service-effect",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .address(let why):
            FindingTexts(
                "service-address",
                "The service cannot be called here: \(why).",
                help: "Write an address such as `https://weather.example/ussd`; `http://` is for a "
                    + "service on this machine: 127.0.0.1, [::1] or localhost."
            )
        case .secretInTheOpen(let operation):
            FindingTexts(
                "service-secret",
                "`\(operation)` takes a secret, and over `http://` it would travel in the open.",
                help: "Write an address that begins with `https://`. For tests a file of stubs "
                    + "answers in place of the service."
            )
        case .limit(let what, let least, let most):
            FindingTexts(
                "service-limit",
                "\(what) is \(least) to \(most) here.",
                help: "Write a whole number from \(least) to \(most)."
            )
        case .postsWithoutSecret(let operation):
            FindingTexts(
                "service-posts",
                "`\(operation)` posts and takes no secret, so nobody could agree to it.",
                help: "Add a parameter such as `pin: secret`, or take `posts` out when nothing "
                    + "moves."
            )
        case .secretWithoutEffect(let operation):
            FindingTexts(
                "service-effect",
                "`\(operation)` takes a secret and does not say whether it moves anything.",
                help: "Write `posts` at its end when it moves something, and `reads` when it only "
                    + "looks something up."
            )
        case .wordOutsideAlphabet(let word, let character):
            FindingTexts(
                "service-word",
                "The word `\(word)` has the letter `\(character)`, which the GSM alphabet lacks.",
                help: "Write it with plain letters; what a screen says instead of it stands behind "
                    + "`case`."
            )
        }
    }
}
