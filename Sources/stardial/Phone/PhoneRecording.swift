// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import Transcripts
import UnixSignals

/// What a phone in the terminal records, and where it goes.
final class PhoneRecording: Sendable {
    private let state: Mutex<State>
    /// The title to begin with at once; nil to begin when it is asked for.
    let start: String?

    private struct State {
        /// Where the next transcript is written; nil to show it.
        var file: String?
        var isUnderWay = false
        /// Whether a transcript could not be written.
        var isLost = false
    }

    /// Makes one that records from the beginning into a file, or nothing yet.
    init(file: String?) {
        start = file == nil ? nil : ""
        state = Mutex(State(file: file, isUnderWay: file != nil))
    }

    /// Whether a transcript that was to be written could not be.
    var isLost: Bool { state.withLock { $0.isLost } }

    /// Says that the file cannot be written, if that is known before anything happens.
    func check() throws(CommandFailure) {
        guard let file = state.withLock({ $0.file }) else { return }
        try OutputFile.check(file)
    }

    /// Whether a transcript is still to come.
    var isUnderWay: Bool { state.withLock { $0.isUnderWay } }

    /// What `/record start TITLE` and `/record stop [FILE]` are on the line; nil for other lines.
    func command(_ typed: String) -> String? {
        let words = typed.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.first == "/record" else { return nil }
        let rest = words.count > 2 ? words[2] : ""
        switch words.dropFirst().first {
        case "start":
            state.withLock { $0.isUnderWay = true }
            return "RECORD START \(rest)"
        case "stop":
            state.withLock { if !rest.isEmpty { $0.file = rest } }
            return "RECORD STOP"
        default: return "HELP RECORD"
        }
    }

    /// Writes a transcript that came, or shows it where no file was named.
    func save(_ reply: ReplyReader.Reply) {
        let file = state.withLock { state in
            defer { state = State(isLost: state.isLost) }
            return state.file
        }
        let text = reply.lines.joined(separator: "\n") + "\n"
        guard let file else { return Terminal.write(text) }
        let folder = file.parentFolder
        do throws(CommandFailure) {
            try OutputFile(file).write(RecordedScene.moved(text, to: folder))
            Terminal.write("\(file): \(reply.words)\n", to: .errors)
        } catch {
            state.withLock { $0.isLost = true }
            Terminal.write("\(error.description) The transcript follows.\n", to: .errors)
            Terminal.write(text)
        }
    }

    /// Waits for Ctrl-C, so that nothing is lost with it.
    func interrupted() async {
        for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { return }
    }
}
