// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MobileMoney

/// `stardial staff log`: the audit log.
struct StaffLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show what staff did, oldest first.",
        discussion: "Works also while a gateway runs on the ledger."
    )

    @OptionGroup var arguments: StaffArguments

    @Option(help: "Only what came after the entry with this number.")
    var after: Int64 = 0

    @Flag(help: "Write an object a line for each entry.")
    var json = false

    func run() throws {
        try StaffRun.read(arguments.options) { run in
            var next: Int64? = after
            while let after = next {
                let page = try run.desk.log(after: after)
                for note in page.notes {
                    (json ? run.desk.json(note) : run.desk.line(note)).map(Terminal.line)
                }
                next = page.next
            }
        }
    }
}
