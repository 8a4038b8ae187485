// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage
public import SourceText
import Synchronization

/// Plays many transcripts, each in a world of its own, several at a time.
public struct TranscriptRunner: Sendable {
    private let player: TranscriptPlayer
    private let jobs: Int
    private let shelf = PatternShelf()
    private let read: @Sendable (String) -> Result<String, MenuReadError>

    /// What is to be played and what became of it, for all who play.
    private final class Sheet: Sendable {
        let outcomes: Mutex<[TranscriptOutcome?]>
        private let count: Int
        private let taken = Atomic(0)

        init(_ count: Int) {
            self.count = count
            outcomes = Mutex(Array(repeating: nil, count: count))
        }

        /// The place of a file that nobody plays yet.
        func next() -> Int? {
            let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        }

        /// Takes an outcome in and tells it, one at a time.
        func keep(
            _ outcome: TranscriptOutcome,
            _ index: Int,
            _ tell: (TranscriptOutcome) -> Void
        ) {
            outcomes.withLock {
                $0[index] = outcome
                tell(outcome)
            }
        }
    }

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - worlds: makes the world of each file.
    ///   - jobs: how many files are played at once, at least 1; results do not depend on it.
    ///   - read: the text of a part by its path, which leads from where the transcript's does.
    ///   - keepsSteps: whether results have what each step showed, for reports that draw it.
    ///   - stopwatch: measures how long each run takes; nil measures nothing.
    public init(
        worlds: any WorldBuilding,
        jobs: Int,
        read: @escaping @Sendable (String) -> Result<String, MenuReadError> = { _ in
            .failure(.notFound)
        },
        keepsSteps: Bool = false,
        stopwatch: Stopwatch? = nil
    ) {
        self.read = read
        player = TranscriptPlayer(worlds: worlds, keepsSteps: keepsSteps, stopwatch: stopwatch)
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
        report: @escaping @Sendable (TranscriptOutcome) -> Void = { _ in }
    ) async -> RunSummary {
        let sheet = Sheet(files.count)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<min(jobs, files.count) {
                group.addTask {
                    while let index = sheet.next() {
                        sheet.keep(run(files[index]), index, report)
                    }
                }
            }
        }
        return RunSummary(sheet.outcomes.withLock { $0.compactMap(\.self) })
    }

    /// Reads and plays one file.
    public func run(_ file: SourceFile) -> TranscriptOutcome {
        let (transcript, diagnostics) = TranscriptParser.parse(file, read: read, shelf)
        let results = diagnostics.hasErrors ? [] : player.play(transcript)
        return TranscriptOutcome(
            file: file,
            parts: transcript.inclusions.map(\.file),
            diagnostics: diagnostics,
            results: results,
            header: transcript.header
        )
    }
}
