// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage

/// What an exploration reached, and the scenes that reached it.
public struct Exploration: Sendable {
    /// Everything that was visited.
    public var visited: Set<CoverageKey> = []
    /// The scenes that were the first to visit something, in the order they were played.
    public var scenes: [ExploredScene] = []
    /// How many scenes were played.
    public var played = 0
    /// How many turns they had.
    public var turns = 0
    /// The bound that ended it, in words; nil when everything it knows to try was tried.
    public var endedBy: String?

    /// The fewest scenes, as far as choosing the best one after another finds them, that visit
    /// what `known` does not have; among equals the shortest, then the earliest.
    public func cover(beyond known: Set<CoverageKey>) -> [ExploredScene] {
        var missing = visited.subtracting(known)
        var chosen: [ExploredScene] = []
        while !missing.isEmpty {
            var best: (scene: ExploredScene, gain: Int)?
            for scene in scenes {
                let gain = scene.visited.intersection(missing).count
                guard gain > 0 else { continue }
                let isBetter =
                    best.map {
                        gain > $0.gain
                            || gain == $0.gain && scene.actions.count < $0.scene.actions.count
                    } ?? true
                if isBetter { best = (scene, gain) }
            }
            guard var scene = best?.scene else { break }
            scene.news = scene.visited.intersection(missing)
            missing.subtract(scene.visited)
            chosen.append(scene)
        }
        return chosen
    }
}

/// A scene that an exploration played.
public struct ExploredScene: Sendable {
    /// What is done in it.
    public let actions: [TranscriptStep.Action]
    /// Everything it visits.
    public let visited: Set<CoverageKey>
    /// What it is chosen for.
    public internal(set) var news: Set<CoverageKey>
}
