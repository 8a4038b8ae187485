// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial line`: the line protocol on standard input and output.
struct LineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line",
        abstract: "Speak the line protocol on standard input and output.",
        discussion: """
            printf 'PHONE amina\\n*789#\\n' | stardial line

            Type HELP to see what can be said. The ledger is in memory unless --ledger names a file.
            """
    )

    @OptionGroup var emulator: EmulatorArguments

    @Option(help: "Where the ledger is kept: memory, or a path such as sqlite:ledger.db.")
    var ledger = LedgerChoice.memory

    func run() async throws {
        try await LineRun(options: emulator.options(ledger)).run()
    }
}
