// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Transcripts

/// What `stardial play` does: shows a scene to people, at the pace of people.
struct PlayRun {
    var path: String
    var menus: String
    /// How many times faster than a person.
    var speed: Double
    /// Whether each step waits for a key.
    var steps: Bool
    /// Whether each step is one picture, and the cursor never moves.
    var plain: Bool

    /// How many columns a picture in a pipe has, unless `COLUMNS` says it.
    private static let plainColumns = 110

    /// Plays it in each of its languages; ends with ``ExitStatus/findings`` when it goes otherwise
    /// than written.
    func run() async throws {
        let isPlain = plain || !Terminal.isSeen(.output)
        guard !steps || isatty(0) == 1 && !isPlain else {
            throw CommandFailure(
                .usage,
                "--step waits for a key, and there is no terminal to press it in. Leave it out."
            )
        }
        let file = SourceFile(path: path, text: try MenuShelf.text(of: path))
        let runner = TranscriptRunner(
            worlds: SceneBuilder(folder: menus, keepsVisits: true),
            jobs: 1,
            read: MenuShelf.readForInclude,
            keepsSteps: true
        )
        let outcome = runner.run(file)
        let report = TerminalReport(style: Terminal.wantsColour() ? .ansi : .plain)
        for result in outcome.results {
            if case .skipped(let why) = result.status {
                Terminal.line("\(result.path) was not played. \(why)")
                continue
            }
            let scene = PlayedScene(outcome.header, result)
            let isOver = isPlain ? draw(scene) : try await show(scene)
            guard isOver else { return }
        }
        switch outcome.status {
        case .passed: Terminal.line("\nEverything came as written.")
        case .failedAsExpected(let why): Terminal.line("\nIt failed, as its `xfail:` says: \(why)")
        case .skipped: throw CommandFailure(.findings, "")
        case .failed, .unreadable:
            Terminal.write("\n" + report.failure(outcome))
            throw CommandFailure(.findings, "")
        }
    }

    /// Writes one picture a step.
    private func draw(_ scene: PlayedScene) -> Bool {
        let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        for frame in scene.frames where frame.pause != .key && frame.pause != .phase {
            let lines = frame.lines(columns: columns ?? Self.plainColumns)
            Terminal.write(lines.joined(separator: "\n") + "\n\n")
        }
        return true
    }

    /// Draws frame over frame; false when it was ended by a key.
    private func show(_ scene: PlayedScene) async throws -> Bool {
        Terminal.write("\u{1B}[2J")
        for frame in scene.frames {
            let size = Terminal.size
            let lines = frame.lines(columns: size.columns).prefix(size.rows - 1)
            // A line that goes on in the next row would push the picture out of its place.
            let text = lines.map { $0.prefix(size.columns) + "\u{1B}[K\r\n" }.joined()
            Terminal.write("\u{1B}[H\(paint(text))\u{1B}[J")
            if steps, frame.pause != .key {
                Terminal.write("  [space: on, q: end]")
                guard let key = Keyboard.key(), key != "q", key != "\u{4}" else { return false }
            } else {
                let seconds = Self.seconds(frame.pause) / speed
                try await Task.sleep(for: .seconds(seconds))
            }
        }
        return true
    }

    private func paint(_ text: String) -> String {
        guard Terminal.wantsColour(), let end = text.firstIndex(of: "\u{1B}") else { return text }
        return "\u{1B}[1m" + text[..<end] + "\u{1B}[0m" + text[end...]
    }

    /// How long a frame stands, in seconds, at the pace of a person.
    private static func seconds(_ pause: PlayFrame.Pause) -> Double {
        switch pause {
        case .key: 0.15
        case .note: 1
        case .screen, .message: 2
        case .phase, .end: 1.5
        }
    }
}
