// SPDX-License-Identifier: Apache-2.0

/// Transfers as JSON, one object a line; amounts are decimal strings.
///
/// Account numbers and hashes are members only where numbers are shown in full.
public struct JSONLinesExport: LedgerExport {
    private let naming: BookNaming

    /// Makes the writer.
    public init(naming: BookNaming) {
        self.naming = naming
    }

    /// Nothing.
    public mutating func begin() -> String { "" }

    /// One object and its line end.
    public mutating func add(_ row: PostedTransfer) -> String {
        let currency = row.amount.currency
        func amount(_ units: Int64) -> JSONLine.Value { .text(currency.text(Int128(units))) }
        var members: [(name: String, value: JSONLine.Value)] = [
            ("transfer", .number(row.id.rawValue)), ("group", .number(row.group.rawValue)),
            ("at", .text(naming.time(row.at))), ("kind", .text(naming.word(for: row.kind))),
        ]
        if let hold = row.kind.pending { members.append(("hold", .number(hold.rawValue))) }
        if let original = row.kind.original {
            members.append(("original", .number(original.rawValue)))
        }
        if case .pending(let moment) = row.kind {
            members.append(("expires", .text(naming.time(moment))))
        }
        members += [
            ("debit", .text(naming.account(row.debit))),
            ("credit", .text(naming.account(row.credit))), ("currency", .text(currency.code)),
            ("amount", amount(row.amount.minorUnits)), ("code", .number(Int64(row.code.rawValue))),
            ("purpose", .text(naming.purpose(row.code))), ("reference", .text(row.reference)),
            ("debit_balance", amount(row.debitBalanceAfter)),
            ("credit_balance", amount(row.creditBalanceAfter)),
        ]
        if naming.showsNumbers {
            members += [
                ("debit_account", .text(String(row.debit.rawValue))),
                ("credit_account", .text(String(row.credit.rawValue))),
                ("hash", .text(row.hash.description)),
            ]
        }
        return JSONLine(members).text + "\n"
    }

    /// Nothing.
    public mutating func end() -> String { "" }
}
