// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Writes a run of transcripts for a GitHub workflow: what is wrong beside the lines it is about,
/// and a page for the summary of the job.
public struct GitHubReport: Sendable {
    /// Makes a report.
    public init() {}

    /// A workflow command for each thing that is wrong, a line each.
    ///
    /// A scene that failed as its header says is a `notice`; the mistakes of a file that is no
    /// transcript are those of `stardial check`.
    public func commands(_ summary: RunSummary) -> String {
        let mistakes = summary.outcomes.map { outcome in
            DiagnosticRenderer().renderGitHub(outcome.diagnostics, in: outcome.shownFiles)
        }
        return mistakes.joined() + summary.runs.map(commands).joined()
    }

    /// A page in Markdown: the counts, and what is wrong with each scene that failed.
    public func page(_ summary: RunSummary) -> String {
        let runs = summary.runs
        let failed = runs.filter(\.status.isFailure)
        let counts = TerminalReport().summary(summary)
        var text = "## \(failed.isEmpty ? "✅" : "❌") stardial test\n\n\(counts)"
        if !failed.isEmpty {
            text += "\n| Scene | Where | What is wrong |\n|---|---|---|\n"
            for run in failed {
                let place = "`\(run.name):\(run.line)`"
                text += "| \(cell(run.title)) | \(cell(place)) | \(cell(run.message)) |\n"
            }
        }
        for run in failed {
            text += "\n<details><summary>\(XMLText.escaped(run.title))</summary>\n\n"
            text += fenced(run.text) + "\n</details>\n"
        }
        return text
    }

    private func commands(_ run: ReportedRun) -> String {
        guard run.result != nil else { return "" }
        let name: String
        switch run.status {
        case .passed, .skipped, .unreadable: return ""
        case .failed: name = "error"
        case .failedAsExpected: name = "notice"
        }
        return run.problems.map { problem in
            GitHubCommand.line(
                name,
                [("file", run.file), ("line", "\(problem.line ?? 1)"), ("title", run.title)],
                problem.reason
            )
        }.joined()
    }

    /// One cell of a table, in which nothing begins a column, a tag or a word in code.
    private func cell(_ text: String) -> String {
        XMLText.escaped(TerminalText.oneLine(text)).replacing("|", with: "\\|")
    }

    /// A block of code behind a fence that is longer than any run of backticks in it.
    private func fenced(_ text: String) -> String {
        var (longest, run) = (0, 0)
        for octet in text.utf8 {
            run = octet == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)diff\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }
}
