// SPDX-License-Identifier: Apache-2.0

/// What the journal holds besides transfers: hashed into the same chain, in the same order, and
/// like them never changed and never removed.
public struct JournalNote: Hashable, Sendable, Identifiable {
    /// What was noted.
    public enum Kind: Hashable, Sendable {
        /// An account was opened.
        case opened(AccountOpening)
        /// Limits and flags of an account were set.
        case set(AccountSetting)
        /// Somebody of the staff did something.
        case audit(AuditEntry)
    }

    /// Its number: 1, 2, 3 and so on without gaps.
    public let id: Int64
    /// The newest transfer when it was written; the notes of a command stand before its transfers.
    public let after: TransferID
    /// What was noted.
    public let kind: Kind
    /// When it happened, as the command said.
    public let at: Timestamp
    /// SHA-256 over the hash of what came before in the journal and every field above.
    public package(set) var hash: TransferHash

    package init(id: Int64, after: TransferID, kind: Kind, at: Timestamp, hash: TransferHash) {
        self.id = id
        self.after = after
        self.kind = kind
        self.at = at
        self.hash = hash
    }
}

extension JournalNote {
    /// The hash this note must have after a transfer or note with the given one.
    ///
    /// SHA-256 over, most significant byte first: the 32 bytes before; one byte that no transfer
    /// has in this place: 129 for an opening, 130 for a setting, 131 for an audit entry; number;
    /// the newest transfer's number; time. Then, for an opening: account, kind as one byte, the
    /// currency's letters as 32 bits, floor, ceiling; for a setting: account, floor, ceiling,
    /// frozen and closed as one byte each; a limit is one byte for whether there is one and 64
    /// bits. For an audit entry: actor, one byte for whether there is an approver, approver,
    /// action, subject and reason, each with its length as 32 bits before it.
    package func sealed(after previous: TransferHash) -> TransferHash {
        var writer = ByteWriter(capacity: 128)
        previous.withBytes { writer.append(raw: $0) }
        writer.append(128 | kind.number)
        writer.append(id)
        writer.append(after.rawValue)
        writer.append(at.milliseconds)
        switch kind {
        case .opened(let opening):
            writer.append(opening.id.rawValue)
            writer.append(opening.kind.rawValue)
            writer.append(opening.currency.packed)
            writer.append(opening.floor)
            writer.append(opening.ceiling)
        case .set(let setting):
            writer.append(setting.id.rawValue)
            writer.append(setting.floor)
            writer.append(setting.ceiling)
            writer.append(setting.isFrozen)
            writer.append(setting.isClosed)
        case .audit(let entry):
            entry.write(to: &writer)
        }
        return writer.sha256()
    }
}

extension JournalNote.Kind {
    /// The kind as it is hashed and stored.
    package var number: UInt8 {
        switch self {
        case .opened: 1
        case .set: 2
        case .audit: 3
        }
    }
}
