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
        /// The BCP 47 code of the language that the party chose; nil for none.
        var language: String?
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

    /// The texts to payer and receiver, each in the language of its reader.
    func texts(for payment: PostedPayment) -> (toPayer: String, toPayee: String) {
        let (payer, payerTemplates) = MessageTemplates.of(language: debitParty.language)
        let (payee, payeeTemplates) = MessageTemplates.of(language: creditParty.language)
        let toPayer = payerTemplates.pair(payment.kind).toPayer
        let toPayee = payeeTemplates.pair(payment.kind).toPayee
        return (
            filled(toPayer, payment, payer, payment.balance(of: payment.debitParty)),
            filled(toPayee, payment, payee, payment.balance(of: payment.creditParty))
        )
    }

    /// A template with its values; a value is never read as a template.
    private func filled(
        _ template: String,
        _ payment: PostedPayment,
        _ language: String,
        _ balance: Int64?
    ) -> String {
        var text = ""
        for part in template.split(separator: "{", omittingEmptySubsequences: false) {
            guard let end = part.firstIndex(of: "}") else {
                text += part
                continue
            }
            text += value(part[..<end], payment, language, balance)
            text += part[part.index(after: end)...]
        }
        return text
    }

    private func value(
        _ name: Substring,
        _ payment: PostedPayment,
        _ language: String,
        _ balance: Int64?
    ) -> String {
        switch name {
        case "id": payment.transactionReference
        case "sum": amount(payment.amount, tariff.currency.code, language)
        case "fee": amount(payment.fee, "", language)
        case "commission": amount(payment.commission, "", language)
        case "balance": amount(balance ?? 0, "", language)
        case "date": date(payment.at, language)
        case "payer": "\(debitParty.name) \(debitParty.number.local)"
        case "payee": "\(creditParty.name) \(creditParty.number.local)"
        case "till": payment.kind == .deposit ? debitParty.partyName : creditParty.partyName
        default: ""
        }
    }

    /// An amount as the language writes it, without its currency where the code is empty.
    private func amount(_ minorUnits: Int64, _ code: String, _ language: String) -> String {
        let format = AmountFormat(code: code, minorDigits: tariff.currency.minorDigits)
        let text = format.text(minorUnits: minorUnits, in: .of(language: language))
        guard code.isEmpty else { return text }
        // The blank that stands between code and digits.
        return String(
            text.first == " " ? text.dropFirst() : text.dropLast(text.last == " " ? 1 : 0)
        )
    }

    private func date(_ milliseconds: Int64, _ language: String) -> String {
        let time = LocalTime(milliseconds: milliseconds, offsetMinutes: tariff.utcOffsetMinutes)
        let style = DateStyle.of(language: language, country: tariff.country.rawValue)
        return time.moment.map(style.text) ?? ""
    }
}

extension MessageTexts.Party {
    /// A wallet as messages name it; nil for a damaged document.
    init?(_ wallet: Wallet, language: (MSISDN) -> String?) {
        guard let number = wallet.msisdn else { return nil }
        self.init(
            number: number,
            name: wallet.body.name,
            partyName: wallet.partyName,
            language: language(number)
        )
    }
}
