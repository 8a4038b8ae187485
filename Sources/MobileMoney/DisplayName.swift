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
        let basic = Transliteration.toDefaultAlphabet(text).unicodeScalars.filter {
            DefaultAlphabet.septetCount(of: $0) == 1 && $0 != "\r"
        }
        let words = String(String.UnicodeScalarView(basic))
            .split(whereSeparator: { $0 == " " || $0 == "\n" })
        var shown = words.joined(separator: " ").prefix(length)
        while shown.last == " " { shown.removeLast() }
        return shown.isEmpty ? "?" : String(shown)
    }
}
