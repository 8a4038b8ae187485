// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial lsp`: the language server for menus.
struct LspCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Help an editor with menus.",
        discussion: """
            Speaks the language server protocol on standard input and output; editors start it. \
            --editor vscode DIR writes an extension into a folder, --editor neovim prints the \
            lines for init.lua.
            """
    )

    @Option(help: "Set an editor up and end: vscode or neovim.")
    var editor: LspRun.Editor?

    @Argument(help: "The folder for the extension of --editor vscode.")
    var folder: String?

    @Flag(help: .hidden)
    var stdio = false

    func run() throws {
        try LspRun(editor: editor, folder: folder).run()
    }
}
