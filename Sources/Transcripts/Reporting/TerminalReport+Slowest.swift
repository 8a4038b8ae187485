// SPDX-License-Identifier: Apache-2.0
import SourceText

extension TerminalReport {
    /// Names the files that took longest, the slowest first.
    ///
    /// - Parameters:
    ///   - summary: what was played.
    ///   - count: how many are named at most.
    /// - Returns: a line each under a title; nothing when nothing was measured.
    public func slowest(_ summary: RunSummary, _ count: Int = 5) -> String {
        let timed = summary.outcomes.compactMap { outcome in
            outcome.duration.map { (path: outcome.file.path, took: $0) }
        }
        let slow = timed.sorted { ($1.took, $0.path) < ($0.took, $1.path) }.prefix(count)
        guard !slow.isEmpty else { return "" }
        let width = slow.map(\.took.milliseconds.count).max() ?? 0
        let lines = slow.map { path, took in
            let number = took.milliseconds
            let blanks = String(repeating: " ", count: width - number.count)
            return "  \(blanks)\(number) ms  \(TerminalText.oneLine(path))\n"
        }
        return "The slowest:\n" + lines.joined()
    }
}
