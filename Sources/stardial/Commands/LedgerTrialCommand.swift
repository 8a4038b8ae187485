// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger trial`: every account with its debits and credits.
struct LedgerTrialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial",
        abstract: "List every account with its debits and credits.",
        discussion: """
            Debits must equal credits in each currency. After --from it also says what was before \
            and what moved.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @OptionGroup var span: SpanArguments

    @Flag(help: "Write an object a line for each currency.")
    var json = false

    func run() throws {
        let reading = ledger.reading
        let span = try span.span(offsetMinutes: reading.offsetMinutes)
        try LedgerReport(reading: reading, kind: .trial, span: span, json: json).run()
    }
}
