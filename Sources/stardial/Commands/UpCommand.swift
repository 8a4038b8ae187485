// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Transports

/// `stardial up`: everything on loopback, until it is told to end.
struct UpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Start the gateway with its doors on this machine.",
        discussion: """
            Prints lines to paste into another terminal. Menus are put into service when their \
            files are saved; a menu with errors is reported and the one before stays.
            """
    )

    @OptionGroup var emulator: EmulatorArguments

    @Option(help: "Where the ledger is kept: memory, or a path such as sqlite:ledger.db.")
    var ledger = LedgerChoice.sqlite(path: ".stardial/ledger.db")

    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port of the line protocol; 0 picks a free one.")
    var linePort = LineServer.portDefault

    func run() async throws {
        try await UpRun(options: emulator.options(ledger), host: host, linePort: linePort).run()
    }
}
