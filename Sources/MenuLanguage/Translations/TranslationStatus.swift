// SPDX-License-Identifier: Apache-2.0

/// How far the translation of a menu into one language is.
public struct TranslationStatus: Hashable, Sendable {
    /// The language's code.
    public let language: String
    /// How many texts the menu has.
    public let total: Int
    /// How many of them are shown in the language.
    public let translated: Int
    /// The texts whose translation is marked as not certain, and is not shown.
    public let fuzzy: [String]
    /// The texts that were changed after they were translated; what was translated is not shown.
    public let stale: [String]
    /// The texts without a translation, or without one for each plural form.
    public let untranslated: [String]

    /// Compares a file of translations with the texts of its menu.
    ///
    /// - Parameters:
    ///   - file: the file; an empty one where there is none yet.
    ///   - messages: the texts of the menu, each context once.
    ///   - language: the language's code.
    public init(of file: POFile, for messages: [MenuMessage], language: String) {
        var entries: [String: [POEntry]] = [:]
        for entry in file.entries {
            guard let context = entry.context else { continue }
            entries[context, default: []].append(entry)
        }
        var (fuzzy, stale, untranslated): ([String], [String], [String]) = ([], [], [])
        for message in messages {
            let own = entries[message.context] ?? []
            if let entry = own.first(where: { $0.translates(message) && $0.isTranslated }) {
                if entry.isFuzzy { fuzzy.append(message.context) }
            } else if own.contains(where: { !$0.translates(message) && $0.hasText }) {
                stale.append(message.context)
            } else {
                untranslated.append(message.context)
            }
        }
        self.language = language
        total = messages.count
        translated = total - fuzzy.count - stale.count - untranslated.count
        (self.fuzzy, self.stale, self.untranslated) = (fuzzy, stale, untranslated)
    }

    /// The share of the texts that are shown in the language, in whole percent, rounded down: 100
    /// only when nothing is missing.
    public var percent: Int { total == 0 ? 100 : translated * 100 / total }
}
