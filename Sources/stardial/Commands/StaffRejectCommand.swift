// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MobileMoney

/// `stardial staff reject`: rejects a colleague's request, or takes back one's own.
struct StaffRejectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Reject a colleague's request, or take back your own."
    )

    @OptionGroup var arguments: StaffArguments
    @OptionGroup var identity: StaffIdentity

    @Option(help: "Why; it is kept in the audit log.")
    var reason: String

    @Argument(help: "The number of the request.")
    var request: UInt64

    func run() async throws {
        let credential = try identity.credential()
        try await StaffRun.run(arguments.options) { run in
            let rejected = try await run.desk.reject(
                request,
                reason: reason,
                by: credential,
                at: run.now
            )
            Terminal.line(run.desk.line(rejected))
        }
    }
}
