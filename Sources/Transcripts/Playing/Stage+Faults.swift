// SPDX-License-Identifier: Apache-2.0
import Gateway

extension Stage {
    /// Arranges a fault.
    mutating func arm(
        _ fault: TranscriptStep.Fault,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        guard let id = world.arm(fault) else {
            record.missed.insert(step.line)
            return record.fail(
                step.line,
                "This fault cannot be made to happen here, or there are too many of them.",
                .unusedFault
            )
        }
        faults.append((step.line, id))
    }

    /// The faults that did not happen, or not as often as they should.
    func faultLeftovers() -> [String] {
        let armed = Dictionary(world.armedFaults.map { ($0.id, $0) }) { first, _ in first }
        return faults.compactMap { line, id in
            // What the world has forgotten was spent.
            guard let fault = armed[id], !fault.isMet else { return nil }
            guard fault.happened > 0, case .times(let count) = fault.fault.frequency else {
                return "The fault of line \(line) never happened."
            }
            return "The fault of line \(line) happened \(fault.happened) of \(count) times."
        }
    }
}
