// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import MobileMoney

/// What `stardial ledger balance` does.
struct LedgerBalance {
    var reading: LedgerReading
    var account: String
    /// The moment; nil for as the ledger stands.
    var at: Timestamp?
    var json: Bool

    func run() throws {
        let ledger = try reading.open()
        defer { ledger.close() }
        let found = try reading.account(named: account, in: ledger)
        let balance = try reading.reading { () throws(LedgerStoreError) in
            try at.map { at throws(LedgerStoreError) in try ledger.balance(of: found.id, at: at) }
                ?? found.balance
        }
        let name = reading.naming(of: ledger).account(found.id)
        let moment = at.map { $0.calendarText(offsetMinutes: reading.offsetMinutes) }
        let units = Int128(balance ?? 0)
        if json {
            return Terminal.line(
                JSONLine([
                    ("account", .text(name)), ("at", .optional(moment)),
                    ("currency", .text(found.currency.code)),
                    ("balance", .text(found.currency.text(units))),
                ]).text
            )
        }
        let sum = "\(found.currency.code) \(found.currency.text(units, grouping: ","))"
        Terminal.line(moment.map { "\(name) had \(sum) at \($0)." } ?? "\(name) has \(sum).")
    }
}

extension LedgerReading {
    /// The account of a name in a ledger.
    func account(
        named name: String,
        in ledger: SQLiteLedgerSnapshot
    ) throws(CommandFailure) -> Account {
        let names = AccountNames(store: ledger, showsNumbers: showsNumbers)
        guard let id = names.account(named: name), let found = ledger.account(id) else {
            throw CommandFailure(
                .usage,
                "The ledger has no account of this name. Name a phone number with its country "
                    + "code, or an account as stardial ledger trial lists it."
            )
        }
        return found
    }
}
