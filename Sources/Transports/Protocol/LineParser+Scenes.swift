// SPDX-License-Identifier: Apache-2.0
import Gateway

/// Verbs whose words may be quoted, and those of programs that act a scene.
extension LineParser {
    func sceneCommand(
        _ verb: LineVerb,
        _ arguments: ArraySlice<UInt8>
    ) throws(Refusal) -> LineCommand {
        var rest = arguments
        switch verb {
        case .redial:
            let phone = Self.takePhone(&rest)
            guard !rest.isEmpty else { throw usage(verb) }
            return .redial(phone: phone, String(decoding: rest, as: UTF8.self))
        case .turn:
            guard let phone = Self.takePhone(&rest),
                let key = TurnKey(String(decoding: Self.takeWord(&rest), as: UTF8.self))
            else { throw usage(verb) }
            return .turn(phone: phone, key, String(decoding: rest, as: UTF8.self))
        case .play:
            guard !rest.isEmpty else { throw usage(verb) }
            return .play(String(decoding: rest, as: UTF8.self))
        case .reset: return try reset(Self.quotedWords(rest))
        default: return try phone(Self.quotedWords(rest))
        }
    }

    /// `RESET`, `RESET menu=mavuno clock=2026-11-20T06:00:00Z seed=42`.
    private func reset(_ words: [String]) throws(Refusal) -> LineCommand {
        guard !words.isEmpty else { return .reset }
        var settings: [String: String] = [:]
        for word in words {
            guard let equals = word.firstIndex(of: "="), equals > word.startIndex,
                settings.count < LineLimits.settingsMax,
                settings.updateValue(
                    String(word[word.index(after: equals)...]),
                    forKey: word[..<equals].lowercased()
                ) == nil
            else { throw usage(.reset) }
        }
        guard settings["menu"] != nil else { throw usage(.reset) }
        return .scene(settings)
    }

    /// The words between blanks; blanks between two `"` belong to the word, and the marks do not.
    static func quotedWords(_ rest: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8]?
        var isQuoted = false
        for octet in rest {
            if octet == UInt8(ascii: "\"") {
                isQuoted.toggle()
                word = word ?? []
            } else if !isQuoted, octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t") {
                if let word { words.append(String(decoding: word, as: UTF8.self)) }
                word = nil
            } else {
                word = (word ?? []) + [octet]
            }
        }
        if let word { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
