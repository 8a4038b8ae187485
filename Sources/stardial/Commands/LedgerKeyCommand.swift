// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger key`: the public half of the key that seals the days.
struct LedgerKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Print the public key that proves who sealed the days.",
        discussion: """
            Give it to whoever checks the ledger: stardial ledger key > ledger.pub, and there \
            stardial ledger check --key ledger.pub. The key that signs is never printed.
            """
    )

    @Option(help: "The ledger's file.")
    var ledger = ".stardial/ledger.db"

    func run() throws {
        try LedgerSeal.printKey(of: ledger)
    }
}
