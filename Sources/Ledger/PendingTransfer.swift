// SPDX-License-Identifier: Apache-2.0

/// A hold that is still open: what posting, voiding or expiring it needs to know.
package struct PendingTransfer: Hashable, Sendable {
    package let id: TransferID
    package let debit: AccountID
    package let credit: AccountID
    package let amount: Amount
    package let code: TransferCode
    package let reference: String
    package let expiresAt: Timestamp

    /// The hold a row made; nil when the row is none.
    package init?(_ row: PostedTransfer) {
        guard case .pending(let expiresAt) = row.kind else { return nil }
        id = row.id
        debit = row.debit
        credit = row.credit
        amount = row.amount
        code = row.code
        reference = row.reference
        self.expiresAt = expiresAt
    }
}

/// How a hold ended; the raw values are stored.
package enum PendingFate: Int64, Sendable {
    case posted = 2
    case voided = 3
    case expired = 4

    /// The fate a row gave to a hold; nil when it ended none.
    package init?(_ kind: PostedTransfer.Kind) {
        self.init(rawValue: Int64(kind.number))
    }
}
