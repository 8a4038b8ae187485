// SPDX-License-Identifier: Apache-2.0
import Gateway

/// Chance that a seed repeats.
struct Dice {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// A number from 0 to below a bound of at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(random.next() % UInt64(max(bound, 1)))
    }

    /// Whether something happens that does so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// A seed for another row of numbers.
    mutating func seed() -> UInt64 { random.next() }
}
