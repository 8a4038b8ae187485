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
    /// Where what was visited is written, or nil.
    var coverage: CoverageOutput?
    /// The revision since which a scene must touch a change to be played, or nil for all.
    var impacted: String?

    /// Plays every file and writes what happened; ends with ``ExitStatus/findings`` on a failure.
    func run() async throws {
        try coverage?.check()
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
        let tally = coverage == nil && impacted == nil ? nil : VisitTally()
        let choice = try impacted.map { try ImpactedScenes(since: $0, menus: menus) }
        if let choice {
            if coverage?.least != nil { throw ImpactedScenes.partialCoverage }
            files = try choice.choose(from: files, verbose: verbose)
            if files.isEmpty { return }
        }
        let report = TerminalReport(style: Terminal.wantsColour() ? .ansi : .plain)
        let worlds = SceneBuilder(folder: menus, tally: tally)
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
        var isEnough = true
        if let tally {
            VisitIndex.keep(tally.scenes, menus: menus)
            isEnough = try coverage?.write(tally.report) ?? true
        }
        if !summary.succeeded || !isEnough { throw CommandFailure(.findings, "") }
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
