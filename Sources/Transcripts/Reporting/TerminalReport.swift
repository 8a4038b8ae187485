// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Writes what became of transcripts for a reader at a terminal or a log.
///
/// Every function returns text and prints nothing. PINs are masked in what it is given.
public struct TerminalReport: Sendable {
    /// How the text is decorated.
    public let style: DiagnosticRenderer.Style

    /// Makes a report in a style.
    public init(style: DiagnosticRenderer.Style = .plain) { self.style = style }

    /// One character a file, without a line end: `.` passed, `F` failed, `s` skipped, `x` failed
    /// as its `xfail:` says.
    public func dot(_ outcome: TranscriptOutcome) -> String {
        switch outcome.status {
        case .passed: paint(".", .good)
        case .failed, .unreadable: paint("F", .bad)
        case .skipped: "s"
        case .failedAsExpected: "x"
        }
    }

    /// One line a run: `passed  send.ussd [sw]: Amina sends 500 (12 steps)`.
    public func line(_ outcome: TranscriptOutcome) -> String {
        guard outcome.results.isEmpty else { return outcome.results.map(line).joined() }
        return "\(word(.unreadable))  \(TerminalText.oneLine(outcome.file.path))\n"
    }

    /// What is wrong with a file: its mistakes, or its failed phases; empty when it passed.
    public func failure(_ outcome: TranscriptOutcome) -> String {
        var text = ""
        if !outcome.diagnostics.isEmpty {
            let renderer = DiagnosticRenderer(style: style)
            text += renderer.render(outcome.diagnostics, in: [outcome.shownFile])
        }
        let failed = outcome.results.filter(\.status.isFailure)
        if failed.isEmpty { return text }
        return text + failed.map(failure).joined(separator: "\n")
            + "\nRun only this file: stardial test \(TerminalText.argument(outcome.file.path))\n"
    }

    /// Everything that is wrong in a run, files in order, an empty line between two.
    public func failures(_ summary: RunSummary) -> String {
        summary.outcomes.map(failure).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The counts in one line: `27 transcripts: 27 passed, 0 failed (212 steps)`.
    public func summary(_ summary: RunSummary) -> String {
        if summary.outcomes.isEmpty {
            return paint("0 transcripts: nothing was tested, which is a failure", .bad) + "\n"
        }
        var counts = "\(summary.passed) passed, \(summary.failed) failed"
        if summary.skipped > 0 { counts += ", \(summary.skipped) skipped" }
        if summary.failedAsExpected > 0 {
            counts += ", \(summary.failedAsExpected) failed as expected"
        }
        let files = counted(summary.outcomes.count, "transcript")
        return "\(files): \(paint(counts, summary.succeeded ? .good : .bad))"
            + " (\(counted(summary.steps, "step")))\n"
    }

    private enum Ink: String {
        case good = "32"
        case bad = "31"
        case strong = "1"
    }

    private func line(_ result: TranscriptResult) -> String {
        let path = TerminalText.oneLine(result.path)
        let title = result.title.isEmpty ? "" : ": \(TerminalText.oneLine(result.title))"
        let steps = counted(result.stepCount, "step")
        let why =
            switch result.status {
            case .skipped(let why), .failedAsExpected(let why): ": \(why)"
            default: ""
            }
        return "\(word(result.status))  \(path)\(title) (\(steps))\(why)\n"
    }

    private func word(_ status: TranscriptStatus) -> String {
        switch status {
        case .passed: paint("passed", .good)
        case .failed, .unreadable: paint("FAILED", .bad)
        case .skipped: "skipped"
        case .failedAsExpected: "xfailed"
        }
    }

    private func failure(_ result: TranscriptResult) -> String {
        let path = TerminalText.oneLine(result.path)
        let title = result.title.isEmpty ? "" : ": \(TerminalText.oneLine(result.title))"
        var text = paint("\(path):\(result.firstLine)\(title)", .strong) + "\n"
        for phase in result.phases {
            text += "\n" + phase.lines.map(show).joined() + "\n"
            for finding in phase.findings {
                text += "line \(finding.line): \(finding.reason)\n"
            }
        }
        if !result.leftovers.isEmpty {
            text += "\n" + result.leftovers.map { "\($0)\n" }.joined()
        }
        if !result.notCompared.isEmpty {
            text += "\n" + result.notCompared.map { "\($0)\n" }.joined()
        }
        return text
    }

    private func show(_ line: PhaseFailure.Line) -> String {
        let text = line.text.isEmpty ? line.mark.rawValue : "\(line.mark.rawValue) \(line.text)"
        return switch line.mark {
        case .same: (line.text.isEmpty ? "" : text) + "\n"
        case .expected: paint(text, .bad) + "\n"
        case .got: paint(text, .good) + "\n"
        }
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private func paint(_ text: String, _ ink: Ink) -> String {
        style == .plain ? text : "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }
}
