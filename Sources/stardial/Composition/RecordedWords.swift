// SPDX-License-Identifier: Apache-2.0
import Transcripts

/// What is said of a scene that was recorded: `steps=12 phones=2; it passes`.
enum RecordedWords {
    private static let passes = "it passes"

    /// One line about a scene.
    static func sentence(about scene: RecordedScene) -> String {
        let size = "steps=\(scene.stepCount) phones=\(scene.phoneCount)"
        let word =
            switch scene.proof {
            case .passed where scene.problems.isEmpty: passes
            case .passed, .notPlayed: "look at it first"
            case .differs: "it does not pass"
            }
        let why = if case .differs(let reason) = scene.proof { [reason] } else { [String]() }
        let reasons = (scene.problems + why).joined(separator: " ")
        return size + "; " + word + (reasons.isEmpty ? "" : ": " + reasons)
    }

    /// Whether such a line says that the scene passes.
    static func isSound(_ words: String) -> Bool { words.hasSuffix(passes) }
}
