// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Names that mean nothing, or too much.
enum NameFinding: DiagnosticKind {
    case nameTwice(name: String)
    case nameReserved(name: String)
    case unknownTarget(name: String)
    case unknownName(name: String, known: [String])
    case unknownField(record: String, name: String, known: [String])
    case unknownService(name: String, known: [String])
    case unknownOperation(service: String, name: String)
    case unknownType(name: String, known: [String])
    case noMe

    /// The stable names.
    static let ids = [
        "menu.name-twice", "menu.name-reserved", "menu.unknown-target", "menu.unknown-name",
        "menu.unknown-field", "menu.unknown-service", "menu.unknown-operation",
        "menu.no-such-type", "menu.no-me",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .nameTwice(let name):
            FindingTexts(
                "name-twice",
                "The name `\(name)` is taken.",
                help: "Give one of the two another name."
            )
        case .nameReserved(let name):
            FindingTexts(
                "name-reserved",
                "The word `\(name)` has a meaning of its own and cannot be a name here.",
                help: "Choose another name."
            )
        case .unknownTarget(let name):
            FindingTexts(
                "unknown-target",
                "There is no screen, flow or question `\(name)` to go to.",
                help: "Write the screen or flow, or mend the name."
            )
        case .unknownName(let name, let known):
            FindingTexts(
                "unknown-name",
                "There is no value `\(name)` here.",
                help: "The values here are \(known.listed)."
            )
        case .unknownField(let record, let name, let known):
            FindingTexts(
                "unknown-field",
                "A `\(record)` has no field `\(name)`.",
                help: "Its fields are \(known.listed)."
            )
        case .unknownService(let name, let known):
            FindingTexts(
                "unknown-service",
                "The service `\(name)` is not one that this menu uses.",
                help: "Name it under `services`, where \(known.listed) stands now."
            )
        case .unknownOperation(let service, let name):
            FindingTexts(
                "unknown-operation",
                "The service `\(service)` has no operation `\(name)`.",
                help: "Look up what the service can do, or mend the name."
            )
        case .unknownType(let name, let known):
            FindingTexts(
                "no-such-type",
                "There is no type `\(name)` here.",
                help: "The types here are \(known.listed)."
            )
        case .noMe:
            FindingTexts(
                "no-me",
                "The menu does not say what `me` is.",
                help: "Add a line under `menu`, such as `me money.me`."
            )
        }
    }
}
