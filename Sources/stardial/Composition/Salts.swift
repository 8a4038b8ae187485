// SPDX-License-Identifier: Apache-2.0
import Gateway
import Synchronization

/// Numbers for salts that a seed repeats, so that a scene plays the same twice.
final class Salts: Sendable {
    private let random: Mutex<SplitMix64>

    init(seed: UInt64) {
        random = Mutex(SplitMix64(seed: seed))
    }

    /// The next number.
    func next() -> UInt64 {
        random.withLock { $0.next() }
    }
}
