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

    /// Most septets of one message that is sent in one part (TS 23.040 9.2.3.24.1).
    private static let septetsMax = 160

    /// The texts to payer and receiver, each in the language of its reader; one that fees and taxes
    /// make too long leaves the date out, which every phone shows beside a message.
    func texts(for payment: PostedPayment) -> (toPayer: String, toPayee: String) {
        let payer = Reader(debitParty, payment.balance(of: payment.debitParty))
        let payee = Reader(creditParty, payment.balance(of: payment.creditParty))
        return (
            fitting(payer.templates.pair(payment.kind).toPayer, payment, payer),
            fitting(payee.templates.pair(payment.kind).toPayee, payment, payee)
        )
    }

    /// Who reads a message, in which language, and what is left to her.
    private struct Reader {
        let language: String
        let templates: MessageTemplates
        let numbers: NumberStyle
        let balance: Int64

        init(_ party: Party, _ balance: Int64?) {
            (language, templates) = MessageTemplates.of(language: party.language)
            numbers = .of(language: language)
            self.balance = balance ?? 0
        }
    }

    private func fitting(
        _ template: MessageTemplate,
        _ payment: PostedPayment,
        _ reader: Reader
    ) -> String {
        let full = template.filled { value($0, payment, reader, isDated: true) }
        guard TextSize.measure(full).units > Self.septetsMax else { return full }
        return template.filled { value($0, payment, reader, isDated: false) }
    }

    private func value(
        _ hole: MessageTemplate.Hole,
        _ payment: PostedPayment,
        _ reader: Reader,
        isDated: Bool
    ) -> String {
        switch hole {
        case .id: payment.transactionReference
        case .sum: amount(payment.amount, tariff.currency.code, reader)
        case .when: isDated ? when(payment.at, reader) : ""
        case .price: price(payment.paid(by: payment.debitParty), reader, always: true)
        case .due: price(payment.paid(by: payment.debitParty), reader, always: false)
        case .toll: price(payment.paid(by: payment.creditParty), reader, always: false)
        case .commission: said(reader.templates.commission, payment.commission, reader)
        case .earned:
            payment.commission > 0
                ? said(reader.templates.commission, payment.commission, reader) : ""
        case .balance: amount(reader.balance, "", reader)
        case .payer: "\(debitParty.name) \(debitParty.number.local)"
        case .payee: "\(creditParty.name) \(creditParty.number.local)"
        case .till: payment.kind == .deposit ? debitParty.partyName : creditParty.partyName
        case .date, .amount: ""
        }
    }

    /// `Fee 7.00. ` and, where there is one, `Tax 1.40. `; a fee of nothing is told if asked.
    private func price(_ share: Cost.Share, _ reader: Reader, always: Bool) -> String {
        let words = reader.templates
        return (always || share.fee > 0 ? said(words.fee, share.fee, reader) : "")
            + (share.tax > 0 ? said(words.tax, share.tax, reader) : "")
    }

    private func said(_ words: MessageTemplate, _ minorUnits: Int64, _ reader: Reader) -> String {
        words.filled { _ in amount(minorUnits, "", reader) }
    }

    /// An amount as the language writes it, without its currency where the code is empty.
    private func amount(_ minorUnits: Int64, _ code: String, _ reader: Reader) -> String {
        let format = AmountFormat(code: code, minorDigits: tariff.currency.minorDigits)
        let text = format.text(minorUnits: minorUnits, in: reader.numbers)
        guard code.isEmpty else { return text }
        // The blank that stands between code and digits.
        return String(
            text.first == " " ? text.dropFirst() : text.dropLast(text.last == " " ? 1 : 0)
        )
    }

    private func when(_ milliseconds: Int64, _ reader: Reader) -> String {
        let time = LocalTime(milliseconds: milliseconds, offsetMinutes: tariff.utcOffsetMinutes)
        let style = DateStyle.of(language: reader.language, country: tariff.country.rawValue)
        return reader.templates.when.filled { _ in time.moment.map(style.text) ?? "" }
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
