// SPDX-License-Identifier: Apache-2.0

/// The word of one sealing key that another signs from now on: a note in the journal's chain,
/// signed with the old key.
///
/// It carries the last head of the old key, so whoever has the new key alone cannot write anything
/// anew that the old key signed: that head would not fit any more.
public struct SealKeyHandover: Hashable, Sendable {
    /// The key that signed up to and with ``last``.
    public let from: SealPublicKey
    /// The key that signs every later day.
    public let to: SealPublicKey
    /// Where the journal stood at the end of the old key's last day; its signature is the one over
    /// ``signedBytes``.
    public let last: SignedHead

    /// What the action of the note is.
    public static let action = "replace-sealing-key"

    /// Signs the handover with the old key; nil when the library refuses.
    ///
    /// - Parameters:
    ///   - key: the old key.
    ///   - next: the new one.
    ///   - last: the last head of the old key.
    public init?(from key: SealingKey, to next: SealPublicKey, after last: SignedHead) {
        let message = Self.message(last, next)
        guard last.isSigned(by: key.publicKey), let signature = key.signature(for: message) else {
            return nil
        }
        from = key.publicKey
        to = next
        self.last = last.with(signature)
    }

    /// Reads the note of a handover, signed or not; nil for any other note.
    public init?(_ entry: AuditEntry) {
        guard entry.action == Self.action, let from = SealPublicKey(entry.actor),
            let to = SealPublicKey(entry.subject), let last = SignedHead(entry.reason)
        else { return nil }
        (self.from, self.to, self.last) = (from, to, last)
    }

    /// Reads a note of the journal; nil for one that is no handover.
    public init?(_ note: JournalNote) {
        guard case .audit(let entry) = note.kind else { return nil }
        self.init(entry)
    }

    /// The note: both keys, and the line of the last head with the signature of the handover.
    public var entry: AuditEntry {
        AuditEntry(
            actor: from.description,
            action: Self.action,
            subject: to.description,
            reason: last.description
        )
    }

    /// What is signed: the 20 bytes `stardial handover 1\n`, the ``SignedHead/signedBytes`` of the
    /// last head, and the 32 of the new key.
    public var signedBytes: [UInt8] { Self.message(last, to) }

    /// Whether the old key signed it.
    public var isSigned: Bool { from.signed(signedBytes, with: last.signature) }

    private static func message(_ last: SignedHead, _ next: SealPublicKey) -> [UInt8] {
        Array("stardial handover 1\n".utf8) + last.signedBytes + next.bytes
    }
}

extension LedgerStore {
    /// The handovers of sealing keys in the journal, oldest first; whether they are signed is not
    /// looked at.
    ///
    /// - Throws: ``LedgerStoreError`` when the journal cannot be read.
    public func handovers() throws(LedgerStoreError) -> [SealKeyHandover] {
        var found: [SealKeyHandover] = []
        var since: Int64 = 0
        while true {
            let page = try notes(since: since, limit: 1_000)
            found += page.compactMap { SealKeyHandover($0) }
            guard let last = page.last else { return found }
            since = last.id
        }
    }
}

extension SignedHead {
    /// The same head with another signature.
    fileprivate func with(_ signature: [UInt8]) -> SignedHead {
        SignedHead(day: day, transfer: transfer, note: note, hash: hash, signature: signature)
    }
}
