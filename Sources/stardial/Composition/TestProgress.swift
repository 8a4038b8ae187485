// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Transcripts

/// Shows how far a run of transcripts is: a dot or a line a file, and a bar when it takes long.
final class TestProgress: Sendable {
    /// How much is said while files are played.
    enum Detail {
        /// Nothing.
        case quiet
        /// A character a file.
        case dots
        /// A line a run.
        case lines
    }

    /// After how long a bar is drawn, when a person sees standard error.
    static let barAfter = Duration.seconds(2)
    private static let barCells = 30

    private let report: TerminalReport
    private let detail: Detail
    private let stream: Terminal.Stream
    private let total: Int
    private let stopwatch: Stopwatch
    private let start: Duration
    private let hasBar: Bool
    private let state = Mutex(State())

    private struct State {
        var done = 0
        var failed = 0
        var isBarShown = false
    }

    /// Makes one for so many files.
    ///
    /// - Parameters:
    ///   - report: writes the dots and lines.
    ///   - detail: how much is said.
    ///   - stream: where dots and lines go.
    ///   - total: how many files there are.
    ///   - stopwatch: says how long it takes.
    init(
        _ report: TerminalReport,
        _ detail: Detail,
        to stream: Terminal.Stream,
        of total: Int,
        stopwatch: @escaping Stopwatch
    ) {
        self.report = report
        self.detail = detail
        self.stream = stream
        self.total = total
        self.stopwatch = stopwatch
        start = stopwatch()
        hasBar = detail != .quiet && Terminal.isSeen(.errors)
    }

    /// Takes note of a file that is done.
    func note(_ outcome: TranscriptOutcome) {
        state.withLock { state in
            state.done += 1
            if outcome.status.isFailure { state.failed += 1 }
            if detail == .lines {
                eraseBar(&state)
                Terminal.write(report.line(outcome), to: stream)
            }
            let isLong = hasBar && stopwatch() - start >= Self.barAfter
            if detail == .dots, !(isLong && Terminal.isSeen(stream)) {
                Terminal.write(report.dot(outcome), to: stream)
            } else if isLong, detail == .dots, !state.isBarShown {
                Terminal.write("\n", to: stream)
            }
            if isLong { drawBar(&state) }
        }
    }

    /// Ends the line, or takes the bar away.
    func end() {
        state.withLock { state in
            if state.isBarShown {
                eraseBar(&state)
            } else if detail == .dots {
                Terminal.write("\n", to: stream)
            }
        }
    }

    /// The bar for a number of files, as `[#####     ] 40 of 82, 1 failed`.
    static func bar(_ done: Int, of total: Int, failed: Int) -> String {
        let cells = total > 0 ? min(barCells, done * barCells / total) : 0
        let full = String(repeating: "#", count: cells)
        let rest = String(repeating: " ", count: barCells - cells)
        return "[\(full)\(rest)] \(done) of \(total)" + (failed > 0 ? ", \(failed) failed" : "")
    }

    private func drawBar(_ state: inout State) {
        state.isBarShown = true
        let bar = Self.bar(state.done, of: total, failed: state.failed)
        Terminal.write("\r\u{1B}[K\(bar)", to: .errors)
    }

    private func eraseBar(_ state: inout State) {
        guard state.isBarShown else { return }
        state.isBarShown = false
        Terminal.write("\r\u{1B}[K", to: .errors)
    }
}
