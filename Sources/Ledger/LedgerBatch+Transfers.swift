// SPDX-License-Identifier: Apache-2.0

/// A movement with everything known: whose, how much, and the hold it ends.
struct HoldOrder {
    let kind: PostedTransfer.Kind
    let debit: AccountID
    let credit: AccountID
    let amount: Amount
    let code: TransferCode
    let reference: String
    /// The whole amount of the hold it ends.
    let held: Int64?
    /// What is left of the transfer it moves back.
    let rest: Int64?

    /// A movement that ends no hold.
    init(_ transfer: Transfer, kind: PostedTransfer.Kind) {
        self.kind = kind
        debit = transfer.debit
        credit = transfer.credit
        amount = transfer.amount
        code = transfer.code
        reference = transfer.reference
        held = nil
        rest = nil
    }

    /// A movement that ends a hold.
    init(
        _ hold: PendingTransfer,
        kind: PostedTransfer.Kind,
        amount: Amount,
        code: TransferCode = .unspecified,
        reference: String = ""
    ) {
        self.kind = kind
        debit = hold.debit
        credit = hold.credit
        self.amount = amount
        self.code = code == .unspecified ? hold.code : code
        self.reference = reference.isEmpty ? hold.reference : reference
        held = hold.amount.minorUnits
        rest = nil
    }

    /// A movement back of what is left of a transfer, or of a part of it.
    init(_ transfer: Transfer, reversing original: PostedTransfer, rest: Amount) {
        kind = .reversal(of: original.id)
        debit = original.credit
        credit = original.debit
        amount = transfer.amount.currency == .none ? rest : transfer.amount
        code = transfer.code == .unspecified ? original.code : transfer.code
        reference = transfer.reference.isEmpty ? original.reference : transfer.reference
        held = nil
        self.rest = rest.minorUnits
    }
}

extension LedgerBatch {
    /// Judges one transfer and adds its row; or tells the first check that failed.
    func judge(
        _ transfer: Transfer,
        at moment: Timestamp,
        past: some LedgerPast,
        in draft: inout LedgerDraft
    ) throws(LedgerStoreError) -> TransferRejection? {
        let order: HoldOrder
        switch transfer.kind {
        case .posted:
            order = HoldOrder(transfer, kind: .posted)
        case .pending(let expiresAt):
            order = HoldOrder(transfer, kind: .pending(expiresAt: expiresAt))
        case .post(let id, let amount):
            let found = try hold(id, for: transfer, at: moment, past: past, in: draft)
            guard case .success(let hold) = found else { return found.rejection }
            order = HoldOrder(
                hold,
                kind: .post(pending: id),
                amount: amount ?? hold.amount,
                code: transfer.code,
                reference: transfer.reference
            )
        case .void(let id):
            let found = try hold(id, for: transfer, at: moment, past: past, in: draft)
            guard case .success(let hold) = found else { return found.rejection }
            order = HoldOrder(
                hold,
                kind: .void(pending: id),
                amount: hold.amount,
                code: transfer.code,
                reference: transfer.reference
            )
        case .reversal(let id):
            let found = try reversal(transfer, of: id, past: past, in: draft)
            guard case .success(let reversal) = found else { return found.rejection }
            order = reversal
        case .correction(let id):
            guard try original(id, past: past, in: draft) != nil else { return .originalNotFound }
            order = HoldOrder(transfer, kind: .correction(of: id))
        }
        return check(order, at: moment) ?? post(order, at: moment, in: &draft)
    }

    /// Moves the money and adds the row, if accounts and limits allow it.
    func post(
        _ order: HoldOrder,
        at moment: Timestamp,
        in draft: inout LedgerDraft
    ) -> TransferRejection? {
        guard var debit = account(order.debit, in: draft) else { return .debitAccountNotFound }
        guard var credit = account(order.credit, in: draft) else { return .creditAccountNotFound }
        if let reason = check(order, from: debit, to: credit) { return reason }
        let id = TransferID(draft.head.transfer.rawValue + 1)
        var row = PostedTransfer(
            id: id,
            group: draft.rows.transfers.first?.id ?? id,
            kind: order.kind,
            debit: order.debit,
            credit: order.credit,
            amount: order.amount,
            code: order.code,
            reference: order.reference,
            debitBalanceAfter: debit.balance,
            creditBalanceAfter: credit.balance,
            previousDebit: debit.lastTransfer,
            previousCredit: credit.lastTransfer,
            at: moment,
            hash: .genesis
        )
        guard debit.count(row, held: order.held, on: .debit),
            credit.count(row, held: order.held, on: .credit)
        else { return .overflow }
        if order.takes {
            guard debit.isAboveFloor else { return .belowFloor }
            guard credit.isBelowCeiling else { return .aboveCeiling }
        }
        row.debitBalanceAfter = debit.balance
        row.creditBalanceAfter = credit.balance
        row.hash = row.sealed(after: draft.head.hash)
        draft.put(debit)
        draft.put(credit)
        draft.rows.transfers.append(row)
        draft.head.transfer = id
        draft.head.hash = row.hash
        return nil
    }

    private func hold(
        _ id: TransferID,
        for transfer: Transfer,
        at moment: Timestamp,
        past: some LedgerPast,
        in draft: LedgerDraft
    ) throws(LedgerStoreError) -> Result<PendingTransfer, TransferRejection> {
        let earlier = draft.rows.transfers.first { $0.kind.pending == id }
        let endedHere = earlier.flatMap { PendingFate($0.kind) } ?? changes.ended[id]
        let made = draft.rows.transfers.first { $0.id == id }.flatMap(PendingTransfer.init)
        guard endedHere == nil,
            let hold = made ?? changes.opened[id] ?? base.openHolds[id]
        else {
            let ended = if let endedHere { endedHere } else { try past.fate(of: id) }
            switch ended {
            case .posted: return .failure(.pendingAlreadyPosted)
            case .voided: return .failure(.pendingAlreadyVoided)
            case .expired: return .failure(.pendingExpired)
            case nil: return .failure(.pendingNotFound)
            }
        }
        if hold.expiresAt <= moment { return .failure(.pendingExpired) }
        let named = [(transfer.debit, hold.debit), (transfer.credit, hold.credit)]
        guard named.allSatisfy({ $0 == .none || $0 == $1 }) else {
            return .failure(.pendingHasOtherAccounts)
        }
        return .success(hold)
    }

    private func check(_ order: HoldOrder, at moment: Timestamp) -> TransferRejection? {
        if order.amount.minorUnits <= 0 { return .amountNotPositive }
        if let held = order.held, order.amount.minorUnits > held { return .pendingAmountExceeded }
        if let rest = order.rest, order.amount.minorUnits > rest { return .reversalAmountExceeded }
        if case .pending(let expiresAt) = order.kind, expiresAt <= moment { return .expiryNotAhead }
        if order.reference.utf8.count > LedgerLimits.referenceBytesMax { return .referenceTooLong }
        return order.debit == order.credit ? .sameAccount : nil
    }

    private func check(
        _ order: HoldOrder,
        from debit: Account,
        to credit: Account
    ) -> TransferRejection? {
        guard debit.currency == order.amount.currency, credit.currency == order.amount.currency
        else { return .currencyMismatch }
        if debit.isClosed { return .debitAccountClosed }
        if credit.isClosed { return .creditAccountClosed }
        switch order.kind {
        case .void, .expire:
            return nil
        case .posted, .pending, .post, .reversal, .correction:
            if debit.isFrozen { return .debitAccountFrozen }
            return credit.isFrozen ? .creditAccountFrozen : nil
        }
    }
}

extension HoldOrder {
    /// Whether it takes what was not held before, so that floor and ceiling have a say.
    fileprivate var takes: Bool { held == nil }
}

extension Result where Failure == TransferRejection {
    var rejection: TransferRejection? {
        if case .failure(let reason) = self { reason } else { nil }
    }
}
