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
    private var balances: [AccountID: Int64] = [:]
    private var shares: [AccountID: Cost.Share] = [:]

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
            switch row.code {
            case .fee: shares[row.debit, default: Cost.Share()].income += units
            case .feeTax: shares[row.debit, default: Cost.Share()].feeTax += units
            case .tax: shares[row.debit, default: Cost.Share()].tax += units
            case .commission: commission = commission.saturatingAdd(units)
            default: break
            }
            balances[row.debit] = row.debitBalanceAfter
            balances[row.credit] = row.creditBalanceAfter
        }
    }

    /// Fee and taxes that an account paid, as far as its rows were read.
    func paid(by account: AccountID) -> Cost.Share { shares[account] ?? Cost.Share() }

    /// The balance of an account after the whole payment; nil for a stranger.
    func balance(of account: AccountID) -> Int64? { balances[account] }
}
