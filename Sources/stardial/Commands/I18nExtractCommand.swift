// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial i18n extract`: the texts of a menu for translators.
struct I18nExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Write the texts of a menu for translators.",
        discussion: """
            Makes a template beside the menu, market.pot for market.menu, or the file of each \
            language that is named. A file of translations that is there already is left as it is.
            """
    )

    @Argument(help: "A menu file, or a folder with one menu.")
    var path = "Menus/mavuno"

    @Option(help: "Begin this language, such as sw; may be given several times.")
    var language: [String] = []

    @Option(help: "Write this file, or - for standard output.")
    var output: String?

    func run() throws {
        try MenuExtract(path: path, languages: language, output: output).run()
    }
}
