// SPDX-License-Identifier: Apache-2.0

/// Brings texts of other tools into what a transcript can say.
enum ImportedText {
    /// The text with `\n` as line end and blanks for other signs that steer.
    static func clean(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        var isReturn = false
        for scalar in text.unicodeScalars {
            if isReturn, scalar != "\n" { cleaned.append(" ") }
            isReturn = scalar == "\r"
            guard !isReturn else { continue }
            cleaned.append(scalar.value < 0x20 && scalar != "\n" ? " " : scalar)
        }
        return String(cleaned)
    }

    /// The text in one line without blanks around it.
    static func oneLine(_ text: String) -> String {
        trimmed(
            String(
                String.UnicodeScalarView(clean(text).unicodeScalars.map { $0 == "\n" ? " " : $0 })
            )
        )
    }

    /// The text without blanks around it.
    static func trimmed(_ text: String) -> String {
        var octets = Array(text.utf8)[...]
        while let first = octets.first, [0x20, 0x09].contains(first) { octets.removeFirst() }
        while let last = octets.last, [0x20, 0x09].contains(last) { octets.removeLast() }
        return String(decoding: octets, as: UTF8.self)
    }

    /// What a screen shows and whether it is the last one; nil without `CON` or `END` before it.
    static func screen(_ reply: String) -> (text: String, isLast: Bool)? {
        for (word, isLast) in [("CON", false), ("END", true)] where reply.hasPrefix(word) {
            let rest = reply.utf8.dropFirst(word.utf8.count)
            guard let first = rest.first else { return ("", isLast) }
            let isBlank = first == UInt8(ascii: " ")
            guard isBlank || first == UInt8(ascii: "\n") else { continue }
            return (String(Substring(rest.dropFirst())), isLast)
        }
        return nil
    }

    /// The text without one line end at its end, which tools put there by themselves.
    static func withoutLineEnd(_ text: String) -> String {
        text.utf8.last == UInt8(ascii: "\n") ? String(Substring(text.utf8.dropLast())) : text
    }

    /// Whether something is dialled and does not answer a screen, and can be written.
    static func isDial(_ text: String) -> Bool {
        Stage.isDialled(text) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && isTypable(text)
    }

    /// Whether a transcript can say that this was typed.
    static func isTypable(_ text: String) -> Bool {
        !text.contains("{{") && !(text.hasPrefix("<") && text.hasSuffix(">"))
            && trimmed(text) == text && !text.contains(where: \.isNewline)
    }

    /// The name of a menu that nobody named, made of its service code: `*384*12#` is `ussd-384-12`.
    static func menuName(dial: String) -> String {
        let parts = dial.utf8.split { !(48...57 ~= $0) }.map { String(decoding: $0, as: UTF8.self) }
        return "ussd-" + (parts.isEmpty ? "0" : parts.joined(separator: "-"))
    }

    /// A name for a file made of a sentence: letters, digits and dashes.
    static func fileName(_ sentence: String, else other: String) -> String {
        var words: [String] = []
        for word in sentence.lowercased().utf8.split(whereSeparator: {
            !(48...57 ~= $0 || 97...122 ~= $0)
        }) where words.reduce(word.count, { $0 + $1.utf8.count + 1 }) <= 60 {
            words.append(String(decoding: word, as: UTF8.self))
        }
        return words.isEmpty ? other : words.joined(separator: "-")
    }
}
