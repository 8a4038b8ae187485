// SPDX-License-Identifier: Apache-2.0

/// What one cut of a scene showed; every text in it has PINs masked.
public struct CutVerdict: Hashable, Sendable {
    /// The cut.
    public let cut: Cut
    /// What does not hold, in plain words; empty when all does.
    public internal(set) var faults: [String] = []
    /// Whether the next dial had a payment to tell, and told it.
    public internal(set) var hasToldNews = false
    /// Whether a payment that was not made was tried again, and made once.
    public internal(set) var isPaidAgain = false
    /// Whether the ledger ends with the same movements as in the plain run.
    public internal(set) var endsAlike = false

    init(_ cut: Cut) { self.cut = cut }
}
