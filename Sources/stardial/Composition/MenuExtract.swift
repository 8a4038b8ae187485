// SPDX-License-Identifier: Apache-2.0
import MenuLanguage

/// What `stardial i18n extract` does: writes the texts of a menu for translators.
struct MenuExtract {
    var path: String
    /// The languages to begin; none makes a template.
    var languages: [String]
    /// The file to write in place of the one beside the menu, or `-`.
    var output: String?

    /// Changes no file of translations that is there; a template is made anew.
    func run() throws {
        if output != nil, languages.count > 1 {
            throw CommandFailure(
                .usage,
                "--output names one file, and there are \(languages.count) languages. Name one."
            )
        }
        for language in languages { try TranslatedMenu.check(language) }
        let menu = try TranslatedMenu(path: path)
        guard !languages.isEmpty else { return try write(menu, nil) }
        for language in languages { try write(menu, language) }
    }

    private func write(_ menu: TranslatedMenu, _ language: String?) throws(CommandFailure) {
        let path = output ?? menu.file(of: language)
        let file = TranslationExtract.file(
            of: menu.messages,
            menu: menu.name,
            language: language,
            in: menu.sources
        )
        let text = POWriter.text(of: file)
        if path == MenuFormat.standardInput { return Terminal.write(text) }
        if language != nil, TranslatedMenu.exists(path) {
            Terminal.line(
                "\(path) is there and was left as it is. `stardial i18n merge \(menu.argument)` "
                    + "brings it up to the menu."
            )
            return
        }
        try RewrittenFiles.write(text, to: path)
        let count = menu.messages.count.counted("text")
        Terminal.line("Wrote \(path) with \(count).")
        if let language, !menu.languages.contains(language) {
            let also = (menu.languages + [language]).joined(separator: ", ")
            Terminal.line("Write `also \(also)` under `menu \(menu.name)`, so that it is shown.")
        }
    }
}
