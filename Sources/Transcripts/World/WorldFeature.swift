// SPDX-License-Identifier: Apache-2.0

/// What a world can do beyond phones that dial; a scene names what it needs in `requires:`.
public enum WorldFeature: String, Hashable, Sendable, CaseIterable {
    /// Time can be moved by hand.
    case clock
    /// Balances and postings can be looked at.
    case ledger
    /// Faults can be arranged.
    case faults
    /// Phones receive SMS and send them.
    case sms
    /// Languages can be chosen for a phone.
    case languages
    /// A seed repeats a run bit for bit.
    case seed
}

extension WorldBuilding {
    /// Everything: a world in this process lacks nothing unless it says so.
    public var features: Set<WorldFeature> { Set(WorldFeature.allCases) }
}
