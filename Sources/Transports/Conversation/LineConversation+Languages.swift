// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway

/// `lang=` of `PHONE`: the language that the menus speak to a phone.
extension LineConversation {
    /// Why a language cannot be asked for, or nil when a menu in service speaks it.
    func refusal(of language: String) -> LineReply? {
        let menus = gateway.menus
        if menus.contains(where: { $0.languageIndex(of: language) != nil }) { return nil }
        var known: [String] = []
        for code in menus.flatMap(\.languages) where !known.contains(code) { known.append(code) }
        return LineReply(
            .malformed,
            "nothing was done; no menu speaks \(language), they speak \(known.joined(separator: ", "))"
        )
    }

    /// The words that show a phone's language, with a blank before them; empty when none was chosen.
    static func languageWords(of phone: MSISDN, on gateway: Gateway) -> String {
        gateway.language(of: phone).map { " lang=\($0)" } ?? ""
    }
}
