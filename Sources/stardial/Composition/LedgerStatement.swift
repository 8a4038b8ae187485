// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import MobileMoney

/// What `stardial ledger statement` does.
struct LedgerStatement {
    var reading: LedgerReading
    var account: String
    var span: BookSpan
    var limit: Int
    var json: Bool

    func run() throws {
        let ledger = try reading.open()
        defer { ledger.close() }
        let names = AccountNames(store: ledger, showsNumbers: reading.showsNumbers)
        guard let id = names.account(named: account), let found = ledger.account(id) else {
            throw CommandFailure(
                .usage,
                "The ledger has no account of this name. Name a phone number with its country "
                    + "code, or an account as stardial ledger trial lists it."
            )
        }
        let rows = try reading.reading { () throws(LedgerStoreError) in
            // What came after the time asked for is read too, to be left out.
            try ledger.statement(of: id, since: span.from, limit: span.to == nil ? limit : .max)
        }
        let shown = rows.filter { span.contains($0.at) }.prefix(limit)
        let statement = AccountStatement(of: found, rows: Array(shown))
        let naming = reading.naming(of: ledger)
        if json { return Terminal.write(statement.json(naming: naming)) }
        let balance = found.balanceAmount
        Terminal.line("\(names.name(of: id)) has \(balance).")
        Terminal.write("\n" + statement.text(naming: naming))
    }
}
