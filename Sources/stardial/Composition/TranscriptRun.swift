// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import SourceText
import Transcripts

/// What `stardial test` does.
struct TranscriptRun {
    var paths: [String]
    var menus: String
    var jobs: Int?
    var verbose: Bool
    /// The file that says what was visited, or nil.
    var coverage: String?
    /// Which of the files are meant.
    var choice = TranscriptChoice()
    /// The gateway to play at; nil for worlds in this process.
    var against: PeerAddress?
    /// The most seconds that a scene may wait at a gateway whose clock cannot be moved.
    var realTimeSecondsMax: Int64?

    /// Plays every file and writes what happened; ends with ``ExitStatus/findings`` on a failure.
    func run() async throws {
        var files: [SourceFile] = []
        for path in try paths.flatMap(Self.transcripts) {
            files.append(SourceFile(path: path, text: try MenuShelf.text(of: path)))
        }
        guard !files.isEmpty else {
            throw CommandFailure(
                .findings,
                "There is no .ussd file in \(paths.joined(separator: ", "))."
            )
        }
        files = try choice.chosen(of: files)
        let tally = coverage == nil ? nil : VisitTally()
        let report = TerminalReport(style: Terminal.wantsColour() ? .ansi : .plain)
        let worlds = SceneBuilder(folder: menus, tally: tally)
        let lanes = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let remote = try AgainstWorlds(self)
        defer { remote?.worlds.close() }
        let runner = TranscriptRunner(
            worlds: remote?.worlds ?? worlds,
            jobs: remote?.jobs(lanes) ?? lanes
        )
        let verbose = verbose
        let summary = await runner.run(files) { outcome in
            Terminal.write(verbose ? report.line(outcome) : report.dot(outcome))
        }
        Terminal.write(verbose ? "" : "\n")
        Terminal.write(report.failures(summary))
        Terminal.write(report.skips(summary))
        for note in worlds.notes.sorted() { Terminal.line("Note: " + note) }
        Terminal.line(report.summary(summary))
        if let coverage, let visited = tally?.report {
            try CoverageFile.write(visited, to: coverage)
            Terminal.write(visited.summary + "\n", to: coverage == "-" ? .errors : .output)
        }
        if !summary.succeeded { throw CommandFailure(.findings, "") }
    }

    /// The transcripts under a path, in the order of their names.
    static func transcripts(at path: String) throws(CommandFailure) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(.unreadable, "\(path) is not there. Is the name right?")
        }
        guard isFolder.boolValue else { return [path] }
        let below = FileManager.default.enumerator(atPath: path)
        var found: [String] = []
        while let name = below?.nextObject() as? String {
            if name.hasSuffix(".ussd") { found.append("\(path)/\(name)") }
        }
        return found.sorted()
    }
}
