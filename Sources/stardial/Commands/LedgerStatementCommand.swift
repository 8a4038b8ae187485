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

    @Option(help: "Go on from here: the number that the page before ended with.")
    var before: Int64?

    @Flag(help: "Write an object a line for each transfer, and at last where to go on.")
    var json = false

    func validate() throws {
        if !(1...1_000_000).contains(limit) {
            throw ValidationError("--limit is between 1 and 1000000.")
        }
        if let before, before < 1 {
            throw ValidationError("--before is the number that the page before ended with.")
        }
    }

    func run() throws {
        let reading = ledger.reading
        try LedgerStatement(
            reading: reading,
            account: account,
            span: try span.span(offsetMinutes: reading.offsetMinutes),
            before: before,
            limit: limit,
            json: json
        ).run()
    }
}
