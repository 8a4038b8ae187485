// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Transcripts

/// What `stardial test --everywhere` does.
struct EverywhereRun {
    var files: [SourceFile]
    var menus: String
    var jobs: Int
    var everyLanguage: Bool
    /// Where the scenes that fail are written with their cuts put in, or nil.
    var folder: String?
    /// Whether nothing is said when every cut holds.
    var quiet: Bool

    /// Plays every cut and says what does not hold.
    func run() async throws {
        let runner = EverywhereRunner(
            worlds: SceneBuilder(folder: menus),
            jobs: jobs,
            everyLanguage: everyLanguage,
            read: MenuShelf.readForInclude
        )
        let wantsProgress = isatty(Terminal.Stream.errors.rawValue) == 1
        let summary = await runner.run(files) { done, all in
            guard wantsProgress, done.isMultiple(of: 50) || done == all else { return }
            Terminal.write("\r\u{1B}[K\(done) of \(all) cuts", to: .errors)
        }
        if wantsProgress { Terminal.write("\r\u{1B}[K", to: .errors) }
        if !quiet || !summary.succeeded { Terminal.write(EverywhereReport(summary).text) }
        if let folder { try save(summary, to: folder) }
        if !summary.succeeded { throw CommandFailure(.findings, "") }
    }

    private func save(
        _ summary: EverywhereSummary,
        to folder: String
    ) throws(CommandFailure) {
        let failed = summary.scenes.flatMap { scene in scene.failures.map { (scene, $0.cut) } }
        guard !failed.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
            for (scene, cut) in failed {
                let name = scene.file.path.fileName.withoutExtension
                let ordinal = cut.ordinal > 0 ? "-\(cut.ordinal)" : ""
                let path = "\(folder)/\(name)-\(cut.line)-\(cut.kind.rawValue)\(ordinal).ussd"
                try EverywhereReport.transcript(scene, cut)
                    .write(toFile: path, atomically: true, encoding: .utf8)
            }
        } catch {
            throw CommandFailure(.failed, "The scenes that failed could not be kept in \(folder).")
        }
        Terminal.line("\(failed.count) scenes with their cuts put in are in \(folder).")
    }
}
