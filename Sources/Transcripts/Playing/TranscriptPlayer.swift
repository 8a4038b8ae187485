// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Plays a transcript in a world of its own and in virtual time, and compares what it shows.
public struct TranscriptPlayer: Sendable {
    private let worlds: any WorldBuilding

    /// Makes a player.
    ///
    /// - Parameter worlds: makes the world of each scene.
    public init(worlds: any WorldBuilding) {
        self.worlds = worlds
    }

    /// Plays a transcript that was read without an error, once in each of its languages.
    ///
    /// - Returns: a result for each of ``TranscriptHeader/languages`` in order; one alone when the
    ///   header names none.
    public func play(_ transcript: Transcript) -> [TranscriptResult] {
        let languages = transcript.header.languages
        if languages.isEmpty { return [play(transcript, in: nil)] }
        return languages.map { play(transcript, in: $0) }
    }

    /// Plays a transcript in a world of its own, with phones that read a language unless they have
    /// their own.
    private func play(_ transcript: Transcript, in language: String?) -> TranscriptResult {
        let world: any TranscriptWorld
        do throws(WorldFailure) {
            world = try worlds.build(transcript.header.setup).get()
            try speak(language, in: transcript, on: world)
        } catch {
            let mask = Mask(transcript.header.phones)
            return TranscriptResult(
                path: transcript.name(in: language),
                title: transcript.header.title,
                stepCount: transcript.stepCount,
                phases: [],
                leftovers: [
                    TerminalText.oneLine(
                        mask("The scene could not be set up. \(error.message)")
                    )
                ],
                notCompared: []
            )
        }
        var stage = Stage(transcript, world, language: language)
        let result = stage.play()
        worlds.ended(world, of: transcript, passed: result.passed)
        return result
    }
}

extension Transcript {
    /// What a run in a language is called: the path, with the language where the header names any.
    func name(in language: String?) -> String {
        language.map { "\(file.path) [\($0)]" } ?? file.path
    }
}
