// SPDX-License-Identifier: Apache-2.0
public import Gateway
import Mustache

/// Writes a run of transcripts as one page of HTML: the counts, and every scene with its phones.
///
/// The page stands alone: it names no other file or server and its style and script are in it, so
/// that it can be sent as it is and opened without a network. Scenes are drawn from the steps that
/// a player keeps when it is asked to.
public struct HTMLReport: Sendable {
    private let made: Instant?

    /// Makes a report.
    ///
    /// - Parameter made: the time that the page says it was made; nil says none.
    public init(made: Instant? = nil) { self.made = made }

    /// The whole page, in UTF-8.
    public func text(_ summary: RunSummary) -> String {
        switch Self.template {
        case .success(let template): template.render(page(summary))
        case .failure(let error): preconditionFailure("The page's template is broken: \(error)")
        }
    }

    private static let template = Result { try MustacheTemplate(string: HTMLTemplate.page) }

    private func page(_ summary: RunSummary) -> [String: Any] {
        let runs = summary.runs
        let failed = runs.filter(\.status.isFailure).count
        let other = runs.filter { $0.status.word == "skipped" || $0.status.word == "xfailed" }.count
        let passed = runs.count - failed - other
        let scenes = runs.enumerated().map { HTMLScene($1, number: $0 + 1).values }
        let time = summary.outcomes.compactMap(\.duration).reduce(.zero, +)
        let tags = Set(summary.outcomes.flatMap(\.header.tags)).sorted()
        return [
            "style": HTMLStyle.page + HTMLStyle.phone,
            "script": HTMLScript.filter,
            "verdict": verdict(runs.count, failed),
            "isBad": failed > 0 || runs.isEmpty,
            "made": made.map { [Self.words($0)] } ?? [],
            "passed": passed,
            "failed": failed,
            "other": other == 0 ? [] : [other],
            "hasFailures": failed > 0,
            "steps": summary.steps,
            "seconds": time == .zero ? [] : [Self.rounded(time)],
            "tags": tags.map(TerminalText.oneLine),
            "hasTags": !tags.isEmpty,
            "scenes": scenes,
        ]
    }

    private func verdict(_ count: Int, _ failed: Int) -> String {
        if count == 0 { return "Nothing was tested, which is a failure." }
        if failed == 0 {
            return count == 1 ? "The scene went as written." : "All \(count) scenes hold."
        }
        return "\(failed) of \(count) scene\(count == 1 ? "" : "s") went otherwise than written."
    }

    /// A time in UTC as people read it, to the minute.
    private static func words(_ instant: Instant) -> String {
        ClockText.text(of: instant).prefix(16).replacing("T", with: " ") + " UTC"
    }

    /// Seconds to the tenth.
    private static func rounded(_ time: Duration) -> String {
        let parts = time.seconds.split(separator: ".")
        guard parts.count == 2 else { return time.seconds }
        return "\(parts[0]).\(parts[1].prefix(1))"
    }
}

extension TranscriptStatus {
    /// One word, for a class of the page and a reader.
    var word: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .unreadable: "unreadable"
        case .skipped: "skipped"
        case .failedAsExpected: "xfailed"
        }
    }
}
