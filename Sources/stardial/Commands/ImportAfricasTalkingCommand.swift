// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Patterns
import SourceText
import Transcripts

/// `stardial import africastalking`: transcripts from the request log of an application.
struct ImportAfricasTalkingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "africastalking",
        abstract: "Make transcripts of the requests that Africa's Talking sent.",
        discussion: """
            The log has a JSON object on each line, or requests as they are posted with the \
            reply, CON or END, below each up to an empty line. What was typed is what `text` grew \
            by since the request before.

            Numbers of phones become test numbers. What answers a screen that asks for a PIN or a \
            password is a secret: another one is made up. --secret-after says instead which \
            screens those are.
            """
    )

    @Argument(help: "The log.")
    var file: String

    @OptionGroup var scenes: SceneImportArguments

    @Option(help: "A PCRE2 pattern; what answers a screen that it matches is a secret. Repeatable.")
    var secretAfter: [String] = []

    @Flag(help: "Leave the numbers of phones as they are.")
    var keepNumbers = false

    @Flag(help: "One transcript with all phones; time passes as the log says.")
    var together = false

    func run() throws {
        let patterns = try SecretScreens.patterns(secretAfter).map {
            try Pattern($0, options: SecretScreens.options)
        }
        var settings = AfricasTalkingImport.Settings()
        settings.menu = scenes.menu
        settings.keepsNumbers = keepNumbers
        settings.isTogether = together
        if !patterns.isEmpty { settings.secretScreens = patterns }
        let source = SourceFile(path: file, text: try MenuShelf.text(of: file))
        let outcome = AfricasTalkingImport.read(source, settings)
        try ImportRun(file: file, output: scenes.output).write(outcome)
    }
}
