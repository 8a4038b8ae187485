// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MobileMoney

/// `stardial staff list`: the requests.
struct StaffListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the requests that wait, or all.",
        discussion: "Works also while a gateway runs on the ledger."
    )

    @OptionGroup var arguments: StaffArguments

    @Flag(help: "Those that are decided, too.")
    var all = false

    @Flag(help: "Write an object a line for each request.")
    var json = false

    func run() throws {
        try StaffRun.read(arguments.options) { run in
            let requests = try run.desk.requests(at: run.now)
            for request in requests where all || request.state == .open {
                Terminal.line(json ? run.desk.json(request) : run.desk.line(request))
            }
        }
    }
}
