// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial i18n status`: how far each language is.
struct I18nStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell how far each language is.",
        discussion: """
            Counts the texts that are shown in each language, and names those that are not: not \
            certain (fuzzy), changed since they were translated (stale), not translated.
            """
    )

    @Argument(help: "A menu file, or a folder with one menu.")
    var path = "Menus/mavuno"

    @Flag(help: "Write an object a line for each language.")
    var json = false

    func run() throws {
        try MenuStatus(path: path, json: json).run()
    }
}
