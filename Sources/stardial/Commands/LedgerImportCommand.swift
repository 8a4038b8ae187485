// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger import`: balances and payments from files.
struct LedgerImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring in opening balances, or pay many people from a file.",
        discussion: """
            A file is judged whole before anything happens. Whoever is stopped in the middle runs \
            the same file again: what was done is skipped, and nothing is done twice.
            """,
        subcommands: [LedgerImportBalancesCommand.self, LedgerImportPaymentsCommand.self]
    )
}

/// What both imports take.
struct ImportArguments: ParsableArguments {
    @Argument(help: "A file of comma-separated values; - is the standard input.")
    var file: String

    @OptionGroup var ledger: LedgerArguments

    @Option(help: "The tariff: country, currency, levels.")
    var tariff = "Menus/kenya.tariff.yaml"

    @Option(help: "The name of the batch, for ever; the file's name unless given.")
    var batch: String?

    @Option(help: "Where to write the result of each line; beside the file unless given.")
    var results: String?

    @Flag(help: "Judge and add up only: nothing is written but the results.")
    var dryRun = false

    @Flag(help: "Write one object at the end.")
    var json = false

    func validate() throws {
        if file == "-", batch == nil || results == nil {
            throw ValidationError("With the standard input, name --batch and --results.")
        }
    }

    var source: ImportSource {
        ImportSource(
            file: file,
            ledger: ledger.reading,
            tariff: tariff,
            batch: batch,
            results: results,
            isRehearsal: dryRun,
            json: json
        )
    }
}
