// SPDX-License-Identifier: Apache-2.0

/// The generator of Steele, Lea and Flood (2014): eight octets of state, the same everywhere.
///
/// It makes runs repeatable and is no source of secrets.
public struct SplitMix64: Sendable {
    private var state: UInt64

    /// Begins a sequence that the same seed repeats.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next number of the sequence.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
