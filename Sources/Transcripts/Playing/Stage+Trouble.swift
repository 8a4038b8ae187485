// SPDX-License-Identifier: Apache-2.0

extension Stage {
    /// What is left at the end, unless nobody can be asked any more; that the gateway was lost only
    /// then is told in its place.
    mutating func leftoversUnlessTrouble() -> [String] {
        guard world.trouble == nil else { return [] }
        let leftovers = leftovers()
        guard let trouble = world.trouble else { return leftovers }
        kinds.insert(.gatewayLost)
        return [shown(trouble)]
    }

    /// Fails a step for what keeps its world from going on, in place of all that followed from it.
    mutating func noteTrouble(_ step: TranscriptStep, _ record: inout StepRecord) {
        guard let trouble = world.trouble else { return }
        record = StepRecord()
        record.missed.insert(step.line)
        record.fail(step.line, shown(trouble), .gatewayLost)
        notCompared.append("Nothing behind line \(step.line) was played.")
    }
}
