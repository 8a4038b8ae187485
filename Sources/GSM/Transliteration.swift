// SPDX-License-Identifier: Apache-2.0

/// Brings a text into the default alphabet when a short text matters more than its accents.
public enum Transliteration {
    /// Rewrites a text so that every character has a GSM-7 code.
    ///
    /// Characters of the alphabet stay; a Latin letter with marks becomes its base letter,
    /// typographic signs become plain ones, foreign digits become 0 to 9, anything else becomes
    /// `?`. Control characters other than LF and invisible ones are removed. A text that needs no
    /// change comes back as it is.
    public static func toDefaultAlphabet(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy(isKept) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for character in text {
            if character.unicodeScalars.allSatisfy(isKept) {
                result.append(character)
            } else {
                result += replacement(for: character) ?? "?"
            }
        }
        return result
    }

    /// A GSM-7 text for one character, empty when it is best removed, `nil` when none is known.
    static func replacement(for character: Character) -> String? {
        if let scalar = canonical[character] { return String(scalar) }
        var result = ""
        for scalar in character.unicodeScalars {
            guard let part = replacement(for: scalar) else { return nil }
            result += part
        }
        return result
    }

    /// Letters of the alphabet by canonical equivalence, so that `e` and U+0301 find `é`.
    private static let canonical: [Character: Unicode.Scalar] = {
        let shown = DefaultAlphabet.scalars.filter { $0.value >= 0x80 }
        return Dictionary(uniqueKeysWithValues: shown.map { (Character($0), $0) })
    }()

    /// Signs whose plain form does not follow from their Unicode properties.
    private static let signs: [Unicode.Scalar: String] = [
        "…": "...", "‥": "..", "•": "-", "·": ".", "−": "-", "×": "x", "÷": "/", "≠": "!=",
        "≤": "<=", "≥": ">=", "→": "->", "←": "<-", "⇒": "=>", "‘": "'", "’": "'", "‚": "'",
        "‛": "'", "‹": "'", "›": "'", "`": "'", "´": "'", "ʹ": "'", "ʻ": "'", "ʼ": "'",
        "′": "'", "″": "\"", "„": "\"", "‟": "\"", "。": ".", "、": ",", "「": "\"",
        "」": "\"", "¦": "|", "©": "(c)", "®": "(R)", "™": "(TM)", "ª": "a", "º": "o",
        "°": "o", "¹": "1", "²": "2", "³": "3", "¼": "1/4", "½": "1/2", "¾": "3/4",
        "№": "No", "ẞ": "ß", "¢": "c", "₦": "N", "₵": "GHS", "₹": "Rs", "৳": "Tk", "˜": "~",
        "⁄": "/",
    ]

    /// Latin letters whose Unicode name is a word and not the letter itself.
    private static let namedLetters: [Substring: String] = [
        "AE": "Æ", "OE": "OE", "IJ": "IJ", "FI": "FI", "FL": "FL", "FF": "FF", "DZ": "DZ",
        "LJ": "LJ", "NJ": "NJ", "ENG": "N", "ETH": "D", "THORN": "TH", "SCHWA": "E",
        "ESH": "S", "EZH": "Z", "KRA": "K",
    ]

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x20 { return scalar == "\n" }
        return DefaultAlphabet.septetCount(of: scalar) != nil
    }

    private static func replacement(for scalar: Unicode.Scalar) -> String? {
        if isKept(scalar) { return String(scalar) }
        if let sign = signs[scalar] { return sign }
        if (0xFF01...0xFF5E).contains(scalar.value) {
            return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(replacement)
        }
        let properties = scalar.properties
        if properties.numericType == .decimal, let value = properties.numericValue {
            return String(Int(value))
        }
        switch properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark: return ""
        case .lineSeparator, .paragraphSeparator: return "\n"
        case .spaceSeparator: return " "
        case .dashPunctuation: return "-"
        case .initialPunctuation, .finalPunctuation: return "\""
        default: return properties.name.flatMap(baseLetter)
        }
    }

    /// Reads the base letter out of a name such as `LATIN SMALL LETTER O WITH HORN AND ACUTE`.
    private static func baseLetter(ofScalarNamed name: String) -> String? {
        let words = name.split(separator: " ")
        guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER" || words[2] == "LIGATURE"
        else { return nil }
        let letter = words[3...].prefix { $0 != "WITH" && $0 != "DIGRAPH" && $0 != "PRECEDED" }
        for word in [letter.first, letter.last].compactMap(\.self) {
            guard let base = word.count == 1 ? String(word) : namedLetters[word] else { continue }
            switch words[1] {
            case "CAPITAL": return base
            case "SMALL": return base.lowercased()
            default: return nil
            }
        }
        return nil
    }
}
