// SPDX-License-Identifier: Apache-2.0
import Dialogue
public import SourceText

/// Makes files for translators of the texts of a menu.
public enum TranslationExtract {
    /// A file with every text of a menu and no translation: a template, or a new language's file.
    ///
    /// - Parameters:
    ///   - messages: the texts in the order in which they are written.
    ///   - menu: the menu's name.
    ///   - language: the language of the file, such as `sw`; nil makes a template, whose header is
    ///     marked `fuzzy` as gettext marks it.
    ///   - sources: the menu's files, of which references give the lines.
    /// - Returns: the file, its texts in the order of the messages.
    public static func file(
        of messages: [MenuMessage],
        menu: String,
        language: String?,
        in sources: SourceSet
    ) -> POFile {
        var file = POFile(header: header(menu: menu, language: language))
        let forms = file.pluralRule?.formCount ?? 2
        file.entries = messages.map { message in
            entry(of: message, forms: forms, in: sources)
        }
        return file
    }

    /// Whether a text is the code of a language, such as `sw` or `pt-BR`, as `also` names them.
    public static func isLanguage(_ code: String) -> Bool { code.isLanguageCode }

    /// The header of a new file.
    private static func header(menu: String, language: String?) -> POHeader {
        // The empty ones are for translators' tools, and gettext asks for them.
        var header = POHeader(fields: [
            ("Project-Id-Version", menu), ("PO-Revision-Date", ""), ("Last-Translator", ""),
            ("Language-Team", ""),
        ])
        complete(&header, language: language)
        if language == nil { header.flags = [POEntry.fuzzy] }
        return header
    }

    /// Adds the fields that a header must have and has not; others stay as they are.
    static func complete(_ header: inout POHeader, language: String?) {
        let rule = language.map { PluralForms.standard(for: $0) }
        let fields = [
            ("Language", language?.replacing("-", with: "_") ?? ""), ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", rule ?? "nplurals=INTEGER; plural=EXPRESSION;"),
        ]
        for (name, value) in fields where header[name] ?? "" == "" { header[name] = value }
    }

    /// A text without a translation.
    static func entry(of message: MenuMessage, forms: Int, in sources: SourceSet) -> POEntry {
        var entry = POEntry(
            context: message.context,
            source: message.source,
            plural: message.plural,
            translations: Array(repeating: "", count: message.plural == nil ? 1 : forms)
        )
        entry.extractedComments = message.comments
        entry.references = references(of: message, in: sources)
        return entry
    }

    /// Where a text is written: the name of the file, without its folder, and the line.
    static func references(of message: MenuMessage, in sources: SourceSet) -> [String] {
        let path = message.range.file
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        guard let line = sources.location(of: message.range)?.line else { return [name] }
        return ["\(name):\(line)"]
    }
}
