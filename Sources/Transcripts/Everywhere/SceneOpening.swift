// SPDX-License-Identifier: Apache-2.0

/// A scene in one language, which can be begun in a fresh world as often as wanted.
struct SceneOpening: Sendable {
    let transcript: Transcript
    let language: String?
    let worlds: any WorldBuilding

    /// The steps of all phases.
    var steps: [TranscriptStep] { transcript.phases.flatMap(\.steps) }

    /// Begins it.
    func begin() throws(WorldFailure) -> (stage: Stage, world: any MortalWorld) {
        let world = try worlds.build(transcript.header.setup).get()
        guard let mortal = world as? any MortalWorld else {
            throw WorldFailure("Its gateway is not in this process and cannot be killed.")
        }
        try TranscriptPlayer(worlds: worlds).speak(language, in: transcript, on: world)
        let stage = Stage(transcript, world, language: language)
        world.advance(to: stage.now)
        return (stage, mortal)
    }
}
