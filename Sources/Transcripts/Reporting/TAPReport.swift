// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Writes a run of transcripts in the Test Anything Protocol, with a plan and YAML diagnostics.
///
/// Each run of a file is a test point. One that failed as its header says has the directive
/// `Todo`, one that was not played `Skip`; harnesses read both in any case. Of YAML only mappings,
/// lists and quoted strings are used, which is what the readers of older harnesses know too.
public struct TAPReport: Sendable {
    /// Which version of the protocol the first line names; the lines below are the same.
    public enum Version: Int, Sendable {
        /// What harnesses read that know nothing newer, such as `prove` before 3.45.
        case thirteen = 13
        /// The present version.
        case fourteen = 14
    }

    private let version: Version

    /// Makes a report in a version.
    public init(_ version: Version = .fourteen) { self.version = version }

    /// All lines.
    public func text(_ summary: RunSummary) -> String {
        let runs = summary.runs
        var text = "TAP version \(version.rawValue)\n1..\(runs.count)"
        text += runs.isEmpty ? " # Skip There is no transcript.\n" : "\n"
        for (index, run) in runs.enumerated() { text += point(run, index + 1) }
        return text
    }

    private func point(_ run: ReportedRun, _ number: Int) -> String {
        let isOK: Bool
        let directive: String
        switch run.status {
        case .passed: (isOK, directive) = (true, "")
        case .failed, .unreadable: (isOK, directive) = (false, "")
        case .skipped(let why): (isOK, directive) = (true, " # Skip \(TerminalText.oneLine(why))")
        case .failedAsExpected(let why):
            (isOK, directive) = (false, " # Todo \(TerminalText.oneLine(why))")
        }
        let name = run.result == nil ? run.name : "\(run.name): \(run.title)"
        return "\(isOK ? "" : "not ")ok \(number) - \(Self.escaped(name))\(directive)\n"
            + diagnostics(run, isOK: isOK)
    }

    private func diagnostics(_ run: ReportedRun, isOK: Bool) -> String {
        var lines: [String] = []
        if !isOK {
            lines += [
                "message: \(JSONText.string(run.message))", "severity: fail", "at:",
                "  file: \(JSONText.string(run.file))", "  line: \(run.line)",
                "seed: \(run.outcome.header.seed)",
            ]
        }
        if let milliseconds = run.milliseconds { lines.append("duration_ms: \(milliseconds)") }
        if !isOK, !run.problems.isEmpty {
            lines.append("findings:")
            for problem in run.problems {
                lines.append("  - line: \(problem.line ?? 1)")
                lines.append("    reason: \(JSONText.string(problem.reason))")
            }
        }
        let difference = run.result?.phases.flatMap(\.lines) ?? []
        if !isOK, !difference.isEmpty {
            lines.append("difference:")
            lines += difference.map { "  - " + JSONText.string($0.written) }
        }
        if lines.isEmpty { return "" }
        return (["---"] + lines + ["..."]).map { "  \($0)\n" }.joined()
    }

    /// A description: `\` and `#` are escaped, so that nothing in it is taken for a directive.
    private static func escaped(_ text: String) -> String {
        TerminalText.oneLine(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
