// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial staff`: what staff do to wallets, payments and keys, always two of them.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Freeze, unlock, reverse and correct, with four eyes.",
        discussion: """
            One member of staff asks, another one approves; nobody approves what she asked for. \
            Every step is kept in the ledger's chain, where it cannot be changed. While a gateway \
            runs on the ledger, only list, log and hash work.

            PINs are read from standard input and are never arguments.
            """,
        subcommands: [
            StaffRequestCommand.self, StaffApproveCommand.self, StaffRejectCommand.self,
            StaffListCommand.self, StaffLogCommand.self, StaffKeysCommand.self,
            StaffHashCommand.self,
        ]
    )
}
