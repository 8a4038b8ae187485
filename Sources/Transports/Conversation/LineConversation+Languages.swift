// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// `lang=` of `PHONE`: the language that the menus speak to a phone.
extension LineConversation {
    /// Why a language cannot be asked for, or nil when a menu in service speaks it.
    func refusal(of language: String) -> LineReply? {
        if gateway.speaks(language) { return nil }
        let known = gateway.languages().joined(separator: ", ")
        let text = "nothing was done; no menu speaks \(language), they speak \(known)"
        return LineReply(.malformed, text)
    }

    /// The words that show a phone's language, a blank before them; empty when none was chosen.
    static func languageWords(of phone: MSISDN, on gateway: Gateway) -> String {
        gateway.language(of: phone).map { " lang=\($0)" } ?? ""
    }
}
