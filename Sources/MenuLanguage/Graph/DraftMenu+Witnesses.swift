// SPDX-License-Identifier: Apache-2.0
import SourceText

extension DraftMenu {
    /// The findings that say how their place is reached: those on ways, values, safety and size.
    static let witnessed: Set<String> = Set(
        GraphFinding.ids + SafetyFinding.ids + FitFinding.ids + UseFinding.ids
    ).subtracting([
        "menu.no-way-in", "menu.unreachable", "menu.unreachable-step", "menu.secret-given",
    ])

    /// The finding about answers to messages, which dialling does not bring about.
    private static let sentOnly = "menu.several-messages"

    /// Adds to findings which keys reach their place, where any do.
    func addWitnesses(_ witnesses: Witnesses, _ findings: inout Findings) {
        let isSent = findings.all.contains { $0.id == Self.sentOnly }
        let sent = isSent ? Witnesses(self, onlyBySMS: true) : witnesses
        findings.addNotes { diagnostic, state in
            guard Self.witnessed.contains(diagnostic.id),
                let state = state ?? self.state(at: diagnostic.range),
                let keys = (diagnostic.id == Self.sentOnly ? sent : witnesses).keys(to: state)
            else { return nil }
            return Diagnostic.Note("Reached by: \(keys)")
        }
    }

    /// The state in whose lines a place is: the last one that begins before it.
    private func state(at range: SourceRange) -> Int? {
        guard let owner = definition(at: range) else { return nil }
        let before = states.indices.filter { index in
            let state = states[index]
            return state.definition == owner && state.range.file == range.file
                && state.range.lower <= range.lower
        }
        // A parameter stands before every step; it is there where the flow begins.
        return before.max { states[$0].range.lower <= states[$1].range.lower }
            ?? definitions[owner].entry
    }
}
