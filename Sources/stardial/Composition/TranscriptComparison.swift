// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import SourceText
import Transcripts

/// Plays transcripts with two versions of their menu.
struct TranscriptComparison {
    /// The folder that is looked through; nothing is played when it is not there.
    var folder: String
    /// The menus whose transcripts are played.
    var menus: Set<String>

    /// A transcript that ends differently.
    struct Difference: Encodable, Hashable {
        /// The file.
        let path: String
        /// The first line that is otherwise, counted from 1.
        let line: Int
        /// How it went with the old version and how with the new.
        let sentence: String
    }

    /// The transcripts that do not play the same with a menu, or a folder of menus, as it was and
    /// as it is, by path.
    func differences(old: String, new: String) async throws -> [Difference] {
        let below = FileManager.default.enumerator(atPath: folder)
        var files: [SourceFile] = []
        while let name = below?.nextObject() as? String {
            guard name.hasSuffix(".ussd") else { continue }
            let path = "\(folder)/\(name)"
            let file = SourceFile(path: path, text: try MenuShelf.text(of: path))
            if menus.contains(TranscriptParser.parse(file).0.header.menu) {
                files.append(file)
            }
        }
        files.sort { $0.path < $1.path }
        guard !files.isEmpty else { return [] }
        let before = await play(files, with: old)
        let after = await play(files, with: new)
        return zip(before.outcomes, after.outcomes).compactMap(Self.difference)
    }

    private func play(_ files: [SourceFile], with path: String) async -> RunSummary {
        let pairs = menus.map { ($0, path) }
        let paths = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        let runner = TranscriptRunner(
            worlds: SceneBuilder(folder: path, paths: paths),
            jobs: ProcessInfo.processInfo.activeProcessorCount,
            read: MenuShelf.readForInclude
        )
        return await runner.run(files)
    }

    private static func difference(
        _ old: TranscriptOutcome,
        _ new: TranscriptOutcome
    ) -> Difference? {
        guard let before = old.result, let after = new.result, before != after else { return nil }
        let path = new.file.path
        switch (before.passed, after.passed) {
        case (true, true): return nil
        case (true, false):
            let sentence = "passed, and fails now: \(reason(after))"
            return Difference(path: path, line: after.firstLine, sentence: sentence)
        case (false, true):
            let sentence = "failed, and passes now"
            return Difference(path: path, line: before.firstLine, sentence: sentence)
        case (false, false):
            let sentence = "failed already, and fails otherwise now: \(reason(after))"
            return Difference(path: path, line: after.firstLine, sentence: sentence)
        }
    }

    private static func reason(_ result: TranscriptResult) -> String {
        result.phases.first?.findings.first?.reason ?? result.leftovers.first ?? ""
    }
}
