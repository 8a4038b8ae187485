// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger

/// What an operation changes, once it is known that it can be done.
struct StaffPlan: Sendable {
    /// Limits and flags of accounts.
    var settings: [AccountSetting] = []
    /// What moves when the request is approved.
    var transfers: [Transfer] = []
    /// What is held from the request until it is decided.
    var holds: [Transfer] = []
    /// The wallet as it is written.
    var wallet: Wallet?
    /// Other documents.
    var records: [RecordChange] = []
    /// What the owners of wallets are told; the balance of an account stands where one is named.
    var notices: [Notice] = []

    /// A message to one owner.
    struct Notice: Sendable {
        let to: UInt64
        let text: String
        /// The account whose balance is told after the text.
        var account: AccountID?
    }

    /// Puts a one-time code in the place of a PIN.
    mutating func set(_ code: PINHash?, until: Instant) {
        guard let code else { return }
        wallet?.body.pin = code
        wallet?.body.codeUntil = until.milliseconds
    }

    /// The command that does it, but for the request's own document and the audit entry.
    func command(key: IdempotencyKey, at now: Instant, sender: String)
        -> LedgerCommand
    {
        let notices = notices
        return LedgerCommand(
            key: key,
            at: Timestamp(now),
            settings: settings,
            transfers: transfers,
            records: (wallet.map { [$0.change] } ?? []) + records,
            announce: { rows in
                notices.map { notice in
                    let row = rows.last {
                        $0.debit == notice.account || $0.credit == notice.account
                    }
                    let balance = notice.account.flatMap { row?.balanceAfter(of: $0) }
                    let amount = balance.flatMap { units in
                        row.map { Amount(minorUnits: units, currency: $0.amount.currency) }
                    }
                    let tail = amount.map { " New balance \($0.formatted)." } ?? ""
                    return OutboxMessage(
                        to: notice.to,
                        from: sender,
                        text: notice.text + tail,
                        at: Timestamp(now)
                    )
                }
            }
        )
    }
}
