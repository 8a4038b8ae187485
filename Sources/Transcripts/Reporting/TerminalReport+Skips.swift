// SPDX-License-Identifier: Apache-2.0
import SourceText

extension TerminalReport {
    /// What was not played and why: a line for each reason with its files; empty when all was.
    public func skips(_ summary: RunSummary) -> String {
        var reasons: [String] = []
        var files: [String: [String]] = [:]
        for outcome in summary.outcomes {
            guard case .skipped(let why) = outcome.status else { continue }
            if files[why] == nil { reasons.append(why) }
            files[why, default: []].append(TerminalText.oneLine(outcome.file.path))
        }
        return reasons.map { why in
            let paths = files[why] ?? []
            return "Skipped \(paths.count): \(why)\n" + paths.map { "  \($0)\n" }.joined()
        }.joined()
    }
}
