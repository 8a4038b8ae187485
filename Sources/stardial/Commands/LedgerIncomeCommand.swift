// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger income`: what was earned and spent.
struct LedgerIncomeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "income",
        abstract: "Say what was earned and spent.",
        discussion: """
            Fees less commissions and other expenses, from the first transfer or from --from on.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @OptionGroup var span: SpanArguments

    @Flag(help: "Write an object a line for each currency.")
    var json = false

    func run() throws {
        let reading = ledger.reading
        let span = try span.span(offsetMinutes: reading.offsetMinutes)
        try LedgerReport(reading: reading, kind: .income, span: span, json: json).run()
    }
}
