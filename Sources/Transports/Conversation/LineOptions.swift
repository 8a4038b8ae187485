// SPDX-License-Identifier: Apache-2.0

/// Runs something after so many milliseconds, on any thread.
public typealias LineTimer =
    @Sendable (_ milliseconds: Int64, @escaping @Sendable () -> Void) ->
    Void

/// What every conversation of a door has in common.
public struct LineOptions: Hashable, Sendable {
    /// The bounds.
    public var limits: LineLimits
    /// Words for the greeting, such as `web=http://127.0.0.1:8484/`.
    public var announcement: String

    /// Makes options.
    public init(limits: LineLimits = LineLimits(), announcement: String = "") {
        self.limits = limits
        self.announcement = announcement
    }

    /// `200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)`.
    var greeting: LineReply {
        let words = [
            "stardial/1 ready line=\(limits.lineOctetsMax) caps=\(Self.capabilities)",
            announcement, "(try HELP)",
        ]
        return LineReply(.ready, words.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// The lines of `CAPS`: verbs, capabilities and limits.
    var capabilityLines: [String] {
        let verbs = LineVerb.allCases.filter(\.isInThisVersion).map(\.rawValue)
        return [
            "verbs \(verbs.joined(separator: " "))", "caps \(Self.capabilities)",
            "line \(limits.lineOctetsMax)", "waiting \(limits.commandsWaitingMax)",
            "connections \(limits.connectionsMax)", "wait \(limits.waitSecondsMax)s",
        ]
    }

    private static let capabilities = "tag,wait,json"
}
