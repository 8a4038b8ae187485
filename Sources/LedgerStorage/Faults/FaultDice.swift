// SPDX-License-Identifier: Apache-2.0

/// Choices that follow from a seed alone (SplitMix64: Steele, Lea and Flood, 2014).
struct FaultDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 up to, not including, one that is not below 1.
    mutating func below(_ end: Int) -> Int { Int(next() % UInt64(max(end, 1))) }

    mutating func keeps(_ kept: Fault.Kept) -> Bool {
        switch kept {
        case .nothing: false
        case .some: below(2) == 1
        case .everything: true
        }
    }
}
