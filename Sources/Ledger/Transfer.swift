// SPDX-License-Identifier: Apache-2.0

/// The number of a transfer: 1, 2, 3 and so on without gaps, in the order they were posted.
public struct TransferID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number, 1 or more.
    public let rawValue: Int64

    /// Makes the identifier with a number.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Makes the identifier with a number.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// Before the first transfer.
    public static let zero = TransferID(0)

    /// Whether the left transfer was posted first.
    public static func < (left: TransferID, right: TransferID) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What a transfer is for, in the user's own numbering; 0 is unspecified.
public struct TransferCode: RawRepresentable, Hashable, Sendable {
    /// The number.
    public let rawValue: UInt16

    /// Makes the code with a number.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Makes the code with a number.
    public init(_ rawValue: UInt16) { self.rawValue = rawValue }

    /// No code: a post or void takes the code of its hold.
    public static let unspecified = TransferCode(0)
}

/// One movement asked for: one account is debited, one credited, by the same amount.
public struct Transfer: Hashable, Sendable {
    /// How the money moves.
    public enum Kind: Hashable, Sendable {
        /// At once.
        case posted
        /// Only held, until it is posted, voided, or the moment comes.
        case pending(expiresAt: Timestamp)
        /// Moves what was held, all of it or a smaller amount; the rest is let go.
        case post(pending: TransferID, amount: Amount?)
        /// Lets go what was held.
        case void(pending: TransferID)
        /// Moves back what an earlier transfer moved, all that is left of it or a part.
        case reversal(of: TransferID)
        /// Moves at once, and names an earlier transfer that it puts right.
        case correction(of: TransferID)
    }

    /// The account the money leaves; `.none` in a post, a void or a reversal, which know it.
    public var debit: AccountID
    /// The account the money reaches; `.none` in a post, a void or a reversal.
    public var credit: AccountID
    /// How much; not read in a post or void; of currency `.none` in a reversal of all the rest.
    public var amount: Amount
    /// What it is for.
    public var code: TransferCode
    /// The user's own short reference, such as a receipt number: at most 16 bytes of UTF-8.
    public var reference: String
    /// How the money moves.
    public var kind: Kind

    /// Describes a movement from one account to another.
    public init(
        debit: AccountID,
        credit: AccountID,
        amount: Amount,
        code: TransferCode = .unspecified,
        reference: String = "",
        kind: Kind = .posted
    ) {
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.code = code
        self.reference = reference
        self.kind = kind
    }

    /// Describes the posting of a hold; code and reference are those of the hold unless given.
    public static func post(
        _ pending: TransferID,
        amount: Amount? = nil,
        code: TransferCode = .unspecified,
        reference: String = ""
    ) -> Transfer {
        Transfer(
            debit: .none,
            credit: .none,
            amount: .zero(.none),
            code: code,
            reference: reference,
            kind: .post(pending: pending, amount: amount)
        )
    }

    /// Describes the voiding of a hold; code and reference are those of the hold unless given.
    public static func void(
        _ pending: TransferID,
        code: TransferCode = .unspecified,
        reference: String = ""
    ) -> Transfer {
        Transfer(
            debit: .none,
            credit: .none,
            amount: .zero(.none),
            code: code,
            reference: reference,
            kind: .void(pending: pending)
        )
    }
}
