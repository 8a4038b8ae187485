// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger

/// A payment from a programme to a wallet: what a line of a batch becomes in the ledger.
struct Disbursement: Sendable {
    let line: PaymentLine
    let programme: Programme
    let payee: Wallet
    let keys: BulkKeys
    let tariff: Tariff
    /// The BCP 47 code of the language that the receiver chose; nil for none.
    var language: String?

    /// How often another receipt number is drawn when one is taken.
    static let attemptsMax = 4 as UInt8

    /// The whole command: movement, receipt number, and the message to who is paid.
    ///
    /// The receiver pays no fee, and the message says that nobody may ask for one.
    func command(attempt: UInt8, at now: Timestamp) -> LedgerCommand {
        let key = keys.receipt(line, of: programme)
        let time = LocalTime(
            milliseconds: now.milliseconds,
            offsetMinutes: tariff.utcOffsetMinutes
        )
        let reference = TransactionReference(key: key, attempt: attempt, at: time)
        let place = keys.payment(line)
        let entry = ReceiptEntry(
            wallet: WalletID(rawValue: programme.number),
            keyHigh: place.high,
            keyLow: place.low
        )
        let receipt = RecordChange(
            key: RecordKind.receipt.key(reference.number),
            expectedVersion: 0,
            body: entry.recordBytes
        )
        let transfer = Transfer(
            debit: programme.account,
            credit: payee.main,
            amount: tariff.amount(line.amount),
            code: .disbursement,
            reference: reference.text
        )
        return LedgerCommand(
            key: place,
            at: now,
            transfers: [transfer],
            records: [receipt],
            announce: { rows in rows.first.map { [message(for: $0)] } ?? [] }
        )
    }

    /// Whether a row is this payment and not that of a line that was changed since.
    func isPaid(by row: PostedTransfer) -> Bool {
        Self.isPaid(line, by: row, programme: programme, keys: keys, tariff: tariff)
    }

    /// Whether a row paid a line as it stands: its receipt number follows from all the line says.
    static func isPaid(
        _ line: PaymentLine,
        by row: PostedTransfer,
        programme: Programme,
        keys: BulkKeys,
        tariff: Tariff
    ) -> Bool {
        guard row.debit == programme.account, row.amount == tariff.amount(line.amount) else {
            return false
        }
        let time = LocalTime(
            milliseconds: row.at.milliseconds,
            offsetMinutes: tariff.utcOffsetMinutes
        )
        let key = keys.receipt(line, of: programme)
        return (0...attemptsMax).contains { attempt in
            TransactionReference(key: key, attempt: attempt, at: time).text == row.reference
        }
    }

    private func message(for row: PostedTransfer) -> OutboxMessage {
        let texts = ScheduleTexts(tariff: tariff)
        let text = texts.disbursed(row, from: programme.name, language: language)
        return texts.message(to: line.msisdn.digits, text, at: row.at)
    }
}

extension TransferCode {
    /// From a programme to a wallet, as a line of a batch asked.
    static let disbursement = TransferCode(24)
}
