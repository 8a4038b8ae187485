// SPDX-License-Identifier: Apache-2.0

/// What happened in a simulation, counted.
struct SimulationTally: Equatable {
    var visits = 0
    var turns = 0
    var paid = 0
    var refused = 0
    var news = 0
    var lost = 0
    var unheard = 0
    var doubled = 0
    var late = 0
    var powerCuts = 0
    var interest = 0
    var released = 0
    var expired = 0
    var reminded = 0
    var asleep = 0
    var diskFaults = 0

    /// What was counted since another count.
    func since(_ other: SimulationTally) -> SimulationTally {
        var tally = SimulationTally()
        for field in Self.fields {
            tally[keyPath: field] = self[keyPath: field] - other[keyPath: field]
        }
        return tally
    }

    private static var fields: [WritableKeyPath<SimulationTally, Int>] {
        [
            \.visits, \.turns, \.paid, \.refused, \.news, \.lost, \.unheard, \.doubled, \.late,
            \.powerCuts, \.diskFaults, \.interest, \.released, \.expired, \.reminded, \.asleep,
        ]
    }

    /// One line.
    var text: String {
        "\(visits) visits, \(turns) turns, \(paid) paid, \(refused) refused, \(news) told later; "
            + "turns lost \(lost), unheard \(unheard), doubled \(doubled), late \(late); "
            + "interest paid \(interest), holds released \(released), expired \(expired), "
            + "reminders \(reminded), steps to sleep \(asleep); "
            + "power cuts \(powerCuts), disk faults \(diskFaults)"
    }
}
