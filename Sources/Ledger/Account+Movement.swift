// SPDX-License-Identifier: Apache-2.0

/// The side of a transfer an account is on.
enum TransferSide {
    case debit, credit
}

extension Account {
    /// Whether the balance, holds and expectations counted in, is within floor and ceiling.
    package var isWithinLimits: Bool { isAboveFloor && isBelowCeiling }

    var isAboveFloor: Bool { floor.map { available >= $0 } ?? true }

    var isBelowCeiling: Bool { ceiling.map { balance &+ creditsPending <= $0 } ?? true }

    /// Counts a row on one side; false, and a spoilt copy, when a counter leaves its range.
    ///
    /// `held` is the whole amount of the hold the row ends; nil when it ends none.
    mutating func count(_ row: PostedTransfer, held: Int64?, on side: TransferSide) -> Bool {
        var pending: Int64 = 0
        var posted: Int64 = 0
        switch row.kind {
        case .posted, .reversal, .correction: posted = row.amount.minorUnits
        case .pending: pending = row.amount.minorUnits
        case .post: (pending, posted) = (-(held ?? 0), row.amount.minorUnits)
        case .void, .expire: pending = -(held ?? 0)
        }
        lastTransfer = row.id
        switch side {
        case .debit:
            return debitsPending.add(pending) && debitsPosted.add(posted) && fits
        case .credit:
            return creditsPending.add(pending) && creditsPosted.add(posted) && fits
        }
    }

    /// Whether balance, available and expected balance fit 64 bits.
    private var fits: Bool {
        !balance.subtractingReportingOverflow(debitsPending).overflow
            && !balance.addingReportingOverflow(creditsPending).overflow
    }

    /// The counters as read from a file; nil when no ledger can have written them.
    package func restored(
        debitsPending: Int64,
        debitsPosted: Int64,
        creditsPending: Int64,
        creditsPosted: Int64,
        lastTransfer: TransferID?
    ) -> Account? {
        var account = self
        account.debitsPending = debitsPending
        account.debitsPosted = debitsPosted
        account.creditsPending = creditsPending
        account.creditsPosted = creditsPosted
        account.lastTransfer = lastTransfer
        let counters = [debitsPending, debitsPosted, creditsPending, creditsPosted]
        return counters.allSatisfy { $0 >= 0 } && account.fits ? account : nil
    }
}

extension Int64 {
    /// Adds, and tells whether the sum fits and is no less than nothing.
    fileprivate mutating func add(_ change: Int64) -> Bool {
        let (sum, overflow) = addingReportingOverflow(change)
        self = sum
        return !overflow && sum >= 0
    }
}
