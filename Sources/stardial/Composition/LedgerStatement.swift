// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import MobileMoney

/// What `stardial ledger statement` does.
struct LedgerStatement {
    var reading: LedgerReading
    var account: String
    var span: BookSpan
    /// The number of the transfer to go on from; nil for the newest.
    var before: Int64?
    var limit: Int
    var json: Bool

    func run() throws {
        let ledger = try reading.open()
        defer { ledger.close() }
        let found = try reading.account(named: account, in: ledger)
        let (rows, next) = try page(of: found.id, in: ledger)
        let statement = AccountStatement(of: found, rows: rows)
        let naming = reading.naming(of: ledger)
        if json {
            Terminal.write(statement.json(naming: naming))
            if let next { Terminal.line(JSONLine([("next", .number(next))]).text) }
            return
        }
        Terminal.line("\(naming.account(found.id)) has \(found.balanceAmount).")
        Terminal.write("\n" + statement.text(naming: naming))
        if let next { Terminal.line("\nThere are older ones: go on with --before \(next).") }
    }

    /// The rows within the span, and the number of the transfer where the older ones begin.
    ///
    /// Of a cursor only the transfer is told: with the account's number beside it, a masked phone
    /// number could be found by trying all that fit.
    private func page(
        of id: AccountID,
        in ledger: SQLiteLedgerSnapshot
    ) throws(CommandFailure) -> (rows: [PostedTransfer], next: Int64?) {
        var rows: [PostedTransfer] = []
        var cursor = before.map { StatementCursor(account: id, transfer: TransferID($0)) }
        while true {
            let page: StatementPage
            do throws(LedgerStoreError) {
                page = try ledger.statement(of: id, before: cursor, limit: limit - rows.count)
            } catch .refused {
                throw CommandFailure(
                    .usage,
                    "--before \(before ?? 0) is no place in this statement. Nothing was read. Use "
                        + "the number that the page before ended with."
                )
            } catch {
                throw reading.failure(error)
            }
            for row in page.rows.map(\.transfer) {
                if let from = span.from, row.at < from { return (rows, nil) }
                if span.contains(row.at) { rows.append(row) }
            }
            guard let next = page.next else { return (rows, nil) }
            if rows.count >= limit { return (rows, next.transfer.rawValue) }
            cursor = next
        }
    }
}
