// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial i18n`: what translators and authors do together.
struct I18nCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "i18n",
        abstract: "Translate a menu.",
        discussion: """
            Translations are gettext PO files beside the menu, one a language: market.sw.po for \
            market.menu in Swahili. Poedit, Weblate and msgfmt work with them. The setting also \
            of the menu names the languages.
            """,
        subcommands: [
            I18nExtractCommand.self, I18nMergeCommand.self, I18nStatusCommand.self,
            I18nPseudoCommand.self,
        ]
    )
}
