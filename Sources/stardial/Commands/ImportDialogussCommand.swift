// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import SourceText
import Transcripts

/// `stardial import dialoguss`: transcripts from YAML tests of dialoguss.
struct ImportDialogussCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialoguss",
        abstract: "Make a transcript of each session of a dialoguss file.",
        discussion: """
            What is expected is taken word for word. Where the file does not say that a session \
            is over, its last screen is taken for the end.
            """
    )

    @Argument(help: "The YAML file with `dial:` and `sessions:`.")
    var file: String

    @OptionGroup var scenes: SceneImportArguments

    func run() throws {
        let source = SourceFile(path: file, text: try MenuShelf.text(of: file))
        let outcome = DialogussImport.read(source, menu: scenes.menu)
        try ImportRun(file: file, output: scenes.output).write(outcome)
    }
}
