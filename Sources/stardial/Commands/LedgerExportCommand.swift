// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger export`: every transfer, for other programs.
struct LedgerExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write every transfer for a spreadsheet, a program or plain-text accounting.",
        discussion: """
            csv is safe to open in a spreadsheet; jsonl is an object a line; hledger is a journal \
            that hledger reads: stardial ledger export --format hledger | hledger -f - balance \
            gives the figures of stardial ledger trial.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @Option(help: "csv, jsonl or hledger.")
    var format = LedgerExportRun.Form.csv

    @Option(help: "The first day or moment.")
    var from: String?

    @Option(help: "The last day or moment, which belongs to it.")
    var to: String?

    @Flag(help: "hledger: let the journal assert the balance after each transaction.")
    var assertBalances = false

    @Option(help: "The file to write; - is the standard output.")
    var output = "-"

    func validate() throws {
        try span.validate()
        if assertBalances, format != .hledger || from != nil {
            throw ValidationError("--assert-balances needs --format hledger and no --from.")
        }
    }

    func run() throws {
        let reading = ledger.reading
        try LedgerExportRun(
            reading: reading,
            format: format,
            span: try span.span(offsetMinutes: reading.offsetMinutes),
            assertsBalances: assertBalances,
            output: output
        ).run()
    }

    private var span: SpanArguments {
        var span = SpanArguments()
        (span.at, span.from, span.to) = (nil, from, to)
        return span
    }
}
