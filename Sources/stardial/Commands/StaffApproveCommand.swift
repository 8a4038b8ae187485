// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dialogue
import MobileMoney

/// `stardial staff approve`: agrees to what a colleague asked for, and does it.
struct StaffApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve what a colleague asked for; it is done at once.",
        discussion: """
            After a reset of a PIN the one-time code is printed, once: tell it to the owner of \
            the wallet and to nobody else.
            """
    )

    @OptionGroup var arguments: StaffArguments
    @OptionGroup var identity: StaffIdentity

    @Argument(help: "The number of the request.")
    var request: UInt64

    func run() async throws {
        let credential = try identity.credential()
        try await StaffRun.run(arguments.options) { run in
            let approval = try await run.desk.approve(request, by: credential, at: run.now)
            Terminal.line(run.desk.line(approval.request))
            approval.code?.exposedToItsChecker { Terminal.line("code \($0), good for a day") }
            if case .retireKey(let number) = approval.request.operation {
                try PINKey.remove(number, fromLedgerAt: arguments.ledger)
            }
        }
    }
}
