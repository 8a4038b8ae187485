// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MobileMoney

/// `stardial staff request`: asks for an operation.
struct StaffRequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Ask for an operation, which a colleague approves.",
        discussion: """
            \(StaffOperation.Name.allCases.map { "  \($0.usage)" }.joined(separator: "\n"))

            A request that nobody approves within a day lapses. The money of a reversal is held \
            until it is decided.
            """
    )

    @OptionGroup var arguments: StaffArguments
    @OptionGroup var identity: StaffIdentity

    @Option(help: "Why; it is kept in the audit log, so write no PIN and no full number.")
    var reason: String

    @Argument(help: "The operation and what it needs.")
    var operation: [String]

    func run() async throws {
        let credential = try identity.credential()
        try await StaffRun.run(arguments.options) { run in
            let wanted = try StaffOperation(words: operation, tariff: run.tariff)
            let request = try await run.desk.request(
                wanted,
                reason: reason,
                by: credential,
                at: run.now
            )
            Terminal.line(run.desk.line(request))
        }
    }
}
