// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Plays a transcript in a world of its own and in virtual time, and compares what it shows.
public struct TranscriptPlayer: Sendable {
    private let worlds: any WorldBuilding
    private let language: String

    /// Makes a player.
    ///
    /// - Parameters:
    ///   - worlds: makes the world of each scene.
    ///   - language: the language of the screens; expected lines of others are left out.
    public init(worlds: any WorldBuilding, language: String = "en") {
        self.worlds = worlds
        self.language = language
    }

    /// Plays a transcript that was read without an error.
    public func play(_ transcript: Transcript) -> TranscriptResult {
        switch worlds.build(transcript.header.setup) {
        case .failure(let failure):
            let mask = Mask(transcript.header.phones)
            return TranscriptResult(
                path: transcript.file.path,
                title: transcript.header.title,
                stepCount: transcript.stepCount,
                phases: [],
                leftovers: [
                    TerminalText.oneLine(
                        mask("The scene could not be set up. \(failure.message)")
                    )
                ],
                notCompared: []
            )
        case .success(let world):
            var stage = Stage(transcript, world, language: language)
            return stage.play()
        }
    }
}
