// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage

/// What `stardial i18n status` does: tells how far each language of a menu is.
struct MenuStatus {
    var path: String
    var json: Bool

    /// How many texts a line for people names at most.
    private static let namesMax = 10

    /// Ends with ``ExitStatus/findings`` when a file has mistakes; a language without a file has
    /// no translation yet.
    func run() throws {
        let menu = try TranslatedMenu(path: path)
        var mistaken = 0
        var all: [TranslationStatus] = []
        for language in menu.languages {
            let path = menu.file(of: language)
            let file = TranslatedMenu.exists(path) ? try menu.read(path).file : POFile()
            mistaken += file == nil ? 1 : 0
            guard let file else { continue }
            all.append(TranslationStatus(of: file, for: menu.messages, language: language))
        }
        if json {
            for status in all { Terminal.line(try Self.object(status)) }
        } else if menu.languages.isEmpty {
            Terminal.line("\(menu.path) has no setting `also`, so it speaks one language.")
        } else {
            for status in all { Terminal.write(Self.lines(status)) }
        }
        guard mistaken == 0 else {
            let files = mistaken == 1 ? "1 file has" : "\(mistaken) files have"
            throw CommandFailure(.findings, "\(files) mistakes and cannot be counted.")
        }
    }

    /// One language for people.
    private static func lines(_ status: TranslationStatus) -> String {
        let texts = status.total.counted("text")
        var text = "\(status.language): \(status.percent) %, \(status.translated) of \(texts)\n"
        let groups = [
            ("not certain", status.fuzzy), ("changed", status.stale),
            ("not translated", status.untranslated),
        ]
        for (name, texts) in groups where !texts.isEmpty {
            let more = texts.count > namesMax ? ", …" : ""
            let names = texts.prefix(namesMax).joined(separator: ", ")
            text += "  \(texts.count) \(name): \(names)\(more)\n"
        }
        return text
    }

    /// One language for programs, as one line of JSON.
    private static func object(_ status: TranslationStatus) throws -> String {
        struct Line: Encodable {
            var language: String
            var percent, total, translated: Int
            var fuzzy, stale, untranslated: [String]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = Line(
            language: status.language,
            percent: status.percent,
            total: status.total,
            translated: status.translated,
            fuzzy: status.fuzzy,
            stale: status.stale,
            untranslated: status.untranslated
        )
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }
}
