// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger statement`: what happened to one account.
struct LedgerStatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "List the newest transfers of an account.",
        discussion: """
            Newest first, with the balance after each. An account is a phone number in full, such \
            as +254712000001, or a name as the other commands write it, such as income:fees.
            """
    )

    @Argument(help: "A phone number, or the name of an account.")
    var account: String

    @OptionGroup var ledger: LedgerArguments

    @OptionGroup var span: SpanArguments

    @Option(help: "The most transfers.")
    var limit = 50

    @Flag(help: "Write an object a line for each transfer.")
    var json = false

    func validate() throws {
        if !(1...1_000_000).contains(limit) {
            throw ValidationError("--limit is between 1 and 1000000.")
        }
    }

    func run() throws {
        let reading = ledger.reading
        try LedgerStatement(
            reading: reading,
            account: account,
            span: span.span(offsetMinutes: reading.offsetMinutes),
            limit: limit,
            json: json
        ).run()
    }
}
