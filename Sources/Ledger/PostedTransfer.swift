// SPDX-License-Identifier: Apache-2.0

/// A transfer in the ledger: never changed, never removed, chained to all before it.
public struct PostedTransfer: Hashable, Sendable, Identifiable {
    /// What the row did.
    public enum Kind: Hashable, Sendable {
        /// Moved money at once.
        case posted
        /// Held money until a moment.
        case pending(expiresAt: Timestamp)
        /// Moved what a hold held.
        case post(pending: TransferID)
        /// Let go what a hold held.
        case void(pending: TransferID)
        /// Let go what a hold held because its time was over.
        case expire(pending: TransferID)
        /// Moved back what an earlier transfer moved, or a part of it.
        case reversal(of: TransferID)
        /// Moved money at once, to put right an earlier transfer.
        case correction(of: TransferID)

        /// The hold this row ends, if it ends one.
        public var pending: TransferID? {
            switch self {
            case .posted, .pending, .reversal, .correction: nil
            case .post(let id), .void(let id), .expire(let id): id
            }
        }

        /// The earlier transfer this row reverses or corrects, if it does.
        public var original: TransferID? {
            switch self {
            case .posted, .pending, .post, .void, .expire: nil
            case .reversal(let id), .correction(let id): id
            }
        }

        /// Whether a reversal can move back what the row moved.
        public var isReversible: Bool {
            switch self {
            case .posted, .post, .correction: true
            case .pending, .void, .expire, .reversal: false
            }
        }

        /// Whether posted balances move.
        public var movesMoney: Bool {
            switch self {
            case .posted, .post, .reversal, .correction: true
            case .pending, .void, .expire: false
            }
        }
    }

    /// Its number.
    public let id: TransferID
    /// The number of the first transfer of its command.
    public let group: TransferID
    /// What it did.
    public let kind: Kind
    /// The account debited.
    public let debit: AccountID
    /// The account credited.
    public let credit: AccountID
    /// How much was moved, held or let go.
    public let amount: Amount
    /// What it is for.
    public let code: TransferCode
    /// The user's own reference; may be empty.
    public let reference: String
    /// The debited account's balance afterwards, in minor units.
    public package(set) var debitBalanceAfter: Int64
    /// The credited account's balance afterwards, in minor units.
    public package(set) var creditBalanceAfter: Int64
    /// The transfer before this one that names the debited account.
    public let previousDebit: TransferID?
    /// The transfer before this one that names the credited account.
    public let previousCredit: TransferID?
    /// When it happened, as the command said.
    public let at: Timestamp
    /// SHA-256 over the hash of what came before in the journal and every field above.
    public package(set) var hash: TransferHash

    package init(
        id: TransferID,
        group: TransferID,
        kind: Kind,
        debit: AccountID,
        credit: AccountID,
        amount: Amount,
        code: TransferCode,
        reference: String,
        debitBalanceAfter: Int64,
        creditBalanceAfter: Int64,
        previousDebit: TransferID?,
        previousCredit: TransferID?,
        at: Timestamp,
        hash: TransferHash
    ) {
        self.id = id
        self.group = group
        self.kind = kind
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.code = code
        self.reference = reference
        self.debitBalanceAfter = debitBalanceAfter
        self.creditBalanceAfter = creditBalanceAfter
        self.previousDebit = previousDebit
        self.previousCredit = previousCredit
        self.at = at
        self.hash = hash
    }

    /// The change of an account's balance in minor units; 0 for a hold, a void or a stranger.
    public func change(of account: AccountID) -> Int64 {
        guard kind.movesMoney else { return 0 }
        if account == debit { return -amount.minorUnits }
        return account == credit ? amount.minorUnits : 0
    }

    /// The account's balance after the row, in minor units; nil for a stranger.
    public func balanceAfter(of account: AccountID) -> Int64? {
        if account == debit { return debitBalanceAfter }
        return account == credit ? creditBalanceAfter : nil
    }

    /// The row before this one that names the account.
    public func previous(of account: AccountID) -> TransferID? {
        account == debit ? previousDebit : previousCredit
    }
}
