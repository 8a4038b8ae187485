// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Transcripts

/// What `stardial test` does.
struct TranscriptRun {
    var paths: [String]
    var menus: String
    var jobs: Int?
    var verbose: Bool

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
        let report = TerminalReport(style: Terminal.wantsColour() ? .ansi : .plain)
        let worlds = SceneBuilder(folder: menus)
        let runner = TranscriptRunner(
            worlds: worlds,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount
        )
        let verbose = verbose
        let summary = await runner.run(files) { outcome in
            Terminal.write(verbose ? report.line(outcome) : report.dot(outcome))
        }
        Terminal.write(verbose ? "" : "\n")
        Terminal.write(report.failures(summary))
        for note in worlds.notes.sorted() { Terminal.line("Note: " + note) }
        Terminal.line(report.summary(summary))
        if !summary.succeeded { throw CommandFailure(.findings, "") }
    }

    /// The transcripts under a path, in the order of their names.
    private static func transcripts(at path: String) throws(CommandFailure) -> [String] {
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
