// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MobileMoney

/// `stardial staff list`: the requests.
struct StaffListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the requests that wait, or all."
    )

    @OptionGroup var arguments: StaffArguments

    @Flag(help: "Those that are decided, too.")
    var all = false

    func run() async throws {
        try await StaffRun.run(arguments.options) { run in
            let requests = try run.desk.requests(at: run.now)
            for request in requests where all || request.state == .open {
                Terminal.line(run.desk.line(request))
            }
        }
    }
}
