// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MenuLanguage

/// `stardial i18n pseudo`: a made-up language that shows what is not translated and will not fit.
struct I18nPseudoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudo",
        abstract: "Translate a menu into a made-up language.",
        discussion: """
            Letters get accents, texts grow by a third and stand between < and >. Screens that \
            will not fit in most languages are found by check, and texts that cannot be \
            translated are seen on the phone.
            """
    )

    @Argument(help: "A menu file, or a folder with one menu.")
    var path = "Menus/mavuno"

    @Option(help: "The code of the made-up language.")
    var language = PseudoTranslation.language

    func run() throws {
        try MenuPseudo(path: path, language: language).run()
    }
}
