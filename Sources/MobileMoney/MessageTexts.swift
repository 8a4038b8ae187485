// SPDX-License-Identifier: Apache-2.0
import Dialogue
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

    /// The texts to payer and receiver.
    func texts(for payment: PostedPayment) -> (toPayer: String, toPayee: String) {
        let id = payment.transactionReference
        let sum = "\(tariff.currency.code) \(plain(payment.amount))"
        let date =
            LocalTime(milliseconds: payment.at, offsetMinutes: tariff.utcOffsetMinutes).moment
            .map { DateStyle.of(language: "en", country: tariff.country.rawValue).text($0) } ?? ""
        let fee = plain(payment.fee)
        let payerBalance = plain(payment.balance(of: payment.debitParty) ?? 0)
        let payeeBalance = plain(payment.balance(of: payment.creditParty) ?? 0)
        let payer = "\(debitParty.name) \(debitParty.number.local)"
        let payee = "\(creditParty.name) \(creditParty.number.local)"
        switch payment.kind {
        case .send:
            return (
                "\(id) Confirmed. \(sum) sent to \(payee) on \(date). Fee \(fee). "
                    + "New balance \(payerBalance).",
                "\(id) Confirmed. You received \(sum) from \(payer) on \(date). "
                    + "New balance \(payeeBalance)."
            )
        case .withdraw:
            return (
                "\(id) Confirmed. Take \(sum) cash from \(creditParty.partyName) on \(date). "
                    + "Fee \(fee). New balance \(payerBalance).",
                "\(id) Confirmed. Give \(sum) cash to \(payer) on \(date). "
                    + "New float \(payeeBalance)."
            )
        case .deposit:
            return (
                "\(id) Confirmed. Take \(sum) cash from \(payee) on \(date). "
                    + "Commission \(plain(payment.commission)). New float \(payerBalance).",
                "\(id) Confirmed. You gave \(sum) cash to \(debitParty.partyName) on \(date). "
                    + "New balance \(payeeBalance)."
            )
        }
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
