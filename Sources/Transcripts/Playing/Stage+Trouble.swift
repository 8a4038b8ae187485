// SPDX-License-Identifier: Apache-2.0

extension Stage {
    /// Fails a step for what keeps its world from going on, in place of all that followed from it.
    mutating func noteTrouble(_ step: TranscriptStep, _ record: inout StepRecord) {
        guard let trouble = world.trouble else { return }
        record = StepRecord()
        record.missed.insert(step.line)
        record.fail(step.line, shown(trouble), .gatewayLost)
        notCompared.append("Nothing behind line \(step.line) was played.")
    }
}
