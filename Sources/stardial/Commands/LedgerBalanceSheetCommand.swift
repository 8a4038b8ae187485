// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger balance-sheet`: what there is, and whose it is.
struct LedgerBalanceSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance-sheet",
        abstract: "Say what there is, and whose it is.",
        discussion: """
            Assets on one side; what is owed, what is held, and the profit carried into equity on \
            the other. After --from the profit of before and of this time are told apart.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @OptionGroup var span: SpanArguments

    @Flag(help: "Write an object a line for each currency.")
    var json = false

    func run() throws {
        let reading = ledger.reading
        let span = try span.span(offsetMinutes: reading.offsetMinutes)
        try LedgerReport(reading: reading, kind: .balanceSheet, span: span, json: json).run()
    }
}
