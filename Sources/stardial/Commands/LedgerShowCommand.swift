// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger show`: where the ledger stands.
struct LedgerShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tell where the ledger stands.",
        discussion: """
            The last transfer and the hash that seals all of them, accounts, the sums of each \
            currency, open holds, and messages that were not delivered.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @Flag(help: "Write one object.")
    var json = false

    func run() throws {
        try LedgerShow(reading: ledger.reading, json: json).run()
    }
}
