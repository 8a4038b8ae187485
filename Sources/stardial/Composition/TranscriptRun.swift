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
    /// Whether nothing is said but what failed.
    var quiet = false
    /// Whether the files that took longest are named.
    var slowest = false
    /// The reports to write.
    var reports: [ReportRequest] = []
    /// Where what was visited is written, or nil.
    var coverage: CoverageOutput?
    /// The revision since which a scene must touch a change to be played, or nil for all.
    var impacted: String?
    /// Which of the files are meant.
    var choice = TranscriptChoice()
    /// The gateway to play at; nil for worlds in this process.
    var against: PeerAddress?
    /// The most seconds that a scene may wait at a gateway whose clock cannot be moved.
    var realTimeSecondsMax: Int64?
    /// Takes what came as right, instead of testing; nil tests.
    var acceptance: AcceptRun?
    /// How every place of the scenes is cut, or nil to play them as they are.
    var everywhere: Everywhere?

    /// What is asked of ``EverywhereRun``.
    struct Everywhere {
        var everyLanguage: Bool
        var folder: String?
    }

    /// From how long on a run names the files that took longest without being asked.
    private static let slow = Duration.seconds(10)

    private var lanes: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    /// Plays every file and writes what happened; ends with ``ExitStatus/findings`` on a failure.
    func run() async throws {
        try coverage?.check()
        try acceptance?.check()
        var files = try await readAll()
        guard !files.isEmpty else {
            throw CommandFailure(
                .findings,
                "There is no .ussd file in \(paths.joined(separator: ", "))."
            )
        }
        files = try chosen(of: files)
        if impacted != nil, files.isEmpty {
            return try TestReports(reports).write(RunSummary([]), made: SystemClock.now())
        }
        if let acceptance { return try acceptance.run(files, SceneBuilder(folder: menus)) }
        if let everywhere { return try await cut(files, everywhere) }
        try await play(files)
    }

    /// What a command that plays one of the files again needs, as words of a shell.
    private var optionsToRepeat: [String] {
        (menus == TestCommand.menusUsual ? [] : ["--menus", menus])
            + (against.map { ["--against", $0.description] } ?? [])
    }

    private func cut(_ files: [SourceFile], _ everywhere: Everywhere) async throws {
        try await EverywhereRun(
            files: files,
            menus: menus,
            jobs: lanes,
            everyLanguage: everywhere.everyLanguage,
            folder: everywhere.folder,
            quiet: quiet
        ).run()
    }

    private func play(_ files: [SourceFile]) async throws {
        let tally = coverage == nil && impacted == nil ? nil : VisitTally()
        let reports = try TestReports(reports)
        let stream: Terminal.Stream = reports.takesOutput ? .errors : .output
        let report = TerminalReport(
            style: Terminal.wantsColour(stream) ? .ansi : .plain,
            acceptHint: against == nil && !AcceptRun.isContinuousIntegration,
            options: optionsToRepeat
        )
        let worlds = SceneBuilder(folder: menus, tally: tally, keepsVisits: reports.drawsSteps)
        let remote = try AgainstWorlds(self)
        defer { remote?.worlds.close() }
        let runner = TranscriptRunner(
            worlds: remote?.worlds ?? worlds,
            jobs: remote?.jobs(lanes) ?? lanes,
            read: MenuShelf.readForInclude,
            keepsSteps: reports.drawsSteps,
            stopwatch: SystemClock.elapsed
        )
        let progress = TestProgress(
            report,
            quiet ? .quiet : verbose ? .lines : .dots,
            to: stream,
            of: files.count,
            stopwatch: SystemClock.elapsed
        )
        let start = SystemClock.elapsed()
        let summary = await runner.run(files) { progress.note($0) }
        progress.end()
        Terminal.write(report.failures(summary), to: stream)
        if !quiet {
            for note in worlds.notes.sorted() { Terminal.write("Note: \(note)\n", to: stream) }
            if slowest || SystemClock.elapsed() - start >= Self.slow {
                Terminal.write(report.slowest(summary), to: stream)
            }
        }
        if !quiet || !summary.succeeded {
            Terminal.write(report.skips(summary), to: stream)
            Terminal.write(report.summary(summary) + "\n", to: stream)
        }
        try reports.write(summary, made: SystemClock.now())
        var isEnough = true
        if let tally {
            VisitIndex.keep(tally.scenes, menus: menus)
            isEnough = try coverage?.write(tally.report) ?? true
        }
        if !summary.succeeded || !isEnough { throw CommandFailure(.findings, "") }
    }

    /// The files that are meant: by their tags, and by what changed where that was asked.
    private func chosen(of files: [SourceFile]) throws -> [SourceFile] {
        let files = try choice.chosen(of: files)
        guard let impacted else { return files }
        let touched = try ImpactedScenes(since: impacted, menus: menus)
        if coverage?.least != nil { throw ImpactedScenes.partialCoverage }
        return try touched.choose(from: files, verbose: verbose)
    }

    /// Every file that was named; one that cannot be read is said, and then none is played.
    private func readAll() async throws -> [SourceFile] {
        do {
            return try await Self.read(try paths.flatMap(Self.transcripts))
        } catch let failure as CommandFailure {
            throw CommandFailure(failure.status, "\(failure.description) Nothing was played.")
        }
    }

    /// Reads files, some at a time, in the order of their paths.
    private static func read(_ paths: [String]) async throws -> [SourceFile] {
        try await withThrowingTaskGroup(of: (Int, [SourceFile]).self) { group in
            for start in stride(from: 0, to: paths.count, by: filesPerTask) {
                group.addTask {
                    let some = paths[start..<min(start + filesPerTask, paths.count)]
                    return (
                        start,
                        try some.map { path in
                            SourceFile(path: path, text: try MenuShelf.text(of: path))
                        }
                    )
                }
            }
            var parts: [(Int, [SourceFile])] = []
            for try await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    private static let filesPerTask = 64

    /// The transcripts under a path, in the order of their names; parts below a folder are none.
    static func transcripts(at path: String) throws(CommandFailure) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(.unreadable, "\(path) is not there. Is the name right?")
        }
        guard isFolder.boolValue else { return [path] }
        let below = FileManager.default.enumerator(atPath: path)
        var found: [String] = []
        while let name = below?.nextObject() as? String {
            guard name.hasSuffix(".ussd") else { continue }
            let file = SourceFile(path: "\(path)/\(name)", text: (try? text(path, name)) ?? "")
            if !TranscriptParser.isPart(file) { found.append(file.path) }
        }
        return found.sorted()
    }

    private static func text(_ folder: String, _ name: String) throws -> String {
        try MenuShelf.text(of: "\(folder)/\(name)")
    }
}
