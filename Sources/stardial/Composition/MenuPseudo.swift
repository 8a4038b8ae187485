// SPDX-License-Identifier: Apache-2.0
import MenuLanguage

/// What `stardial i18n pseudo` does: translates a menu into a made-up language.
struct MenuPseudo {
    var path: String
    var language: String

    /// What the header of a file says that may be written again.
    private static let generator = (name: "X-Generator", value: "stardial i18n pseudo")

    /// Writes the file, in place of one that it wrote before and of no other.
    func run() throws {
        try TranslatedMenu.check(language)
        let menu = try TranslatedMenu(path: path)
        let path = menu.file(of: language)
        if TranslatedMenu.exists(path) {
            let (_, old) = try menu.read(path)
            guard old?.header[Self.generator.name] == Self.generator.value else {
                throw CommandFailure(
                    .usage,
                    "\(path) is the work of translators and was left as it is. Name another "
                        + "language with --language, such as \(PseudoTranslation.language)."
                )
            }
        }
        var file = PseudoTranslation.file(
            of: menu.messages,
            menu: menu.name,
            language: language,
            in: menu.sources
        )
        file.header[Self.generator.name] = Self.generator.value
        try RewrittenFiles.write(POWriter.text(of: file), to: path)
        Terminal.line("Wrote \(path) with \(menu.messages.count.counted("text")).")
        if !menu.languages.contains(language) {
            let also = (menu.languages + [language]).joined(separator: ", ")
            Terminal.line("Write `also \(also)` under `menu \(menu.name)`, then check the menu.")
        }
    }
}
