// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger

/// A payment about to be posted: both parties as they stand, and what was quoted.
struct Payment: Sendable {
    let kind: PaymentKind
    let amount: Int64
    let fee: Int64
    /// Who calls and pays: the customer, or for a deposit the agent.
    let payer: Wallet
    let payee: Wallet
    let activity: Activity

    /// The account that pays.
    var debitParty: AccountID { kind == .deposit ? payer.float : payer.main }

    /// The account that is paid.
    var creditParty: AccountID { kind == .withdraw ? payee.float : payee.main }

    /// What leaves the paying account.
    var total: Int64 { amount.saturatingAdd(fee) }

    /// How the other party is named before the payment.
    var payeeName: String { kind == .withdraw ? payee.partyName : payee.body.name }

    /// One linked group: the movement, then fee and commission.
    func transfers(reference: String, tariff: Tariff) -> [Transfer] {
        var transfers = [
            Transfer(
                debit: debitParty,
                credit: creditParty,
                amount: tariff.amount(amount),
                code: kind.code,
                reference: reference
            )
        ]
        if fee > 0 {
            transfers.append(
                Transfer(
                    debit: debitParty,
                    credit: ChartOfAccounts.fees,
                    amount: tariff.amount(fee),
                    code: .fee,
                    reference: reference
                )
            )
        }
        let commission = kind == .deposit ? tariff.commission(for: amount) : 0
        if commission > 0 {
            transfers.append(
                Transfer(
                    debit: ChartOfAccounts.commission,
                    credit: debitParty,
                    amount: tariff.amount(commission),
                    code: .commission,
                    reference: reference
                )
            )
        }
        return transfers
    }

    /// The whole command: movement, messages in the `language` of each party, totals, receipt
    /// number, and wrong PINs forgotten.
    func command(
        key: ServiceKey,
        attempt: UInt8,
        at now: Int64,
        tariff: Tariff,
        language: (MSISDN) -> String?
    ) throws(WalletFault) -> LedgerCommand {
        guard let debit = MessageTexts.Party(payer, language: language),
            let credit = MessageTexts.Party(payee, language: language)
        else { throw .incomplete }
        let time = LocalTime(milliseconds: now, offsetMinutes: tariff.utcOffsetMinutes)
        let reference = TransactionReference(key: key, attempt: attempt, at: time)
        let entry = ReceiptEntry(wallet: payer.id, keyHigh: key.high, keyLow: key.low)
        var records = [
            activity.after(paying: amount, counts: kind != .deposit, key: key, at: time)
                .change,
            RecordChange(
                key: RecordKind.receipt.key(reference.number),
                expectedVersion: 0,
                body: entry.recordBytes
            ),
        ]
        if payer.hasWrongTries { records.append(payer.afterRightPIN().change) }
        let texts = MessageTexts(tariff: tariff, debitParty: debit, creditParty: credit)
        return LedgerCommand(
            key: key.ledgerKey,
            at: Timestamp(milliseconds: now),
            transfers: transfers(reference: reference.text, tariff: tariff),
            records: records,
            announce: { rows in PostedPayment(rows).map(texts.messages) ?? [] }
        )
    }
}
