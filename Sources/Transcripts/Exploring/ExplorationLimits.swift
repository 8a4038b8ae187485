// SPDX-License-Identifier: Apache-2.0

/// How much an exploration tries; it is told when a bound ended it.
public struct ExplorationLimits: Hashable, Sendable {
    /// Most moves of a scene, and at least 1.
    public var depthMax: Int
    /// Most turns of all scenes together; a scene is played from its beginning for each move.
    public var turnsMax: Int
    /// How many scenes are played at once; what is found does not depend on it.
    public var jobs: Int

    /// Most secrets in a row that make places different, as a PIN typed wrong and typed again.
    static let secretsMax = 3
    /// How many moves are tried after money moved, a reply was lost or a session was dropped.
    static let movesAfterEventMax = 4
    /// How often one payment is repeated so that lists grow over a page.
    static let paymentsMax = 7
    /// Most places whose session is let run out.
    static let droppedPlacesMax = 3
    /// Most actions of a scene that is joined of several.
    static let joinedActionsMax = 30
    /// Most amounts that are read off a screen and typed.
    static let amountsReadMax = 2

    /// Makes limits.
    public init(depthMax: Int = 12, turnsMax: Int = 20_000, jobs: Int = 1) {
        self.depthMax = max(1, depthMax)
        self.turnsMax = max(1, turnsMax)
        self.jobs = max(1, jobs)
    }
}
