// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger check`: proves the ledger.
struct LedgerCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove the ledger: every hash, every balance, every sum.",
        discussion: """
            Reads every transfer from the first to the last and does everything again. Ends with \
            0 when all is well and with 1 when something is not, and says what it means. With \
            --key the signed heads of the days are compared too, and with --kept those that were \
            kept elsewhere: only they show that nothing was written anew as a whole. A key that \
            was replaced vouches for the next; name the oldest first, and all of them to trust no \
            other. Not proved are what is not in the chain: wallets and their PINs, keys of \
            commands, messages, and work that waits.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @Flag(help: "Write one object.")
    var json = false

    @Option(
        help: "A file with a public key, as stardial ledger key writes it; several, oldest first."
    )
    var key: [String] = []

    @Option(help: "A file with heads, a line each, as stardial ledger seal --print writes them.")
    var kept: String?

    func validate() throws {
        if kept != nil, key.isEmpty {
            throw ValidationError("--kept needs --key, which proves who signed the lines.")
        }
    }

    func run() throws {
        let seals = try key.isEmpty ? nil : KeptSeals(keyFiles: key, headsFile: kept)
        try LedgerCheck(reading: ledger.reading, json: json, seals: seals).run()
    }
}
