// SPDX-License-Identifier: Apache-2.0

extension LedgerBatch {
    /// A transfer of this command or of the past, with what was moved back of it, here and before.
    func original(
        _ id: TransferID,
        past: some LedgerPast,
        in draft: LedgerDraft
    ) throws(LedgerStoreError) -> OriginalTransfer? {
        let here = draft.rows.transfers
        if let row = here.first(where: { $0.id == id }) {
            return OriginalTransfer(row: row, followUps: here)
        }
        guard var original = try past.original(id) else { return nil }
        original.reversed = here.reduce(original.reversed) { $0 &+ $1.reversed(of: id) }
        return original
    }

    /// The movement back that a reversal asks for, or the first check that failed.
    func reversal(
        _ transfer: Transfer,
        of id: TransferID,
        past: some LedgerPast,
        in draft: LedgerDraft
    ) throws(LedgerStoreError) -> Result<HoldOrder, TransferRejection> {
        guard let original = try original(id, past: past, in: draft) else {
            return .failure(.originalNotFound)
        }
        guard original.row.kind.isReversible else { return .failure(.originalNotReversible) }
        guard original.rest.isPositive else { return .failure(.originalAlreadyReversed) }
        let order = HoldOrder(transfer, reversing: original.row, rest: original.rest)
        let named = [(transfer.debit, order.debit), (transfer.credit, order.credit)]
        guard named.allSatisfy({ $0 == .none || $0 == $1 }) else {
            return .failure(.originalHasOtherAccounts)
        }
        return .success(order)
    }
}
