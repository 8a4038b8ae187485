// SPDX-License-Identifier: Apache-2.0

/// How scenes are played at a gateway elsewhere.
public struct RemotePlan: Sendable {
    /// Whether each scene takes a world of its own where it can be had; else it shares the world
    /// of everybody, whose phones must not be there yet.
    public var wantsOwn = true
    /// The most seconds that a scene may let pass in real time where no clock can be moved; nil for
    /// none.
    public var realTimeSecondsMax: Int64?
    /// What is put behind the name of each phone, so that many copies of a scene can be acted.
    public var suffix = ""
    /// Whether the ledger's sum is asked for after each step.
    public var audits = true
    /// Whether a clock that everybody shares may be moved.
    public var movesClock = true
    /// Whether a connection can serve one scene after another.
    public var keepsPeers = true
    /// Who is told when a turn begins and when its answer is there.
    public var observer: (any TurnObserver)?

    /// Makes the usual plan.
    public init() {}
}

/// Told of every turn of a scene that is acted elsewhere, on the thread that acts it.
public protocol TurnObserver: AnyObject, Sendable {
    /// A phone dials or answers.
    func turnBegins()
    /// The answer is there.
    func turnEnds()
}
