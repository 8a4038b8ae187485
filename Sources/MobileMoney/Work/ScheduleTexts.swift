// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Ledger

/// The text messages of what happens by itself, and of what programmes pay, each in the language of
/// its reader and at most one part of 160 septets.
struct ScheduleTexts: Sendable {
    let tariff: Tariff

    /// What a wallet's owner reads when it takes a step to sleep.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - lastUse: when she used it last.
    ///   - next: when the next step comes; not read where there is none.
    ///   - kept: the minor units that are kept apart for her.
    ///   - language: the BCP 47 code of what she chose; nil for none.
    /// - Returns: the text; nil for a silent step.
    func text(
        _ step: Dormancy.Step,
        lastUse: Timestamp,
        next: Timestamp,
        kept: Int64,
        language: String?
    ) -> String? {
        let (code, templates) = ScheduleTemplates.of(language: language)
        let template: String
        switch step {
        case .awake, .sealed: return nil
        case .noticed: template = templates.noticed
        case .blocked: template = templates.blocked
        case .closed: template = kept > 0 ? templates.closed : templates.closedEmpty
        }
        return ScheduleTemplates.filled(
            template,
            [
                "name": tariff.smsSender, "since": local(lastUse).dateText,
                "next": local(next).dateText, "sum": sum(kept, code),
            ]
        )
    }

    /// What the receiver of a hold reads when it is paid out.
    func released(_ row: PostedTransfer, from payer: String, language: String?) -> String {
        text(\.released, row, payer, row.creditBalanceAfter, language)
    }

    /// What the payer of a hold reads when it is paid out.
    func paidOut(_ row: PostedTransfer, to payee: String, language: String?) -> String {
        text(\.paidOut, row, payee, row.debitBalanceAfter, language)
    }

    /// What somebody reads whom a programme pays: also that nobody may ask for a fee.
    func disbursed(_ row: PostedTransfer, from programme: String, language: String?) -> String {
        text(\.disbursed, row, programme, row.creditBalanceAfter, language)
    }

    private func text(
        _ template: KeyPath<ScheduleTemplates, String>,
        _ row: PostedTransfer,
        _ who: String,
        _ balance: Int64,
        _ language: String?
    ) -> String {
        let (code, templates) = ScheduleTemplates.of(language: language)
        return ScheduleTemplates.filled(
            templates[keyPath: template],
            [
                "id": row.reference, "sum": sum(row.amount.minorUnits, code), "who": who,
                "when": local(row.at).shortText, "balance": bare(balance, code),
            ]
        )
    }

    /// A message from the operator.
    func message(to msisdn: UInt64, _ text: String, at moment: Timestamp) -> OutboxMessage {
        OutboxMessage(to: msisdn, from: tariff.smsSender, text: text, at: moment)
    }

    /// An amount with its currency, as the language writes it.
    private func sum(_ minorUnits: Int64, _ language: String) -> String {
        amount(minorUnits, tariff.currency.code, language)
    }

    /// An amount without its currency.
    private func bare(_ minorUnits: Int64, _ language: String) -> String {
        amount(minorUnits, "", language).trimmed
    }

    private func amount(_ minorUnits: Int64, _ code: String, _ language: String) -> String {
        AmountFormat(code: code, minorDigits: tariff.currency.minorDigits)
            .text(minorUnits: minorUnits, in: .of(language: language))
    }

    private func local(_ moment: Timestamp) -> LocalTime {
        LocalTime(milliseconds: moment.milliseconds, offsetMinutes: tariff.utcOffsetMinutes)
    }
}

extension String {
    /// Without the blank that stands between a currency's code and the digits.
    fileprivate var trimmed: String {
        String(first == " " ? dropFirst() : dropLast(last == " " ? 1 : 0))
    }
}
