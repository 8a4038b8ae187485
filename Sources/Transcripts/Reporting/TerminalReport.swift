// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Writes what became of transcripts for a reader at a terminal or a log.
///
/// Every function returns text and prints nothing. PINs are masked in what it is given.
public struct TerminalReport: Sendable {
    /// How the text is decorated.
    public let style: DiagnosticRenderer.Style

    /// Whether a failure says how to take what came as what is expected.
    private let acceptHint: Bool

    /// What follows `stardial test` in the commands that failures name, a blank at its end.
    private let options: String

    /// Makes a report in a style.
    ///
    /// - Parameters:
    ///   - style: how the text is decorated.
    ///   - acceptHint: whether a failure names the command that accepts what came.
    ///   - options: words that the commands named by failures need besides the file.
    public init(
        style: DiagnosticRenderer.Style = .plain,
        acceptHint: Bool = false,
        options: [String] = []
    ) {
        self.style = style
        self.acceptHint = acceptHint
        self.options = options.map { TerminalText.argument($0) + " " }.joined()
    }

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
            text += renderer.render(outcome.diagnostics, in: outcome.shownFiles)
        }
        let failed = outcome.results.filter(\.status.isFailure)
        if failed.isEmpty { return text }
        let path = TerminalText.argument(outcome.file.path)
        let seed = outcome.header.seed
        return text + failed.map(failure).joined(separator: "\n") + "\n"
            + (seed == 0 ? "" : "Seed: \(seed)\n")
            + "Run only this file: stardial test \(options)\(path)\n"
            + (acceptHint && failed.contains { !$0.phases.isEmpty }
                ? "Take what came as right: stardial test --accept \(options)\(path)\n"
                : "")
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

    /// What is wrong with one run: its failed phases and what is wrong with it as a whole.
    func failure(_ result: TranscriptResult) -> String {
        let path = TerminalText.oneLine(result.path)
        let title = result.title.isEmpty ? "" : ": \(TerminalText.oneLine(result.title))"
        var text = paint("\(path):\(result.firstLine)\(title)", .strong) + "\n"
        for phase in result.phases {
            text += "\n" + phase.lines.map(show).joined() + "\n"
            for finding in phase.findings {
                text += "\(place(finding)): \(finding.reason)\n"
                text += finding.hints.map { "  \($0)\n" }.joined()
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

    private func place(_ finding: PhaseFailure.Finding) -> String {
        guard !finding.chain.isEmpty else { return "line \(finding.line)" }
        return finding.chain.map { "\(TerminalText.oneLine($0.path)), line \($0.line)" }
            .joined(separator: ", included from ")
    }

    /// A line with its mark.
    func show(_ line: PhaseFailure.Line) -> String {
        guard !line.text.isEmpty else {
            return (line.mark == .same ? "" : line.mark.rawValue) + "\n"
        }
        if line.mark == .same { return "  \(line.text)\n" }
        let ink: Ink = line.mark == .expected ? .bad : .good
        let text = paint("\(line.mark.rawValue) ", ink) + words(of: line, ink) + "\n"
        return text + carets(under: line)
    }

    /// The text with the words that differ underlined, where that can be seen.
    private func words(of line: PhaseFailure.Line, _ ink: Ink) -> String {
        let octets = Array(line.text.utf8)
        var text = ""
        var end = 0
        for range in line.changed {
            text += paint(String(decoding: octets[end..<range.lowerBound], as: UTF8.self), ink)
            text += paint(String(decoding: octets[range], as: UTF8.self), ink, underlined: true)
            end = range.upperBound
        }
        return text + paint(String(decoding: octets[end...], as: UTF8.self), ink)
    }

    /// The words that differ by carets below them, where nothing else can show them.
    private func carets(under line: PhaseFailure.Line) -> String {
        guard style == .plain, line.mark == .got, !line.changed.isEmpty else { return "" }
        let octets = Array(line.text.utf8)
        var text = "  "
        var end = 0
        for range in line.changed {
            let gap = String(decoding: octets[end..<range.lowerBound], as: UTF8.self)
            let word = String(decoding: octets[range], as: UTF8.self)
            text += String(repeating: " ", count: gap.displayColumns)
            text += String(repeating: "^", count: max(1, word.displayColumns))
            end = range.upperBound
        }
        return text + "\n"
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private func paint(_ text: String, _ ink: Ink, underlined: Bool = false) -> String {
        guard style != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.rawValue)\(underlined ? ";4" : "")m\(text)\u{1B}[0m"
    }
}
