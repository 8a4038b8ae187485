// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial fmt`: lays menus and transcripts out in the one way they are written.
struct FmtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay menus and transcripts out in the one way they are written.",
        discussion: """
            Changes blanks and empty lines, never what a file says. A file with mistakes is left \
            as it is, and the mistakes are shown.
            """
    )

    @Argument(
        help: "Menus, transcripts, folders of them, or - for standard input to standard output."
    )
    var paths: [String] = ["Menus"]

    @Flag(help: "Change nothing; name the files that are laid out otherwise, and fail.")
    var check = false

    @Flag(help: "Change nothing; show what would change.")
    var diff = false

    func run() throws {
        try MenuFormat(paths: paths, checks: check, shows: diff).run()
    }
}
