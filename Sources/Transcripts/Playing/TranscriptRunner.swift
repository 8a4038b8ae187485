// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage
public import SourceText

/// Plays many transcripts, each in a world of its own, several at a time.
public struct TranscriptRunner: Sendable {
    private let player: TranscriptPlayer
    private let jobs: Int
    private let read: @Sendable (String) -> Result<String, MenuReadError>

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - worlds: makes the world of each file.
    ///   - jobs: how many files are played at once, at least 1; results do not depend on it.
    ///   - read: the text of a part by its path, which leads from where the transcript's does.
    public init(
        worlds: any WorldBuilding,
        jobs: Int,
        read: @escaping @Sendable (String) -> Result<String, MenuReadError> = { _ in
            .failure(.notFound)
        }
    ) {
        self.read = read
        player = TranscriptPlayer(worlds: worlds)
        self.jobs = max(1, jobs)
    }

    /// Reads and plays files.
    ///
    /// - Parameters:
    ///   - files: the files.
    ///   - report: called for each file as it is done, one call at a time, in order of completion.
    /// - Returns: what became of each file, in the order given.
    public func run(
        _ files: [SourceFile],
        report: @Sendable (TranscriptOutcome) -> Void = { _ in }
    ) async -> RunSummary {
        await withTaskGroup(of: (Int, TranscriptOutcome).self) { group in
            var outcomes = [TranscriptOutcome?](repeating: nil, count: files.count)
            var next = 0
            while next < min(jobs, files.count) {
                add(files, next, to: &group)
                next += 1
            }
            for await (index, outcome) in group {
                outcomes[index] = outcome
                report(outcome)
                guard next < files.count else { continue }
                add(files, next, to: &group)
                next += 1
            }
            return RunSummary(outcomes.compactMap(\.self))
        }
    }

    /// Reads and plays one file.
    public func run(_ file: SourceFile) -> TranscriptOutcome {
        let (transcript, diagnostics) = TranscriptParser.parse(file, read: read)
        let results = diagnostics.hasErrors ? [] : player.play(transcript)
        let mask = Mask(transcript.header.phones)
        return TranscriptOutcome(
            file: file,
            shownFile: mask.overwriting(file),
            shownParts: transcript.inclusions.map { mask.overwriting($0.file) },
            diagnostics: diagnostics,
            results: results
        )
    }

    private func add(
        _ files: [SourceFile],
        _ index: Int,
        to group: inout TaskGroup<(Int, TranscriptOutcome)>
    ) {
        let file = files[index]
        group.addTask { (index, run(file)) }
    }
}
