// SPDX-License-Identifier: Apache-2.0
public import GSM
import Ledger
public import SourceText

/// One payment of a batch, as its line asks for it.
public struct PaymentLine: Hashable, Sendable {
    /// Which payment of the batch it is, counted from 1.
    public let number: Int
    /// The line of the file, counted from 1.
    public let line: Int
    /// Who is paid.
    public let msisdn: MSISDN
    /// How much, in minor units.
    public let amount: Int64
    /// The `requestingOrganisationTransactionReference` of the GSMA Mobile Money API; may be empty.
    public let reference: String
    /// The name for a wallet that is opened; may be empty.
    public let name: String
}

/// A file of payments: `msisdn,amount` and perhaps `reference` and `name`, a line each.
///
/// Everything is read and judged before anything is paid; with one mistake nothing is.
public struct PaymentFile: Sendable {
    /// The payments, when there is no mistake.
    public let lines: [PaymentLine]
    /// The first mistakes, in the order of the file.
    public let diagnostics: [Diagnostic]
    /// How many mistakes there are.
    public let mistakeCount: Int
    /// The text for showing mistakes, numbers masked unless asked for.
    public let source: SourceFile

    /// The columns there may be.
    static let columns = ["msisdn", "amount", "reference", "name"]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: the whole text.
    ///   - tariff: the country of the numbers, and the currency and the greatest amount.
    ///   - showsNumbers: whether mistakes are shown with numbers in full.
    public init(_ file: SourceFile, tariff: Tariff, showsNumbers: Bool = false) {
        var mistakes = BulkMistakes()
        var sheet = BulkSheet(file, known: Self.columns, needed: ["msisdn", "amount"], &mistakes)
        var lines: [PaymentLine] = []
        var stretches: [Range<Int>] = []
        var references: [String: Int] = [:]
        while let cells = sheet.next(&mistakes) {
            let place = cells.range(of: "msisdn")
            stretches.append(place.lower..<place.upper)
            let reference = cells["reference"]
            if reference.utf8.count > BulkLimits.referenceBytesMax {
                mistakes.add(.longReference, at: cells.range(of: "reference"))
            }
            if !reference.isEmpty, let earlier = references[reference] {
                let doubled = BulkMistake.doubled(what: "reference", line: earlier)
                mistakes.add(doubled, at: cells.range(of: "reference"))
            }
            references[reference] = cells.line
            if cells["name"].utf8.count > BulkLimits.nameBytesMax {
                mistakes.add(.name, at: cells.range(of: "name"))
            }
            let number = cells.number(tariff, &mistakes)
            let amount = cells.amount("amount", of: tariff, &mistakes)
            guard let number, let amount, mistakes.count == 0 else { continue }
            lines.append(
                PaymentLine(
                    number: cells.number,
                    line: cells.line,
                    msisdn: number,
                    amount: amount,
                    reference: reference,
                    name: cells["name"]
                )
            )
        }
        self.lines = mistakes.count == 0 ? lines : []
        diagnostics = mistakes.found
        mistakeCount = mistakes.count
        source =
            showsNumbers
            ? file : MaskedSource.of(file, hiding: stretches, andRunsIn: sheet.oddRows)
    }
}

extension BulkSheet.Cells {
    /// The phone number of the row; nil, and a mistake, when it is none of the tariff's country.
    func number(_ tariff: Tariff, _ mistakes: inout BulkMistakes) -> MSISDN? {
        if let number = MSISDN.parse(self["msisdn"], in: tariff.country),
            number.country == tariff.country
        {
            return number
        }
        mistakes.add(.number(country: tariff.country.rawValue), at: range(of: "msisdn"))
        return nil
    }

    /// The amount in a column in minor units; nil, and a mistake, when it is none above nothing.
    func amount(
        _ column: String,
        of tariff: Tariff,
        mayBeZero: Bool = false,
        _ mistakes: inout BulkMistakes
    ) -> Int64? {
        let text = self[column]
        if text.isEmpty, mayBeZero { return 0 }
        guard let units = Amount(parsing: text, currency: tariff.currency)?.minorUnits,
            units > 0 || mayBeZero
        else {
            mistakes.add(.amount(currency: tariff.currency.code), at: range(of: column))
            return nil
        }
        guard units <= tariff.greatest else {
            let most = tariff.amount(tariff.greatest).formatted
            mistakes.add(.tooMuch(most: most), at: range(of: column))
            return nil
        }
        return units
    }
}
