// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Plays a transcript in a world of its own and in virtual time, and compares what it shows.
public struct TranscriptPlayer: Sendable {
    private let worlds: any WorldBuilding
    private let keepsSteps: Bool
    private let stopwatch: Stopwatch?

    /// Makes a player.
    ///
    /// - Parameters:
    ///   - worlds: makes the world of each scene.
    ///   - keepsSteps: whether results have what each step showed, for reports that draw it.
    ///   - stopwatch: measures how long each run takes; nil measures nothing.
    public init(
        worlds: any WorldBuilding,
        keepsSteps: Bool = false,
        stopwatch: Stopwatch? = nil
    ) {
        self.worlds = worlds
        self.keepsSteps = keepsSteps
        self.stopwatch = stopwatch
    }

    /// Plays a transcript that was read without an error, once in each of its languages.
    ///
    /// - Returns: a result for each of ``TranscriptHeader/languages`` in order; one alone when the
    ///   header names none.
    public func play(_ transcript: Transcript) -> [TranscriptResult] {
        let languages = transcript.header.languages
        if languages.isEmpty { return [measured(transcript, in: nil)] }
        return languages.map { measured(transcript, in: $0) }
    }

    private func measured(_ transcript: Transcript, in language: String?) -> TranscriptResult {
        let start = stopwatch?()
        var result = play(transcript, in: language)
        if let start, let end = stopwatch?() { result.duration = end - start }
        return result
    }

    /// Plays a transcript in a world of its own, with phones that read a language unless they have
    /// their own.
    private func play(_ transcript: Transcript, in language: String?) -> TranscriptResult {
        var stage: Stage?
        return play(transcript, in: language, on: &stage)
    }

    /// Plays as ``play(_:)`` does.
    ///
    /// - Parameters:
    ///   - transcript: the scene.
    ///   - language: the language of the run; nil when the header names none.
    ///   - observing: whether what each step showed is observed, for accepting it.
    ///   - stage: set to the stage it was played on; nil when the scene could not be played.
    /// - Returns: what it showed.
    func play(
        _ transcript: Transcript,
        in language: String?,
        observing: Bool = false,
        on stage: inout Stage?
    ) -> TranscriptResult {
        if let why = lack(of: transcript) {
            return TranscriptResult(transcript, in: language, skipped: why)
        }
        let world: any TranscriptWorld
        do throws(WorldFailure) {
            world = try worlds.build(transcript.header.setup).get()
            try speak(language, in: transcript, on: world)
        } catch {
            if error.isUnfit {
                return TranscriptResult(transcript, in: language, skipped: error.message)
            }
            let mask = Mask(transcript.header.phones)
            let sentence = mask("The scene could not be set up. \(error.message)")
            return TranscriptResult(
                transcript,
                in: language,
                leftovers: [TerminalText.oneLine(sentence)],
                kinds: [.setUp]
            )
        }
        var own = Stage(transcript, world, language: language)
        own.keepsSteps = keepsSteps
        if observing { own.observation = Observation() }
        let result = own.play()
        worlds.ended(world, of: transcript, passed: result.status == .passed)
        stage = own
        return result
    }

    /// What the scene requires and its worlds cannot do, in a sentence; nil when nothing lacks.
    private func lack(of transcript: Transcript) -> String? {
        let lacking = transcript.header.requires.filter { !worlds.features.contains($0) }
        guard !lacking.isEmpty else { return worlds.unfitness(of: transcript) }
        let words = lacking.map(\.rawValue).joined(separator: ", ")
        return "It requires what this world cannot do: \(words)."
    }
}

extension TranscriptResult {
    /// Makes the result of a run; one that `xfail:` expects to fail and that did not has it said.
    init(
        _ transcript: Transcript,
        in language: String?,
        phases: [PhaseFailure] = [],
        leftovers: [String] = [],
        notCompared: [String] = [],
        skipped: String? = nil,
        kinds: Set<FindingKind> = [],
        steps: [PlayedStep] = []
    ) {
        let header = transcript.header
        let mask = Mask(header.phones)
        let expected = header.expectedFailure.map { TerminalText.oneLine(mask($0)) }
        let isSurprise =
            expected != nil && skipped == nil && phases.isEmpty && leftovers.isEmpty
        let surprise = "The scene passed, and `xfail:` says it would fail. Take that line out."
        self.init(
            path: transcript.name(in: language),
            title: TerminalText.oneLine(mask(header.title)),
            stepCount: transcript.stepCount,
            phases: phases,
            leftovers: isSurprise ? [surprise] : leftovers,
            notCompared: notCompared,
            skipped: skipped,
            expectedFailure: expected,
            isPassedUnexpectedly: isSurprise,
            kinds: isSurprise ? kinds.union([.passedUnexpectedly]) : kinds,
            steps: steps
        )
    }
}

extension Transcript {
    /// What a run in a language is called: the path, with the language where the header names any.
    func name(in language: String?) -> String {
        language.map { "\(file.path) [\($0)]" } ?? file.path
    }
}
