// SPDX-License-Identifier: Apache-2.0
import Ledger

/// The days that were sealed, and how far their heads hold.
struct SealedDays {
    private var days: [String]
    private var failing: Set<String> = []

    init(heads: [SignedHead], violations: [InvariantViolation]) {
        days = Set(heads.map(\.day)).sorted()
        for violation in violations {
            switch violation {
            case .headMismatch(let day), .headMissing(let day), .headForged(let day):
                failing.insert(day)
            default: break
            }
        }
    }

    /// How much before a day is proved, as a sentence.
    func proved(before day: String) -> String {
        let first = failing.min() ?? day
        guard let last = days.last(where: { $0 < first }) else {
            return "Nothing before it is proved by a seal."
        }
        return "Up to the end of \(last) all is as it was signed."
    }
}
