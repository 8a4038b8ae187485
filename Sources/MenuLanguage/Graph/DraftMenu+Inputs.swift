// SPDX-License-Identifier: Apache-2.0
import SourceText

extension DraftMenu {
    /// The most inputs that a subscriber should need to come to an end.
    static let inputsMax = 8

    /// Warns of endings that even the shortest way takes too many inputs to come to.
    func checkInputs(_ witnesses: Witnesses, _ findings: inout Findings) {
        for (index, state) in states.enumerated() {
            guard case .end = state.kind, let inputs = witnesses.inputs[index] else { continue }
            // The first is the dialled string.
            if inputs - 1 > Self.inputsMax {
                findings.report(
                    UseFinding.manyInputs(name: state.name, inputs: inputs - 1),
                    at: state.range
                )
            }
        }
    }
}
