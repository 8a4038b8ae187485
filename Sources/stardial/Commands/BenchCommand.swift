// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial bench`: measures this machine's stardial against bare loops in the same run.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure speed, as ratios within one run.",
        shouldDisplay: false
    )

    @Option(help: "The menu that is driven.")
    var menus = "Menus/mavuno"

    @Option(help: "How many times the usual work is done.")
    var scale = 1

    @Option(help: "Measure this alone: machine, line, ledger, sessions, compiler, lsp or replay.")
    var only: BenchRun.Part?

    @Option(help: "Also measure a ledger of so many transfers, such as 10000000.")
    var transfers: Int?

    func run() async throws {
        try await BenchRun(
            menus: menus,
            scale: max(1, scale),
            only: only,
            transfers: transfers.map { max(1, $0) }
        ).run()
    }
}
