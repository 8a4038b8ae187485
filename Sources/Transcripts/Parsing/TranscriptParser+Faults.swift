// SPDX-License-Identifier: Apache-2.0
import SourceText

extension TranscriptParser {
    /// Reads what stands behind `!`.
    mutating func readFault(
        _ cursor: inout LineCursor,
        _ whole: SourceRange
    ) -> TranscriptStep.Action? {
        let words = words(of: &cursor)
        let phones = header.phones.map(\.name)
        do {
            return .fault(try FaultReader.read(words.map(\.text), phones: phones))
        } catch {
            let found = words[error.words.clamped(to: words.indices)].map(\.range)
            var range = found.first ?? whole
            if let last = found.last { range = range.union(last) }
            report(StepMistake.badFault(error.what, help: error.help), range)
            return nil
        }
    }
}
