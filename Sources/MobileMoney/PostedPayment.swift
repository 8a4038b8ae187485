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
    /// What the payer paid on top; 0 when the rows are only the receiver's.
    private(set) var fee: Int64 = 0
    /// What the operator paid the agent.
    private(set) var commission: Int64 = 0
    /// Milliseconds since 1970.
    let at: Int64
    private var balances: [AccountID: Int64] = [:]

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
            if row.code == .fee { fee = fee.saturatingAdd(row.amount.minorUnits) }
            if row.code == .commission {
                commission = commission.saturatingAdd(row.amount.minorUnits)
            }
            balances[row.debit] = row.debitBalanceAfter
            balances[row.credit] = row.creditBalanceAfter
        }
    }

    /// The balance of an account after the whole payment; nil for a stranger.
    func balance(of account: AccountID) -> Int64? { balances[account] }
}
