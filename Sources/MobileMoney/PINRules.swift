// SPDX-License-Identifier: Apache-2.0

/// How long a PIN is, how often it may be wrong, and how long the wallet is locked then.
public struct PINRules: Hashable, Sendable {
    /// The fewest and most digits.
    public let digits: ClosedRange<Int>
    /// How many wrong PINs in a row lock the wallet.
    public let tries: Int
    /// The seconds of the first, second and further locks; the last one repeats.
    public let lockSeconds: [Int]

    /// Makes rules.
    public init(digits: ClosedRange<Int>, tries: Int, lockSeconds: [Int]) {
        self.digits = digits
        self.tries = tries
        self.lockSeconds = lockSeconds
    }

    /// The length in milliseconds of a lock, counted from 0 since the last right PIN.
    func lockMilliseconds(_ index: Int) -> Int64 {
        guard let last = lockSeconds.last else { return 0 }
        let seconds = lockSeconds.indices.contains(index) ? lockSeconds[index] : last
        return Int64(seconds) * 1_000
    }
}
