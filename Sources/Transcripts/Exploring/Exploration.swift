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
    public internal(set) var news: Set<CoverageKey> {
        didSet { if parts.count == 1 { parts[0].news = news } }
    }
    /// The situations it goes through, the last one at its end.
    let marks: [Mark]
    /// The scenes that it is joined of.
    private(set) var parts: [Part]

    /// A situation, and after how many actions it is there.
    struct Mark: Sendable {
        var actions: Int
        var situation: ExplorationNode.Key
    }

    /// Where a part begins, and what it is for.
    struct Part: Sendable {
        var start: Int
        var news: Set<CoverageKey>
    }

    init(
        actions: [TranscriptStep.Action],
        visited: Set<CoverageKey>,
        news: Set<CoverageKey>,
        marks: [Mark]
    ) {
        self.actions = actions
        self.visited = visited
        self.news = news
        self.marks = marks
        parts = [Part(start: 0, news: news)]
    }

    /// The name of the phone that acts; nil when none does.
    public var actor: String? {
        actions.lazy.compactMap { action in
            switch action {
            case .press(let name, _), .send(let name, _): name
            default: nil
            }
        }.first
    }

    /// This scene, and then another one from a place that this one ends at.
    func followed(by other: ExploredScene, from start: Int) -> ExploredScene {
        let shift = actions.count - start
        var whole = ExploredScene(
            actions: actions + other.actions[start...],
            visited: visited.union(other.visited),
            news: news.union(other.news),
            marks: marks
                + other.marks.filter { $0.actions > start }.map {
                    Mark(actions: $0.actions + shift, situation: $0.situation)
                }
        )
        let early = other.parts.filter { $0.start <= start }
        let late = other.parts.filter { $0.start > start }.map {
            Part(start: $0.start + shift, news: $0.news)
        }
        let first = early.reduce(into: Set<CoverageKey>()) { $0.formUnion($1.news) }
        whole.parts = parts + [Part(start: actions.count, news: first)] + late
        return whole
    }
}
