// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage

/// What `stardial ledger show` does.
struct LedgerShow {
    var reading: LedgerReading
    var json: Bool

    func run() throws {
        let ledger = try reading.open()
        defer { ledger.close() }
        let undelivered = try reading.reading { () throws(LedgerStoreError) in
            try ledger.undeliveredCount()
        }
        let newest = try reading.reading { () throws(LedgerStoreError) in
            let before = TransferID(ledger.state.lastTransfer.rawValue - 1)
            return try ledger.transfers(since: before, limit: 1).first
        }
        let last = newest.map { $0.at.calendarText(offsetMinutes: reading.offsetMinutes) }
        let sums = Self.sums(of: ledger.accounts())
        let holds = Self.holds(in: ledger.state)
        if json {
            return Terminal.line(object(ledger, last, sums, holds, undelivered))
        }
        var text = "Ledger \(reading.path)\n"
        text += "  Transfers   \(ledger.state.lastTransfer.rawValue)"
        text += last.map { ", the last at \($0)\n" } ?? "\n"
        text += "  Head        \(ledger.state.lastHash)\n"
        text += "  Accounts    \(ledger.accounts().count)\n"
        for sum in sums { text += "  \(sum.currency)         \(sum.text)\n" }
        text += "  Open holds  \(ledger.state.openHolds.count)"
        text += holds.map { ", \($0)" }.joined() + "\n"
        text += "  Messages    \(undelivered) not delivered\n"
        Terminal.write(text)
    }

    /// What the accounts of each sort have, credits less debits, in minor units.
    struct Sums {
        var currency: Currency
        var kinds: [AccountKind: Int128] = [:]

        /// All credits less all debits, which must be nothing.
        var sum: Int128 { kinds.values.reduce(0, +) }

        /// The sorts by name, each positive on the side where it grows.
        var figures: [(name: String, units: Int128)] {
            let names: [(AccountKind, String, Int128)] = [
                (.asset, "assets", -1), (.liability, "liabilities", 1), (.holding, "held", 1),
                (.income, "income", 1), (.expense, "expenses", -1),
            ]
            return names.compactMap { kind, name, sign in
                kinds[kind].map { (name, $0 * sign) }
            }
        }

        var text: String {
            let words = figures.map { "\($0.name) \(currency.text($0.units, grouping: ","))" }
            let whole = "credits less debits \(currency.text(sum, grouping: ","))"
            return (words + [whole]).joined(separator: ", ")
        }
    }

    private static func sums(of accounts: [Account]) -> [Sums] {
        var sums: [Currency: Sums] = [:]
        for account in accounts {
            let currency = account.currency
            sums[currency, default: Sums(currency: currency)].kinds[account.kind, default: 0] +=
                Int128(account.balance)
        }
        return sums.values.sorted { $0.currency.code < $1.currency.code }
    }

    /// What open holds hold, such as `KES 500.00`.
    private static func holds(in state: LedgerState) -> [String] {
        var sums: [Currency: Int128] = [:]
        for hold in state.openHolds.values {
            sums[hold.amount.currency, default: 0] += Int128(hold.amount.minorUnits)
        }
        return sums.sorted { $0.key.code < $1.key.code }.map { currency, units in
            "\(currency.code) \(currency.text(units, grouping: ","))"
        }
    }

    private func object(
        _ ledger: SQLiteLedgerSnapshot,
        _ last: String?,
        _ sums: [Sums],
        _ holds: [String],
        _ undelivered: Int
    ) -> String {
        let currencies = sums.map { sum in
            var members: [(name: String, value: JSONLine.Value)] = [
                ("currency", .text(sum.currency.code))
            ]
            members += sum.figures.map { ($0.name, .text(sum.currency.text($0.units))) }
            members.append(("sum", .text(sum.currency.text(sum.sum))))
            return JSONLine(members).text
        }
        return JSONLine([
            ("ledger", .text(reading.path)),
            ("transfers", .number(ledger.state.lastTransfer.rawValue)),
            ("last_at", .optional(last)), ("head", .text(ledger.state.lastHash.description)),
            ("accounts", .number(Int64(ledger.accounts().count))),
            ("currencies", .list(currencies)),
            ("open_holds", .number(Int64(ledger.state.openHolds.count))),
            ("held", .optional(holds.isEmpty ? nil : holds.joined(separator: ", "))),
            ("undelivered_messages", .number(Int64(undelivered))),
        ]).text
    }
}
