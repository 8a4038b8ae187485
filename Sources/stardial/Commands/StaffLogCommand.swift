// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MobileMoney

/// `stardial staff log`: the audit log.
struct StaffLogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show what staff did, oldest first."
    )

    @OptionGroup var arguments: StaffArguments

    @Option(help: "Only what came after the entry with this number.")
    var after: Int64 = 0

    func run() async throws {
        try await StaffRun.run(arguments.options) { run in
            var next: Int64? = after
            while let after = next {
                let page = try run.desk.log(after: after)
                for note in page.notes { run.desk.line(note).map(Terminal.line) }
                next = page.next
            }
        }
    }
}
