// SPDX-License-Identifier: Apache-2.0

/// Transfers as comma-separated values: one row each, guarded against formulas.
///
/// Account numbers and hashes are columns only where numbers are shown in full.
public struct CSVExport: LedgerExport {
    private let naming: BookNaming

    /// Makes the writer.
    public init(naming: BookNaming) {
        self.naming = naming
    }

    /// The row with the names of the columns.
    public mutating func begin() -> String {
        var columns = [
            "transfer", "group", "at", "kind", "hold", "debit", "credit", "currency", "amount",
            "code", "purpose", "reference", "debit_balance", "credit_balance",
            "original",
        ]
        if naming.showsNumbers { columns += ["debit_account", "credit_account", "hash"] }
        return CSVText.row(words: columns)
    }

    /// One row.
    public mutating func add(_ row: PostedTransfer) -> String {
        let currency = row.amount.currency
        func amount(_ units: Int64) -> CSVText.Field { .number(currency.text(Int128(units))) }
        var fields: [CSVText.Field] = [
            .number(String(row.id.rawValue)), .number(String(row.group.rawValue)),
            .text(naming.time(row.at)), .text(naming.word(for: row.kind)),
            .number(row.kind.pending.map { String($0.rawValue) } ?? ""),
            .text(naming.account(row.debit)), .text(naming.account(row.credit)),
            .text(currency.code), amount(row.amount.minorUnits),
            .number(String(row.code.rawValue)), .text(naming.purpose(row.code)),
            .text(row.reference), amount(row.debitBalanceAfter), amount(row.creditBalanceAfter),
            .number(row.kind.original.map { String($0.rawValue) } ?? ""),
        ]
        if naming.showsNumbers {
            fields += [
                .number(String(row.debit.rawValue)), .number(String(row.credit.rawValue)),
                .text(row.hash.description),
            ]
        }
        return CSVText.row(fields)
    }

    /// Nothing.
    public mutating func end() -> String { "" }
}
