// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Screens that cannot be reached or left, and values that may be missing.
enum GraphFinding: DiagnosticKind {
    case noWayIn
    case unreachable(kind: String, name: String)
    case unreachableStep
    case deadEnd(name: String)
    case flowWithoutEnd(name: String)
    case noWayOut(names: [String])
    case endless(names: [String])
    case notSetYet(name: String)

    /// The stable names.
    static let ids = [
        "menu.no-way-in", "menu.unreachable", "menu.unreachable-step", "menu.dead-end",
        "menu.flow-without-end", "menu.no-way-out", "menu.endless", "menu.not-set-yet",
    ]

    var id: String { texts.id }
    var severity: Severity { .error }
    var message: String { texts.message }
    var help: String? { texts.help }

    private var texts: FindingTexts {
        switch self {
        case .noWayIn:
            FindingTexts(
                "no-way-in",
                "Nothing can be dialled or sent to reach this menu.",
                help: "Add a line such as `dial *789# -> home`."
            )
        case .unreachable(let kind, let name):
            FindingTexts(
                "unreachable",
                "No arrow leads to the \(kind) `\(name)`.",
                help: "Lead an option or a step to it, or take it away."
            )
        case .unreachableStep:
            FindingTexts(
                "unreachable-step",
                "This step is never reached: what stands before it always leads elsewhere.",
                help: "Move it before the arrow or `end`, or take it away."
            )
        case .deadEnd(let name):
            FindingTexts(
                "dead-end",
                "The screen `\(name)` has no option and does not end the session.",
                help: "Add an option, or the word `end`."
            )
        case .flowWithoutEnd(let name):
            FindingTexts(
                "flow-without-end",
                "The flow `\(name)` goes on after its last step, where nothing stands.",
                help: "Finish it with `end` and a text, or with an arrow such as `-> home`."
            )
        case .noWayOut(let names):
            FindingTexts(
                "no-way-out",
                "Whoever comes to \(names.listed) cannot get out again: no key leads to an "
                    + "end or elsewhere.",
                help: "Add an option that leads out, or a screen that ends the session."
            )
        case .endless(let names):
            FindingTexts(
                "endless",
                "\(names.listed) lead\(names.count == 1 ? "s" : "") round in a circle "
                    + "without showing anything.",
                help: "Lead one of the arrows to a screen that does not lead back by itself."
            )
        case .notSetYet(let name):
            FindingTexts(
                "not-set-yet",
                "`\(name)` may have no value here.",
                help: "Ask or call for it on every way to this place, or test `when "
                    + "\(name) is set`."
            )
        }
    }
}
