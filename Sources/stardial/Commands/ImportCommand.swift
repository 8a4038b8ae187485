// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial import`: transcripts from the files of other tools.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make transcripts of other tools' tests and logs.",
        discussion: """
            What is left out, assumed or cannot be known is said at its line. A file that is \
            there already is never touched: then nothing is written at all.
            """,
        subcommands: [ImportDialogussCommand.self, ImportAfricasTalkingCommand.self]
    )
}

/// Where imported transcripts go and what they dial.
struct SceneImportArguments: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: "The folder for the transcripts; - for standard output, when there is one."
    )
    var output = ImportRun.folder

    @Option(help: "The name of the menu that they dial; made of the service code unless given.")
    var menu: String?

    func validate() throws {
        if let menu, menu.isEmpty || menu.contains(where: { $0.isWhitespace }) {
            throw ValidationError("--menu is the one word behind `menu` in a menu's file.")
        }
    }
}
