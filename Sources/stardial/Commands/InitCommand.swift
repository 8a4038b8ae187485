// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial init`: begins a project.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begin a project: a menu, three scenes and a script for CI.",
        discussion: """
            What it writes passes at once: a small menu in two languages, three transcripts that \
            visit all of it, and ci.sh, which checks both. A file that is there already is never \
            touched: then nothing is written at all.
            """
    )

    @Argument(help: "The folder; it is made when it is not there.")
    var folder = "."

    func run() throws {
        try StarterRun(folder: folder).run()
    }
}
