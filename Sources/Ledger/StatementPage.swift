// SPDX-License-Identifier: Apache-2.0

/// A part of an account's statement, newest first, and where the next part begins.
public struct StatementPage: Hashable, Sendable {
    /// The rows, newest first.
    public let rows: [StatementRow]
    /// Where the older rows begin; nil when there are none.
    public let next: StatementCursor?

    package init(rows: [StatementRow], next: StatementCursor?) {
        self.rows = rows
        self.next = next
    }
}

/// One row of an account's statement.
public struct StatementRow: Hashable, Sendable, Identifiable {
    /// The transfer.
    public let transfer: PostedTransfer
    /// What it changed in the account's balance, in minor units; 0 for a hold and its letting go.
    public let change: Int64
    /// The account's balance after it, in minor units.
    public let balance: Int64

    /// The number of the transfer.
    public var id: TransferID { transfer.id }

    package init?(_ transfer: PostedTransfer, of account: AccountID) {
        guard let balance = transfer.balanceAfter(of: account) else { return nil }
        self.transfer = transfer
        change = transfer.change(of: account)
        self.balance = balance
    }
}

/// A place in an account's statement that stays the same while new rows come.
///
/// Its text is for passing on, not for reading: letters, digits and one point.
public struct StatementCursor: Hashable, Sendable {
    /// The account whose statement it is a place in.
    public let account: AccountID
    /// The newest transfer of what comes from here on.
    package let transfer: TransferID

    package init(account: AccountID, transfer: TransferID) {
        self.account = account
        self.transfer = transfer
    }
}

extension StatementCursor: LosslessStringConvertible {
    /// Reads the text of a cursor; nil when it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let account = UInt64(parts[0], radix: 36),
            let transfer = Int64(parts[1], radix: 36), transfer > 0
        else { return nil }
        self.init(account: AccountID(account), transfer: TransferID(transfer))
        guard description == text else { return nil }
    }

    /// The text by which the cursor can be passed on.
    public var description: String {
        String(account.rawValue, radix: 36) + "." + String(transfer.rawValue, radix: 36)
    }
}

extension LedgerStoreError {
    /// The error for a cursor that names no place in an account's statement.
    package static func cursor(_ cursor: StatementCursor, of account: AccountID) -> Self {
        .refused("the cursor \(cursor) is not of the statement of account \(account.rawValue)")
    }
}
