// SPDX-License-Identifier: Apache-2.0

/// What a batch has to ask of the transfers committed before it, and asks only for holds that are
/// not open, for reversals and corrections, and for work that is finished.
package protocol LedgerPast {
    /// How a hold ended that is no longer open; nil when there never was such a hold.
    func fate(of hold: TransferID) throws(LedgerStoreError) -> PendingFate?

    /// Whether an item of work is still to be done.
    func isOpen(_ work: WorkID) throws(LedgerStoreError) -> Bool

    /// A transfer, and what was moved back of it so far; nil when there is no such transfer.
    func original(_ id: TransferID) throws(LedgerStoreError) -> OriginalTransfer?
}

/// No past at all, for commands that ask nothing of it.
struct NoPast: LedgerPast {
    func fate(of hold: TransferID) -> PendingFate? { nil }

    func isOpen(_ work: WorkID) -> Bool { false }

    func original(_ id: TransferID) -> OriginalTransfer? { nil }
}

/// A transfer that is to be reversed or corrected.
package struct OriginalTransfer: Hashable, Sendable {
    package let row: PostedTransfer
    /// Minor units moved back by the reversals of it so far.
    package var reversed: Int64

    package init(row: PostedTransfer, reversed: Int64) {
        self.row = row
        self.reversed = reversed
    }

    /// A transfer and everything that names it.
    package init(row: PostedTransfer, followUps: some Sequence<PostedTransfer>) {
        self.row = row
        reversed = followUps.reduce(0) { $0 &+ $1.reversed(of: row.id) }
    }

    /// What can still be moved back.
    package var rest: Amount {
        Amount(minorUnits: row.amount.minorUnits &- reversed, currency: row.amount.currency)
    }
}

extension PostedTransfer {
    /// What the row moved back of a transfer, in minor units; 0 when it is no reversal of it.
    func reversed(of id: TransferID) -> Int64 {
        kind == .reversal(of: id) ? amount.minorUnits : 0
    }
}
