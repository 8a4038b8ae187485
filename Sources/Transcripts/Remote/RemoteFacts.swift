// SPDX-License-Identifier: Apache-2.0

/// What a gateway elsewhere says of itself in `CAPS`.
struct RemoteFacts: Hashable, Sendable {
    /// The verbs it knows, in capitals.
    private(set) var verbs: Set<String> = []
    /// The languages of the menus in service, by the menu's name; empty when it does not say.
    private(set) var menus: [String: [String]] = [:]
    /// Whether a conversation can have a world of its own, with a clock that stands.
    private(set) var hasOwnWorlds = false
    /// Whether the clock of everybody's world can be moved.
    private(set) var hasMovableClock = false
    /// Whether services can be made to fail, the clock to jump and the gateway to die, and not only
    /// what is between it and the phones to go wrong.
    private(set) var failsWhole = true

    /// Reads the lines of the block; what is not known is passed over.
    init(_ lines: [String]) {
        for line in lines {
            let words = line.split(separator: " ").map { String($0) }
            switch words.first {
            case "verbs": verbs = Set(words.dropFirst().map { $0.uppercased() })
            case "menu" where words.count > 1: menus[words[1]] = Array(words.dropFirst(2))
            case "worlds": hasOwnWorlds = words.dropFirst().contains("own")
            case "clock": hasMovableClock = words.dropFirst().contains("movable")
            case "faults": failsWhole = words.dropFirst().contains("whole")
            default: break
            }
        }
    }
}
