// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage

/// What `stardial ledger trial`, `balance-sheet` and `income` do.
struct LedgerReport {
    enum Kind: String {
        case trial = "Trial balance"
        case balanceSheet = "Balance sheet"
        case income = "Income statement"
    }

    var reading: LedgerReading
    var kind: Kind
    var span: BookSpan
    var json: Bool

    func run() throws {
        let ledger = try reading.open()
        defer { ledger.close() }
        let books = try reading.reading { () throws(LedgerStoreError) in
            try Books(of: ledger, span: span)
        }
        let naming = reading.naming(of: ledger)
        let reports: [any BookReport] =
            switch kind {
            case .trial: books.trialBalances(naming: naming.account)
            case .balanceSheet: books.balanceSheets(naming: naming.account)
            case .income: books.incomeStatements(naming: naming.account)
            }
        if json {
            for report in reports { Terminal.line(report.json) }
            return
        }
        let when = span.text(offsetMinutes: reading.offsetMinutes)
        guard !reports.isEmpty else {
            return Terminal.line("Nothing has moved in this ledger \(when).")
        }
        let pages = reports.map { report in
            "\(kind.rawValue) in \(report.currency.code) \(when)\n\n\(report.text)"
        }
        Terminal.write(pages.joined(separator: "\n"))
    }
}
