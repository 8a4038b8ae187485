// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger check`: proves the ledger.
struct LedgerCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove the ledger: every hash, every balance, every sum.",
        discussion: """
            Reads every transfer from the first to the last and does everything again. Ends with \
            0 when all is well and with 1 when something is not, and says what it means.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @Flag(help: "Write one object.")
    var json = false

    func run() throws {
        try LedgerCheck(reading: ledger.reading, json: json).run()
    }
}
