// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger

/// The text messages that announce a payment, each at most one part of 160 septets.
struct MessageTexts: Sendable {
    /// One party as a message names it.
    struct Party: Hashable, Sendable {
        let number: MSISDN
        /// A person's name, at most ``DisplayName/personMax`` characters.
        let name: String
        /// An agent's number and name, at most ``DisplayName/partyMax`` characters.
        let partyName: String
    }

    let tariff: Tariff
    let debitParty: Party
    let creditParty: Party

    /// The messages to both parties, the payer first.
    func messages(for payment: PostedPayment) -> [OutboxMessage] {
        let (toPayer, toPayee) = texts(for: payment)
        return [(debitParty, toPayer), (creditParty, toPayee)].map { party, text in
            OutboxMessage(
                to: party.number.digits,
                from: tariff.smsSender,
                text: text,
                at: Timestamp(milliseconds: payment.at)
            )
        }
    }

    /// Most septets of one message that is sent in one part (TS 23.040 9.2.3.24.1).
    private static let septetsMax = 160

    /// The texts to payer and receiver; one that fees and taxes make too long leaves the date out,
    /// which every phone shows beside a message.
    func texts(for payment: PostedPayment) -> (toPayer: String, toPayee: String) {
        let date = LocalTime(
            milliseconds: payment.at,
            offsetMinutes: tariff.utcOffsetMinutes
        ).shortText
        let full = texts(for: payment, when: " on \(date)")
        let short = texts(for: payment, when: "")
        func fitting(_ full: String, _ short: String) -> String {
            TextSize.measure(full).units <= Self.septetsMax ? full : short
        }
        return (fitting(full.toPayer, short.toPayer), fitting(full.toPayee, short.toPayee))
    }

    private func texts(
        for payment: PostedPayment,
        when: String
    ) -> (toPayer: String, toPayee: String) {
        let id = payment.transactionReference
        let sum = "\(tariff.currency.code) \(plain(payment.amount))"
        let fee = price(payment.paid(by: payment.debitParty), always: true)
        let due = price(payment.paid(by: payment.debitParty), always: false)
        let toll = price(payment.paid(by: payment.creditParty), always: false)
        let earned =
            payment.commission > 0 ? "Commission \(plain(payment.commission)). " : ""
        let payerBalance = plain(payment.balance(of: payment.debitParty) ?? 0)
        let payeeBalance = plain(payment.balance(of: payment.creditParty) ?? 0)
        let payer = "\(debitParty.name) \(debitParty.number.local)"
        let payee = "\(creditParty.name) \(creditParty.number.local)"
        switch payment.kind {
        case .send:
            return (
                "\(id) Confirmed. \(sum) sent to \(payee)\(when). \(fee)"
                    + "New balance \(payerBalance).",
                "\(id) Confirmed. You received \(sum) from \(payer)\(when). "
                    + "\(toll)New balance \(payeeBalance)."
            )
        case .withdraw:
            return (
                "\(id) Confirmed. Take \(sum) cash from \(creditParty.partyName)\(when). "
                    + "\(fee)New balance \(payerBalance).",
                "\(id) Confirmed. Give \(sum) cash to \(payer)\(when). "
                    + "\(toll)\(earned)New float \(payeeBalance)."
            )
        case .deposit:
            return (
                "\(id) Confirmed. Take \(sum) cash from \(payee)\(when). "
                    + "\(due)Commission \(plain(payment.commission)). New float \(payerBalance).",
                "\(id) Confirmed. You gave \(sum) cash to \(debitParty.partyName)\(when). "
                    + "\(toll)New balance \(payeeBalance)."
            )
        }
    }

    /// `Fee 7.00. ` and, where there is one, `Tax 1.40. `; a fee of nothing is told if asked.
    private func price(_ share: Cost.Share, always: Bool) -> String {
        (always || share.fee > 0 ? "Fee \(plain(share.fee)). " : "")
            + (share.tax > 0 ? "Tax \(plain(share.tax)). " : "")
    }

    private func plain(_ minorUnits: Int64) -> String { tariff.amount(minorUnits).formatted }
}

extension MessageTexts.Party {
    /// A wallet as messages name it; nil for a damaged document.
    init?(_ wallet: Wallet) {
        guard let number = wallet.msisdn else { return nil }
        self.init(number: number, name: wallet.body.name, partyName: wallet.partyName)
    }
}
