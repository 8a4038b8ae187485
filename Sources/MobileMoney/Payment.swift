// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger

/// A payment about to be posted: both parties as they stand, and what was quoted.
struct Payment: Sendable {
    let kind: PaymentKind
    let amount: Int64
    /// What was quoted.
    let cost: Cost
    /// Who calls and pays: the customer, or for a deposit the agent.
    let payer: Wallet
    let payee: Wallet
    /// What the payer paid before.
    let activity: Activity
    /// What the payee received before; nil when it is not counted.
    let income: Income?
    /// The hash of the payer's PIN to be kept from now on; nil when the kept one stays.
    var renewal: PINRenewal?

    /// The account that pays.
    var debitParty: AccountID { kind == .deposit ? payer.float : payer.main }

    /// The account that is paid.
    var creditParty: AccountID { kind == .withdraw ? payee.float : payee.main }

    /// What leaves the paying account.
    var total: Int64 { amount.saturatingAdd(cost.sender.total) }

    /// The agent's float in a payment at an agent.
    private var agent: AccountID? {
        switch kind {
        case .send: nil
        case .withdraw: creditParty
        case .deposit: debitParty
        }
    }

    /// How the other party is named before the payment.
    var payeeName: String { kind == .withdraw ? payee.partyName : payee.body.name }

    /// One linked group: the movement, then fee and taxes of both parties, and the commission.
    func transfers(reference: String, tariff: Tariff) -> [Transfer] {
        var rows = [(debitParty, creditParty, amount, kind.code)]
        for (party, share) in [(debitParty, cost.sender), (creditParty, cost.receiver)] {
            rows.append((party, ChartOfAccounts.fees, share.income, .fee))
            rows.append((party, ChartOfAccounts.tax, share.feeTax, .feeTax))
            rows.append((party, ChartOfAccounts.tax, share.tax, .tax))
        }
        if let agent {
            rows.append((ChartOfAccounts.commission, agent, cost.commission, .commission))
        }
        return rows.filter { $0.2 > 0 }.map { debit, credit, units, code in
            Transfer(
                debit: debit,
                credit: credit,
                amount: tariff.amount(units),
                code: code,
                reference: reference
            )
        }
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
            activity.after(paying: amount, by: kind, key: key, at: time).change,
            RecordChange(
                key: RecordKind.receipt.key(reference.number),
                expectedVersion: 0,
                body: entry.recordBytes
            ),
        ]
        if let income { records.append(income.change(receiving: amount, by: kind, at: time)) }
        let isRenewed = renewal.map { $0.old == payer.body.pin } ?? false
        if payer.hasWrongTries || isRenewed {
            var next = payer.afterRightPIN()
            if isRenewed { next.body.pin = renewal?.new }
            records.append(next.change)
        }
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

/// A hash to be put in the place of another one, unless that was changed meanwhile.
struct PINRenewal: Hashable, Sendable {
    let old: PINHash?
    let new: PINHash
}
