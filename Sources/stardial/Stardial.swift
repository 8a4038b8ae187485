// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The command line, the only place where everything meets.
@main
struct Stardial: AsyncParsableCommand {
    static let versionNumber = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "stardial",
        abstract: "The gateway, emulator and test bench for phones that can only dial *789#.",
        discussion: """
            Start everything on this machine:     stardial up
            Press keys on a phone in this window: stardial phone
            Check a menu before anyone dials:     stardial check Menus/mavuno
            Play every scene:                     stardial test Transcripts

            Exit codes: 0 well, 1 findings or failed tests, 2 usage, 3 a file cannot be read, \
            4 something failed while running.
            """,
        version: "stardial \(versionNumber)",
        subcommands: [
            UpCommand.self, PhoneCommand.self, LineCommand.self,
            InitCommand.self,
            CheckCommand.self, ExplainCommand.self, GraphCommand.self, FmtCommand.self,
            DiffCommand.self, I18nCommand.self,
            TestCommand.self, PlayCommand.self, LoadCommand.self, RecordCommand.self,
            BundleCommand.self, ImportCommand.self,
            ExploreCommand.self, LspCommand.self,
            StaffCommand.self,
            SimulateCommand.self,
            LedgerToolCommand.self,
            BenchCommand.self,
        ]
    )

    /// Runs the command line with the exit codes of the house: usage is 2, not ArgumentParser's 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let code = ExitStatus.of(error) { exitCode(for: $0).rawValue }
            let text = fullMessage(for: error)
            if !text.isEmpty {
                Terminal.write(text + "\n", to: code == .well ? .output : .errors)
            }
            code.exit()
        }
    }
}
