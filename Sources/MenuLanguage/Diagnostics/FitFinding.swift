// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Screens that do not fit on a phone.
enum FitFinding: DiagnosticKind {
    // `name` comes in quotes, with the language behind it where it is another than the menu's.
    case tooLong(name: String, units: Int, limit: Int, counted: String)
    case tooLongUCS2(
        name: String,
        units: Int,
        limit: Int,
        counted: String,
        forcing: ForcingPlace
    )
    case severalMessages(name: String, size: String, limit: Int, parts: Int)

    /// The character that takes a screen out of GSM-7.
    struct ForcingPlace: Sendable {
        let character: String
        /// As `line 3, column 9`.
        let place: String
        /// What can stand in its place, nil when nothing can.
        let replacement: String?
    }

    /// The stable names.
    static let ids = ["menu.too-long", "menu.too-long-ucs2", "menu.several-messages"]

    var id: String { texts.id }
    var severity: Severity {
        if case .severalMessages = self { .warning } else { .error }
    }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .tooLong(let name, let units, let limit, let counted):
            FindingTexts(
                "too-long",
                "\(name) needs \(units) of \(limit) septets: \(units - limit) too many.",
                help: "Shorten the text or show fewer values\(counted)."
            )
        case .tooLongUCS2(let name, let units, let limit, let counted, let forcing):
            FindingTexts(
                "too-long-ucs2",
                "\(name) needs \(units) of \(limit) UCS-2 units: \(units - limit) too many, "
                    + "because `\(forcing.character)` at \(forcing.place) is not in GSM-7.",
                help: forcing.help + "\(counted)."
            )
        case .severalMessages(let name, let size, let limit, let parts):
            FindingTexts(
                "several-messages",
                "`\(name)` can answer a message, and at \(size) of \(limit) it is sent as "
                    + "\(parts) messages.",
                help: "Shorten it, or lead the command to a shorter ending."
            )
        }
    }
}

extension FitFinding.ForcingPlace {
    /// What to do about the character, without the full stop.
    fileprivate var help: String {
        switch replacement {
        case nil: "Write it with another character, or shorten the text"
        case "": "Leave the character out, or shorten the text"
        case let replacement?: "Write `\(replacement)` in its place, or shorten the text"
        }
    }
}
