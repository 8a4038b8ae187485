// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger

/// The results file of a batch: a row a line, with the field names of the GSMA Mobile Money API.
///
/// A refused line has its `rejectionReason`; one that is done its `transactionReference` and
/// `completionDate`.
public struct BulkResults: Sendable {
    private let showsNumbers: Bool
    private let tariff: Tariff

    /// Makes the writer.
    public init(tariff: Tariff, showsNumbers: Bool) {
        self.tariff = tariff
        self.showsNumbers = showsNumbers
    }

    /// The row with the names of the columns.
    public var header: String {
        CSVText.row(words: [
            "line", "party", "amount", "currency", "requestingOrganisationTransactionReference",
            "result", "transactionReference", "completionDate", "rejectionReason", "explanation",
        ])
    }

    /// The row of a payment; `word` says what `done` means here.
    public func row(_ line: PaymentLine, _ outcome: BulkOutcome, done word: String) -> String {
        row(line.line, party(line.msisdn), line.amount, line.reference, outcome, done: word)
    }

    /// The row of an opening balance; `word` says what `done` means here.
    public func row(_ line: OpeningLine, _ outcome: BulkOutcome, done word: String) -> String {
        let party: String
        switch line.party {
        case .wallet(let opening): party = self.party(opening.msisdn)
        case .programme(let name): party = "programme:\(name)"
        }
        return row(line.line, party, line.amount, "", outcome, done: word)
    }

    /// A number without its plus, which a spreadsheet would take for a formula.
    private func party(_ number: MSISDN) -> String {
        String((showsNumbers ? number.e164 : number.masked).dropFirst())
    }

    private func row(
        _ line: Int,
        _ party: String,
        _ amount: Int64,
        _ reference: String,
        _ outcome: BulkOutcome,
        done word: String
    ) -> String {
        var cells = ["", "", "", "", ""]
        switch outcome {
        case .done(let receipt, let moment): cells = [word, receipt, date(moment), "", ""]
        case .skipped(let receipt, let moment): cells = ["skipped", receipt, date(moment), "", ""]
        case .refused(let reason):
            cells = ["refused", "", "", reason.rawValue, reason.explanation]
        case .failed(let words): cells = ["refused", "", "", "RequestDeclined", words]
        }
        let fields: [CSVText.Field] = [
            .number(String(line)), .text(party),
            .number(tariff.currency.text(Int128(amount))), .text(tariff.currency.code),
            .text(reference),
        ]
        return CSVText.row(fields + cells.map { .text($0) })
    }

    /// A moment in the tariff's time; empty for the beginning of time, which a forecast names.
    private func date(_ moment: Timestamp) -> String {
        guard moment.milliseconds > 0 else { return "" }
        return moment.calendarText(offsetMinutes: tariff.utcOffsetMinutes)
    }
}
