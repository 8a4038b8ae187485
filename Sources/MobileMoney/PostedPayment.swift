// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger

/// A payment as the ledger's rows of one command tell it; amounts are minor units.
struct PostedPayment: Hashable, Sendable {
    let kind: PaymentKind
    /// The account that paid.
    let debitParty: AccountID
    /// The account that was paid.
    let creditParty: AccountID
    /// The receipt's number.
    let transactionReference: String
    let amount: Int64
    /// What the operator paid the agent.
    private(set) var commission: Int64 = 0
    /// Milliseconds since 1970.
    let at: Int64
    /// Every account that a row names; there are few.
    private var sides: [Side] = []

    private struct Side: Hashable {
        let account: AccountID
        /// What stands there after the whole payment.
        var balance: Int64
        /// Fee and taxes that it paid.
        var share = Cost.Share()
    }

    /// Reads the rows of one command, oldest first; nil when they hold no payment.
    init?(_ rows: some Collection<PostedTransfer>) {
        guard
            let (kind, main) = rows.lazy.compactMap({ row in
                PaymentKind(row.code).map { ($0, row) }
            }).first
        else { return nil }
        self.kind = kind
        debitParty = main.debit
        creditParty = main.credit
        transactionReference = main.reference
        amount = main.amount.minorUnits
        at = main.at.milliseconds
        for row in rows {
            let units = row.amount.minorUnits
            let debit = put(row.debit, row.debitBalanceAfter)
            switch row.code {
            case .fee: sides[debit].share.income += units
            case .feeTax: sides[debit].share.feeTax += units
            case .tax: sides[debit].share.tax += units
            case .commission: commission = commission.saturatingAdd(units)
            default: break
            }
            _ = put(row.credit, row.creditBalanceAfter)
        }
    }

    /// Fee and taxes that an account paid, as far as its rows were read.
    func paid(by account: AccountID) -> Cost.Share {
        sides.first { $0.account == account }?.share ?? Cost.Share()
    }

    /// The balance of an account after the whole payment; nil for a stranger.
    func balance(of account: AccountID) -> Int64? {
        sides.first { $0.account == account }?.balance
    }

    /// Notes what stands on an account after a row; tells its place.
    private mutating func put(_ account: AccountID, _ balance: Int64) -> Int {
        if let place = sides.firstIndex(where: { $0.account == account }) {
            sides[place].balance = balance
            return place
        }
        if sides.isEmpty { sides.reserveCapacity(4) }
        sides.append(Side(account: account, balance: balance))
        return sides.count - 1
    }
}
