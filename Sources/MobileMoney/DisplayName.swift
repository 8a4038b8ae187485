// SPDX-License-Identifier: Apache-2.0
import GSM

/// Names as every screen and text message can show them.
///
/// One letter outside the GSM default alphabet would turn a whole message into UCS-2, and one of
/// the extension table would count twice (TS 23.038 clause 6.2.1), so names have neither.
enum DisplayName {
    /// Most characters of a person's or shop's name.
    static let personMax = 20
    /// Most characters of an agent's number and name together.
    static let partyMax = 26

    /// Rewrites a name in the basic set, upper and lower case as typed, and cuts it.
    static func person(_ typed: String) -> String { cut(typed, to: personMax) }

    /// An agent as `4021 MAMA NEEMA SHOP`.
    static func agent(till: String, business: String) -> String {
        cut("\(till) \(business)", to: partyMax)
    }

    /// Rewrites a text in the basic set, with single blanks, and cuts it; never empty.
    static func cut(_ text: String, to length: Int) -> String {
        if isShownAsItIs(text, length) { return text }
        let basic = Transliteration.toDefaultAlphabet(text).unicodeScalars.filter {
            DefaultAlphabet.septetCount(of: $0) == 1 && $0 != "\r"
        }
        let words = String(String.UnicodeScalarView(basic))
            .split(whereSeparator: { $0 == " " || $0 == "\n" })
        var shown = words.joined(separator: " ").prefix(length)
        while shown.last == " " { shown.removeLast() }
        return shown.isEmpty ? "?" : String(shown)
    }

    /// Whether a text is letters and digits with single blanks between them, and short enough.
    private static func isShownAsItIs(_ text: String, _ length: Int) -> Bool {
        guard (1...length).contains(text.utf8.count) else { return false }
        var before = UInt8(ascii: " ")
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case UInt8(ascii: " ") where before != UInt8(ascii: " "): break
            default: return false
            }
            before = octet
        }
        return before != UInt8(ascii: " ")
    }
}
