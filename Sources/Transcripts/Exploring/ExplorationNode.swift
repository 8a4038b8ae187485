// SPDX-License-Identifier: Apache-2.0
import MenuLanguage

/// A situation that a scene leads to, from which more is tried.
struct ExplorationNode: Sendable {
    /// The position of the phone that acts.
    var actor: Int
    /// Everything done so far.
    var path: [TranscriptStep.Action]
    /// The state that waits; empty when none does.
    var state: String
    /// The language it waits in; empty when none does, and in a dialogue by SMS.
    var language = ""
    /// Whether the dialogue goes by SMS.
    var isMessage: Bool
    /// What is shown.
    var lines: [String]
    /// The keys of the options that are visible.
    var options: [String]
    /// The secrets typed one after another, the last of them at the end.
    var secrets: [Template]
    /// Whether a question for a secret is asked once more.
    var isAskedAgain = false
    /// What happened before, such as that money moved; empty for nothing of note.
    var event = ""
    /// How many moves are still tried after the event; nil without one.
    var movesLeft: Int?
    /// How many moves have led here.
    var depth: Int
    /// Where in the path the last session began.
    var sessionStart: Int
    /// The situations on the way, this one not included.
    var marks: [ExploredScene.Mark] = []
    /// Everything visited on the way.
    var visited: Set<CoverageKey>

    /// What makes two situations the same; what is done there is tried once.
    var key: Key {
        Key(
            actor: actor,
            state: state,
            language: language,
            isMessage: isMessage,
            options: options,
            page: lines.first { $0.first?.isNumber ?? false }.map { String($0.prefix(2)) } ?? "",
            secrets: secrets,
            event: event
        )
    }

    struct Key: Hashable {
        let actor: Int
        let state: String
        let language: String
        let isMessage: Bool
        let options: [String]
        let page: String
        let secrets: [Template]
        let event: String
    }
}
