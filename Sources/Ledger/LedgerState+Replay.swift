// SPDX-License-Identifier: Apache-2.0

extension LedgerState {
    /// Counts a transfer on whichever of its accounts does not count it yet, and tells which.
    ///
    /// `held` is the whole amount of the hold the transfer ends; nil when it ends none.
    ///
    /// - Throws: ``LedgerStoreError/damaged(_:)`` when the balances are not what the row says.
    package mutating func replay(
        _ row: PostedTransfer,
        held: Int64?
    ) throws(LedgerStoreError) -> [AccountID] {
        var counted: [AccountID] = []
        let sides = [
            (TransferSide.debit, row.debit, row.previousDebit, row.debitBalanceAfter),
            (TransferSide.credit, row.credit, row.previousCredit, row.creditBalanceAfter),
        ]
        for (side, id, previous, balance) in sides {
            guard var account = account(id) else {
                throw .damaged("account \(id.rawValue) of transfer \(row.id.rawValue) is missing")
            }
            if let last = account.lastTransfer, last >= row.id { continue }
            guard account.lastTransfer == previous, account.count(row, held: held, on: side),
                account.balance == balance
            else { throw .damaged(by: .rowMismatch(row.id)) }
            restore(account)
            counted.append(id)
        }
        return counted
    }
}
