// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial simulate`: plays days of a town on a bad network and a failing machine.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play days of a whole town, with everything going wrong.",
        discussion: """
            Customers and agents send, withdraw and deposit over the bundled menu, in virtual \
            time. Turns are lost, doubled and late; the disk fills up, fails and loses power at \
            any write, and the gateway starts anew on what it kept. Savings earn interest, holds \
            and reminders fall due, wallets that nobody uses fall asleep, in days in place of \
            months. After every day the books must balance, the chain hold, what was due have been \
            done once, and every phone have been told what the ledger says. A seed repeats a run.
            """
    )

    @Option(help: "Where all chance comes from.")
    var seed: UInt64 = 1

    @Option(help: "How many days.")
    var days = 3

    @Option(help: "How many phones; one in 41 is an agent's.")
    var phones = 500

    @Option(help: "The menu that is dialled: one that understands what Mavuno does.")
    var menus = "Menus/mavuno"

    @Option(help: .hidden)
    var flaw: SimulationFlaw?

    func run() throws {
        try SimulateRun(seed: seed, days: days, phones: phones, menus: menus, flaw: flaw).run()
    }
}
