// SPDX-License-Identifier: Apache-2.0

/// What happened to one account, newest first, with its balance after each transfer.
///
/// Figures are credits less debits, as the owner of a wallet counts.
public struct AccountStatement: Hashable, Sendable {
    /// One transfer as the account sees it.
    public struct Line: Hashable, Sendable {
        /// The transfer.
        public let transfer: PostedTransfer
        /// The change of the balance in minor units; 0 for what only held or let go.
        public let change: Int64
        /// The balance afterwards in minor units.
        public let balance: Int64
        /// The account on the other side.
        public let other: AccountID
    }

    /// The account.
    public let account: Account
    /// The transfers, newest first.
    public let lines: [Line]

    /// Takes the rows of an account, newest first; rows of others are left out.
    public init(of account: Account, rows: [PostedTransfer]) {
        self.account = account
        lines = rows.compactMap { row in
            row.balanceAfter(of: account.id).map { balance in
                Line(
                    transfer: row,
                    change: row.change(of: account.id),
                    balance: balance,
                    other: row.debit == account.id ? row.credit : row.debit
                )
            }
        }
    }

    /// The lines in columns for people.
    public func text(naming: BookNaming) -> String {
        var table = BookTable(words: [0, 4, 5])
        table.add("at", "transfer", "change", "balance", "held", "what and with whom")
        for line in lines {
            let row = line.transfer
            let reference = row.reference.isEmpty ? "" : " \(row.reference)"
            table.add(
                naming.time(row.at),
                String(row.id.rawValue),
                line.change == 0 ? "" : figure(line.change),
                figure(line.balance),
                row.kind == .posted ? "" : naming.word(for: row.kind),
                naming.purpose(row.code) + reference + " " + naming.account(line.other)
            )
        }
        return table.text
    }

    /// One object of JSON a line; amounts are decimal strings.
    public func json(naming: BookNaming) -> String {
        lines.map { line in
            let row = line.transfer
            return JSONLine([
                ("transfer", .number(row.id.rawValue)), ("at", .text(naming.time(row.at))),
                ("kind", .text(naming.word(for: row.kind))),
                ("purpose", .text(naming.purpose(row.code))),
                ("reference", .text(row.reference)), ("other", .text(naming.account(line.other))),
                ("currency", .text(account.currency.code)),
                ("change", .text(account.currency.text(Int128(line.change)))),
                ("balance", .text(account.currency.text(Int128(line.balance)))),
            ]).text + "\n"
        }.joined()
    }

    private func figure(_ units: Int64) -> String {
        account.currency.text(Int128(units), grouping: ",")
    }
}
