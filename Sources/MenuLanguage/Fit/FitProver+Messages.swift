// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText

extension FitProver {
    /// Warns of an ending that answers a message and takes more than one (TS 23.040).
    func checkMessage(_ state: DraftState, _ extent: Extent, _ findings: inout Findings) {
        typealias Limits = ConcatenatedShortMessage.Limits
        let isPlain = extent.alphabet == .gsm7
        let units = extent.count(in: extent.alphabet)
        let single = isPlain ? Limits.singleSeptetsMax : Limits.singleUnitsMax
        guard units > single else { return }
        let part = isPlain ? Limits.partSeptetsMax : Limits.partUnitsMax
        findings.report(
            FitFinding.severalMessages(
                name: state.name,
                size: "\(units) \(isPlain ? "septets" : "UCS-2 units")",
                limit: single,
                parts: (units + part - 1) / part
            ),
            at: state.range
        )
    }
}
