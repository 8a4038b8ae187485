// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Translates into a made-up language that can still be read, and shows on a phone what is not
/// translated and what will not fit.
///
/// Letters become accented ones where the GSM 7-bit default alphabet has them (3GPP TS 23.038
/// clause 6.2.1), so that the alphabet of a screen stays the same. Texts grow by 35 % of their
/// letters, as translations from English do. A text stands between `<` and `>`, so that one that
/// was put together from parts, or cut off, is seen.
public enum PseudoTranslation {
    /// The language's code, from the range that ISO 639 leaves for private use.
    public static let language = "qps"

    /// By how many percent of its letters a text grows.
    static let growthPercent = 35

    /// A file with every text of a menu in the made-up language.
    ///
    /// - Parameters:
    ///   - messages: the texts in the order in which they are written.
    ///   - menu: the menu's name.
    ///   - language: the code of the file's language.
    ///   - sources: the menu's files, of which references give the lines.
    /// - Returns: the file, every text translated.
    public static func file(
        of messages: [MenuMessage],
        menu: String,
        language: String = language,
        in sources: SourceSet
    ) -> POFile {
        var file = TranslationExtract.file(
            of: messages,
            menu: menu,
            language: language,
            in: sources
        )
        for place in file.entries.indices {
            let entry = file.entries[place]
            file.entries[place].translations = entry.translations.indices.map { form in
                text(of: form == 0 ? entry.source : entry.plural ?? entry.source)
            }
        }
        return file
    }

    /// A text in the made-up language; holes, doubled braces and lines stay as they are.
    public static func text(of source: String) -> String {
        "<"
            + source.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line(of: $0) }.joined(separator: "\n") + ">"
    }

    private static func line(of source: Substring) -> String {
        var line: [Character] = []
        var endOfWords = 0
        // A vowel is doubled whenever so much growth is due.
        var due = 0
        var lastVowel: Character = "ö"
        var hole = false
        var rest = source
        while let character = rest.popFirst() {
            if character == "{" || character == "}" {
                line.append(character)
                if !hole, rest.first == character {
                    line.append(rest.removeFirst())
                } else {
                    hole = character == "{"
                }
                continue
            }
            guard !hole, character.isLetter else {
                line.append(character)
                continue
            }
            let letter = accented[character] ?? character
            line.append(letter)
            due += growthPercent
            if due >= 100, vowels.contains(character) {
                lastVowel = letter
                line += letter.lowercased()
                due -= 100
            }
            endOfWords = line.count
        }
        let missing = String(repeating: lastVowel.lowercased(), count: (due + 50) / 100)
        line.insert(contentsOf: missing, at: endOfWords)
        return String(line)
    }

    private static let vowels: Set<Character> = [
        "a", "e", "i", "o", "u", "A", "E", "I", "O", "U",
    ]

    /// The letters that have an accented neighbour in the alphabet.
    private static let accented: [Character: Character] = [
        "a": "å", "e": "é", "i": "ì", "o": "ö", "u": "ü", "n": "ñ", "A": "Å", "E": "É", "N": "Ñ",
        "O": "Ö", "U": "Ü", "C": "Ç",
    ]
}
