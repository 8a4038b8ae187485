// SPDX-License-Identifier: Apache-2.0
import Ledger
import MobileMoney

/// What `stardial ledger import balances` does.
struct ImportBalances {
    var source: ImportSource

    /// Ends with ``ExitStatus/findings`` when a line has a mistake or was refused.
    func run() async throws {
        let tariff = try source.readTariff()
        let shows = source.ledger.showsNumbers
        let file = OpeningFile(try source.readFile(), tariff: tariff, showsNumbers: shows)
        try source.stopAtMistakes(file.diagnostics, count: file.mistakeCount, in: file.source)
        try await source.withService(tariff) { service in
            let balances = try OpeningBalances(file.lines, title: source.title, service: service)
            let results = BulkResults(tariff: tariff, showsNumbers: shows)
            let output = try OutputFile(source.resultsPath)
            try output.write(results.header)
            let tally =
                source.isRehearsal
                ? try balances.forecast { line, outcome in
                    try output.write(results.row(line, outcome, done: "would be opened"))
                }
                : try await balances.run(now: ImportSource.now) { line, outcome in
                    try output.write(results.row(line, outcome, done: "opened"))
                }
            tell(tally, total: balances.total, of: file.lines.count, tariff.currency)
            if tally.refused > 0 { throw CommandFailure(.findings, "") }
        }
    }

    private func tell(
        _ tally: BulkPayments.Tally,
        total: Int64,
        of count: Int,
        _ currency: Currency
    ) {
        if source.json {
            return Terminal.line(
                JSONLine([
                    ("batch", .text(source.title)), ("dry_run", .flag(source.isRehearsal)),
                    ("lines", .number(Int64(count))),
                    ("total", .text(currency.text(Int128(total)))),
                    ("opened", .number(Int64(tally.done))),
                    ("skipped", .number(Int64(tally.skipped))),
                    ("refused", .number(Int64(tally.refused))),
                    ("results", .text(source.resultsPath)),
                ]).text
            )
        }
        let word = source.isRehearsal ? "would be opened" : "opened"
        let sum = "\(currency.code) \(currency.text(Int128(total), grouping: ","))"
        Terminal.line("Opening balances \(source.title): \(count) lines, \(sum)")
        Terminal.line("  \(tally.done) \(word)")
        Terminal.line("  \(tally.skipped) skipped, done before")
        Terminal.line("  \(tally.refused) refused")
        if source.isRehearsal { Terminal.line("Nothing was written to the ledger.") }
        Terminal.line("Each line's result is in \(source.resultsPath).")
    }
}
