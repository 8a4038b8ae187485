// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger

/// The text messages of what happens by itself, each at most one part of 160 septets.
struct ScheduleTexts: Sendable {
    let tariff: Tariff

    /// What a wallet's owner reads when it takes a step to sleep.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - lastUse: when she used it last.
    ///   - next: when the next step comes; not read where there is none.
    ///   - kept: the minor units that are kept apart for her.
    /// - Returns: the text; nil for a silent step.
    func text(
        _ step: Dormancy.Step,
        lastUse: Timestamp,
        next: Timestamp,
        kept: Int64
    ) -> String? {
        let name = tariff.smsSender
        let since = "used since \(date(lastUse))"
        switch step {
        case .awake, .sealed:
            return nil
        case .noticed:
            return "Your \(name) wallet has not been \(since). From \(date(next)) nothing can "
                + "be sent or taken out. To keep it, send money or visit an agent for cash."
        case .blocked:
            return "Your \(name) wallet has not been \(since). Nothing can be sent or taken out "
                + "now. To use it, give cash to an agent. It closes on \(date(next))."
        case .closed where kept > 0:
            let sum = "\(tariff.currency.code) \(tariff.amount(kept).formatted)"
            return "Your \(name) wallet, not \(since), is closed. \(sum) is kept for you. To "
                + "get it, show your identity card at a \(name) shop."
        case .closed:
            return "Your \(name) wallet, not \(since), is closed. It was empty. To open it "
                + "again, show your identity card at a \(name) shop."
        }
    }

    /// What the receiver of a hold reads when it is paid out.
    func released(_ row: PostedTransfer, from payer: String) -> String {
        "\(row.reference) Confirmed. \(sum(row)) that was held from \(payer) is yours since "
            + "\(time(row.at)). New balance \(tariff.amount(row.creditBalanceAfter).formatted)."
    }

    /// What the payer of a hold reads when it is paid out.
    func paidOut(_ row: PostedTransfer, to payee: String) -> String {
        "\(row.reference) Confirmed. \(sum(row)) that was held went to \(payee) on "
            + "\(time(row.at)). New balance \(tariff.amount(row.debitBalanceAfter).formatted)."
    }

    /// A message from the operator.
    func message(to msisdn: UInt64, _ text: String, at moment: Timestamp) -> OutboxMessage {
        OutboxMessage(to: msisdn, from: tariff.smsSender, text: text, at: moment)
    }

    private func sum(_ row: PostedTransfer) -> String {
        "\(tariff.currency.code) \(row.amount.formatted)"
    }

    private func time(_ moment: Timestamp) -> String { local(moment).shortText }

    private func date(_ moment: Timestamp) -> String { local(moment).dateText }

    private func local(_ moment: Timestamp) -> LocalTime {
        LocalTime(milliseconds: moment.milliseconds, offsetMinutes: tariff.utcOffsetMinutes)
    }
}
