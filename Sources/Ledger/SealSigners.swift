// SPDX-License-Identifier: Apache-2.0

/// Whose signature each day's head must have: one key first, and then each that it was handed
/// over to.
public struct SealSigners: Hashable, Sendable {
    /// A key and the days that it signs.
    public struct Signer: Hashable, Sendable {
        /// The key.
        public let key: SealPublicKey
        /// The last day of its own; nil for the key that signs now.
        public fileprivate(set) var lastDay: String?
    }

    /// The keys, in the order of their days; never empty.
    public private(set) var signers: [Signer]
    /// What the keys handed over with, one less than the keys.
    public private(set) var handovers: [SealKeyHandover] = []

    /// Trusts one key for all days, until it hands over.
    public init(_ first: SealPublicKey) { signers = [Signer(key: first)] }

    /// Trusts one key, and whom it and its successors handed over to; other handovers are passed
    /// over.
    public init(_ first: SealPublicKey, following handovers: [SealKeyHandover]) {
        self.init(first)
        for handover in handovers { _ = accept(handover) }
    }

    /// Takes in a handover when the key that signs now gave it, for days that are not over.
    ///
    /// - Returns: false, and nothing is changed, for a handover by anybody else.
    public mutating func accept(_ handover: SealKeyHandover) -> Bool {
        let last = signers.count - 1
        let isLater = handovers.last.map { $0.last.day <= handover.last.day } ?? true
        guard handover.from == signers[last].key, handover.isSigned, isLater else { return false }
        signers[last].lastDay = handover.last.day
        signers.append(Signer(key: handover.to))
        handovers.append(handover)
        return true
    }

    /// The key that a day's head must be signed with.
    public func key(of day: String) -> SealPublicKey {
        let signer = signers.first { $0.lastDay.map { day <= $0 } ?? true }
        return (signer ?? signers[signers.count - 1]).key
    }
}

extension SealPublicKey {
    /// A short name of the key: its first eight bytes as 16 hexadecimal digits.
    public var name: String { String(description.prefix(16)) }
}
