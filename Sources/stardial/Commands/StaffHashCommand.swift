// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial staff hash`: the hash of a PIN for the staff file.
struct StaffHashCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hash",
        abstract: "Read a PIN from standard input and print its hash for the staff file."
    )

    @OptionGroup var arguments: StaffArguments

    func run() throws {
        try StaffRun.hash(arguments.options)
    }
}
