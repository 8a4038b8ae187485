// SPDX-License-Identifier: Apache-2.0
import SourceText

/// One run of a file as reports for programs tell it: a test with a name, a place and an end.
struct ReportedRun {
    let outcome: TranscriptOutcome
    /// What playing it showed; nil for a file that is no transcript.
    let result: TranscriptResult?
    let language: String?

    /// The path of the file.
    var file: String { outcome.file.path }

    /// The path, and the language where the header names any.
    var name: String { result?.path ?? file }

    /// The title of the scene, else the path.
    var title: String {
        let title = TerminalText.oneLine(result?.title ?? "")
        return title.isEmpty ? TerminalText.oneLine(file) : title
    }

    var status: TranscriptStatus { result?.status ?? .unreadable }

    /// The line of the file where it went wrong first, counted from 1.
    var line: Int {
        if let result { return result.firstLine }
        return outcome.diagnostics.inSourceOrder().first { $0.severity == .error }
            .map { sources[$0.range.file]?.location(at: $0.range.lower).line ?? 1 } ?? 1
    }

    /// Everything that is wrong, a sentence each with the line it is about; empty when it passed.
    var problems: [(line: Int?, reason: String)] {
        guard let result else {
            let sources = sources
            return outcome.diagnostics.inSourceOrder().filter { $0.severity == .error }.map {
                let line = sources[$0.range.file]?.location(at: $0.range.lower).line
                return (line, TerminalText.oneLine($0.kind.message))
            }
        }
        return result.phases.flatMap(\.findings).map { ($0.line, $0.reason) }
            + result.leftovers.map { (nil, $0) }
    }

    /// What went wrong first, with its line.
    var message: String {
        guard let first = problems.first else { return "" }
        return first.line.map { "Line \($0): \(first.reason)" } ?? first.reason
    }

    /// Everything that is wrong as a reader at a terminal sees it, without colour.
    var text: String {
        if let result { return TerminalReport().failure(result) }
        return DiagnosticRenderer().render(outcome.diagnostics, in: sources)
    }

    private var sources: SourceSet { outcome.shownFiles }

    /// How long it took, in milliseconds with three digits behind the point; nil if not measured.
    var milliseconds: String? { result?.duration.map(\.milliseconds) }
}

extension RunSummary {
    /// Every run of every file in order; a file that is no transcript counts as one.
    var runs: [ReportedRun] {
        outcomes.flatMap { outcome -> [ReportedRun] in
            if outcome.results.isEmpty {
                return [ReportedRun(outcome: outcome, result: nil, language: nil)]
            }
            let languages = outcome.header.languages
            return outcome.results.enumerated().map { index, result in
                let language = languages.indices.contains(index) ? languages[index] : nil
                return ReportedRun(outcome: outcome, result: result, language: language)
            }
        }
    }
}

extension PhaseFailure.Line {
    /// The mark and the text; nothing for an empty line that is as written.
    var written: String { text.isEmpty && mark == .same ? "" : "\(mark.rawValue) \(text)" }
}

extension Duration {
    /// Milliseconds with three digits behind the point.
    var milliseconds: String { Self.decimal(wholeMicroseconds) }

    /// Seconds with six digits behind the point.
    var seconds: String {
        let (whole, rest) = wholeMicroseconds.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        return "\(whole)." + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Not below zero, and no more than a century.
    private var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        let bounded = min(max(0, seconds), 3_155_760_000)
        return bounded * 1_000_000 + max(0, attoseconds) / 1_000_000_000_000
    }

    private static func decimal(_ microseconds: Int64) -> String {
        let digits = String(microseconds % 1_000)
        return "\(microseconds / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
