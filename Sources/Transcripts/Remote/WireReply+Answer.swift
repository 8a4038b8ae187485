// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

extension WireReply {
    /// The answer to a turn that the reply tells of; nil when it tells of none.
    var answer: Answer? {
        switch code {
        case 220: screen(.continue)
        case 221: screen(.end)
        case 222: released()
        case 410: released(.noSession)
        case 411, 412: released(.noSuchCode)
        case 421: released(.shutdown)
        case 429: released(.tooBusy)
        default: nil
        }
    }

    private func screen(_ kind: Answer.Kind) -> Answer {
        let shown = lines.joined(separator: "\n")
        let counts = (word("chars") ?? "").split(separator: "/").map { Int($0) ?? 0 }
        let isWide = word("alphabet") == "ucs2"
        let turn = word("turn").flatMap { TurnKey(String($0)) }
        return Answer(
            kind: kind,
            text: shown,
            size: TextSize(alphabet: isWide ? .ucs2 : .gsm7, units: counts.first ?? 0),
            sizeMax: counts.count > 1 ? counts[1] : 0,
            session: turn?.session ?? .none,
            position: turn?.position ?? 0,
            asksSecret: word("secret") == "yes",
            state: word("state").map { String($0) } ?? "",
            menu: word("menu").map { String($0) } ?? ""
        )
    }

    /// Reads `222 amina idle-timeout; Time is over.`.
    private func released() -> Answer {
        let words = text.split(separator: " ", maxSplits: 2).map { String($0) }
        let named = words.count > 1 ? String(words[1].prefix { $0 != ";" }) : ""
        let cause = ReleaseCause.allCases.first { $0.lineWord == named } ?? .fault
        return released(cause, words.count > 2 ? words[2] : "")
    }

    private func released(_ cause: ReleaseCause, _ text: String? = nil) -> Answer {
        let text = text ?? cause.text
        return Answer(
            kind: .released(cause),
            text: text,
            size: TextSize.measure(text),
            sizeMax: 0,
            session: .none,
            position: 0,
            asksSecret: false,
            state: "",
            menu: ""
        )
    }
}

extension ReleaseCause {
    /// The cause as the line writes it: `idle-timeout`.
    fileprivate var lineWord: String {
        rawValue.reduce(into: "") { word, letter in
            if letter.isUppercase { word += "-" }
            word += letter.lowercased()
        }
    }
}
