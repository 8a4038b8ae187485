// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger key`: the public half of the key that seals the days.
struct LedgerKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Print the public key that proves who sealed the days, or replace the key.",
        discussion: """
            Give it to whoever checks the ledger: stardial ledger key > ledger.pub, and there \
            stardial ledger check --key ledger.pub. The key that signs is never printed. \
            --replace makes a new one while no gateway runs: the old key seals yesterday, signs a \
            note in the chain that hands over to the new one, and is gone.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @Flag(help: "Make a new key, and have the old one hand over to it.")
    var replace = false

    func run() async throws {
        guard replace else { return try LedgerSeal.printKey(of: ledger.reading.path) }
        try await SealKeyReplacement.run(ledger.reading)
    }
}
