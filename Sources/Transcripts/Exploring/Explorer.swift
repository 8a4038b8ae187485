// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage

/// Tries everything in a menu that it knows to try, breadth first, each scene in its own world.
///
/// A world cannot be copied, so that a scene is played from its beginning for every further move.
/// The order is fixed: the same menu, phones and limits give the same exploration.
public struct Explorer: Sendable {
    private let menu: ExplorableMenu
    private let setup: WorldSetup
    private let worlds: any WorldBuilding
    private let limits: ExplorationLimits

    /// Makes an explorer.
    ///
    /// - Parameters:
    ///   - menu: What can be tried.
    ///   - setup: The phones, the clock and the seed of every scene.
    ///   - worlds: Makes the world of each scene, which keeps a record of visits.
    ///   - limits: How much is tried.
    public init(
        menu: ExplorableMenu,
        setup: WorldSetup,
        worlds: any WorldBuilding,
        limits: ExplorationLimits
    ) {
        self.menu = menu
        self.setup = setup
        self.worlds = worlds
        self.limits = limits
    }

    /// Explores.
    ///
    /// - Parameter report: Called after each round with the turns played so far.
    /// - Returns: What was reached, and the scenes that reached it.
    /// - Throws: ``WorldFailure`` when no world can be made for the phones.
    public func explore(
        report: @Sendable (Int) -> Void = { _ in }
    ) async throws(WorldFailure) -> Exploration {
        _ = try worlds.build(setup).get()
        var frontier = ExplorationFrontier(menu: menu, phones: setup.phones, limits: limits)
        while true {
            let jobs = frontier.nextJobs()
            guard !jobs.isEmpty else { return frontier.found }
            let results = await play(jobs)
            for (job, result) in zip(jobs, results) {
                if let result { frontier.take(result, of: job) }
            }
            report(frontier.found.turns)
        }
    }

    /// Joins scenes that go through the same situations, as far as the longer ones still visit all
    /// that the shorter ones are for.
    ///
    /// A scene that comes to where another one passes is played before the rest of that one.
    public func join(_ scenes: [ExploredScene]) -> [ExploredScene] {
        var joined = scenes
        var before = joined.count + 1
        while joined.count < before {
            before = joined.count
            var index = 0
            while index < joined.count {
                if let (host, whole) = host(of: index, in: joined) {
                    joined[host] = whole
                    joined.remove(at: index)
                } else {
                    index += 1
                }
            }
        }
        return joined
    }

    private func host(
        of index: Int,
        in scenes: [ExploredScene]
    ) -> (position: Int, whole: ExploredScene)? {
        let scene = scenes[index]
        guard let end = scene.marks.last else { return nil }
        for (position, other) in scenes.enumerated() where position != index {
            guard let mark = other.marks.first(where: { $0.situation == end.situation }),
                mark.actions < other.actions.count
            else { continue }
            let whole = scene.followed(by: other, from: mark.actions)
            guard whole.actions.count <= ExplorationLimits.joinedActionsMax,
                whole.news.isSubset(of: visits(of: whole))
            else { continue }
            return (position, whole)
        }
        return nil
    }

    private func visits(of scene: ExploredScene) -> Set<CoverageKey> {
        guard case .success(let world) = worlds.build(setup) else { return [] }
        var run = SceneRun(setup, world)
        for action in scene.actions { _ = run.perform(action) }
        return Set(world.takeVisits())
    }

    /// Plays jobs, several at once, and gives their results in order.
    private func play(_ jobs: [ExplorationJob]) async -> [ExplorationResult?] {
        let lanes = min(limits.jobs, jobs.count)
        return await withTaskGroup(of: [(Int, ExplorationResult?)].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    stride(from: lane, to: jobs.count, by: lanes).map { ($0, play(jobs[$0])) }
                }
            }
            var results = [ExplorationResult?](repeating: nil, count: jobs.count)
            for await part in group {
                for (index, result) in part { results[index] = result }
            }
            return results
        }
    }

    /// Plays one scene; nil when its world could not be made.
    private func play(_ job: ExplorationJob) -> ExplorationResult? {
        guard case .success(let world) = worlds.build(setup) else { return nil }
        var run = SceneRun(setup, world)
        for action in job.node.path { _ = run.perform(action) }
        _ = world.takeVisits()
        var result = ExplorationResult()
        for action in job.move {
            let shown = run.perform(action)
            result.messages += shown.messages
            guard case .press = action else { continue }
            (result.state, result.lines) = (shown.state, shown.lines ?? [])
            result.language = shown.language
        }
        result.visits = world.takeVisits()
        return result
    }
}

/// A move to be tried at a place.
struct ExplorationJob: Sendable {
    let node: ExplorationNode
    let move: MoveMaker.Move
    /// What happens by it, such as a lost reply; empty for nothing of note.
    var event = ""

    var turns: Int { node.path.count + move.count }
}

/// What a move led to.
struct ExplorationResult: Sendable {
    var visits: [CoverageKey] = []
    /// The state that a dialled session waits at; empty when none does.
    var state = ""
    /// The language of that session; empty when none waits.
    var language = ""
    var lines: [String] = []
    var messages: [SceneRun.Message] = []
}
