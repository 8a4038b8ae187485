// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Writes a run of transcripts as JSON, one object a line: one for each run, then the summary.
///
/// Keys never change their meaning and new ones may join. An object of a run has, in this order:
/// `event` (`run`), `file`, `name`, `title`, `language`, `status` (`passed`, `failed`,
/// `unreadable`, `skipped`, `failedAsExpected`), `why`, `line`, `steps`, `seed` (as a string, for
/// it has 64 bits), `tags`, `duration_ms`, `findings` (objects of `line` and `reason`),
/// `difference` (lines that begin with a blank, `-` or `+`) and `notCompared`. The last has
/// `event` (`summary`), `files`, `passed`, `failed`, `skipped`, `failedAsExpected`, `steps` and
/// `duration_ms`. What is absent is `null`.
public struct JSONLinesReport: Sendable {
    /// Makes a report.
    public init() {}

    /// All lines (RFC 8259), in UTF-8.
    public func text(_ summary: RunSummary) -> String {
        let time = summary.outcomes.compactMap(\.duration)
        let total = time.isEmpty ? nil : time.reduce(.zero, +).milliseconds
        let last = JSONText.object([
            ("event", JSONText.string("summary")),
            ("files", "\(summary.outcomes.count)"),
            ("passed", "\(summary.passed)"),
            ("failed", "\(summary.failed)"),
            ("skipped", "\(summary.skipped)"),
            ("failedAsExpected", "\(summary.failedAsExpected)"),
            ("steps", "\(summary.steps)"),
            ("duration_ms", total ?? JSONText.null),
        ])
        return (summary.runs.map(line) + [last]).map { $0 + "\n" }.joined()
    }

    private func line(_ run: ReportedRun) -> String {
        let (status, why) = words(run.status)
        let findings = run.problems.map { problem in
            JSONText.object([
                ("line", problem.line.map(String.init) ?? JSONText.null),
                ("reason", JSONText.string(problem.reason)),
            ])
        }
        let difference = run.result?.phases.flatMap(\.lines) ?? []
        return JSONText.object([
            ("event", JSONText.string("run")),
            ("file", JSONText.string(run.file)),
            ("name", JSONText.string(run.name)),
            ("title", JSONText.string(run.result?.title ?? "")),
            ("language", run.language.map(JSONText.string) ?? JSONText.null),
            ("status", JSONText.string(status)),
            ("why", why.map(JSONText.string) ?? JSONText.null),
            ("line", run.problems.isEmpty ? JSONText.null : "\(run.line)"),
            ("steps", "\(run.result?.stepCount ?? 0)"),
            ("seed", JSONText.string("\(run.outcome.header.seed)")),
            ("tags", JSONText.array(run.outcome.header.tags.map(JSONText.string))),
            ("duration_ms", run.milliseconds ?? JSONText.null),
            ("findings", JSONText.array(findings)),
            (
                "difference",
                JSONText.array(difference.map { JSONText.string($0.written) })
            ),
            ("notCompared", JSONText.array((run.result?.notCompared ?? []).map(JSONText.string))),
        ])
    }

    private func words(_ status: TranscriptStatus) -> (status: String, why: String?) {
        switch status {
        case .passed: ("passed", nil)
        case .failed: ("failed", nil)
        case .unreadable: ("unreadable", nil)
        case .skipped(let why): ("skipped", why)
        case .failedAsExpected(let why): ("failedAsExpected", why)
        }
    }
}
