// SPDX-License-Identifier: Apache-2.0
import GSM

/// Verbs whose arguments are single words.
extension LineParser {
    func alone(
        _ command: LineCommand,
        _ words: [String],
        _ verb: LineVerb
    ) throws(Refusal) -> LineCommand {
        guard words.isEmpty else { throw usage(verb) }
        return command
    }

    func onePhone(_ words: [String], _ verb: LineVerb) throws(Refusal) -> String? {
        guard words.count <= 1 else { throw usage(verb) }
        return words.first
    }

    /// `PHONE`, `PHONE amina`, `PHONE baraka +254712000002 pin=1234 balance=100.00`.
    func phone(_ words: [String]) throws(Refusal) -> LineCommand {
        guard let name = words.first else { return .phones }
        guard Names.isName(name) else {
            throw Refusal(
                .malformed,
                "no phone was made; a name is a letter and then letters, digits, - or _, at most "
                    + "\(LineLimits.nameCharactersMax)"
            )
        }
        var msisdn: MSISDN?
        var settings: [String: String] = [:]
        for word in words.dropFirst() {
            if let equals = word.firstIndex(of: "="), equals > word.startIndex {
                let key = word[..<equals].lowercased()
                guard settings.count < LineLimits.settingsMax,
                    settings.updateValue(String(word[word.index(after: equals)...]), forKey: key)
                        == nil
                else { throw usage(.phone) }
            } else if msisdn == nil, let number = MSISDN(e164: word) {
                msisdn = number
            } else {
                throw usage(.phone)
            }
        }
        return .phone(PhoneRequest(name: name, msisdn: msisdn, settings: settings))
    }

    /// `INBOX`, `INBOX amina`, `INBOX amina 3`, `INBOX 3`.
    func inbox(_ words: [String]) throws(Refusal) -> LineCommand {
        var rest = words[...]
        let phone = rest.first.flatMap { Int($0) == nil || $0.hasPrefix("+") ? $0 : nil }
        if phone != nil { rest = rest.dropFirst() }
        guard rest.count <= 1 else { throw usage(.inbox) }
        guard let word = rest.first else { return .inbox(phone: phone, messages: nil) }
        guard let count = Int(word), count > 0 else { throw usage(.inbox) }
        return .inbox(phone: phone, messages: min(count, limits.inboxMessagesMax))
    }

    /// `WAIT amina sms 5s`, `WAIT sms 5s`.
    func wait(_ words: [String]) throws(Refusal) -> LineCommand {
        guard words.count == 2 || words.count == 3,
            words[words.count - 2].lowercased() == "sms",
            let last = words.last?.lowercased(),
            let seconds = Int(last.hasSuffix("s") ? last.dropLast() : last[...]), seconds >= 0
        else { throw usage(.wait) }
        guard seconds <= limits.waitSecondsMax else {
            throw Refusal(
                .malformed,
                "nothing was waited for; at most \(limits.waitSecondsMax)s at once"
            )
        }
        return .wait(phone: words.count == 3 ? words[0] : nil, seconds: seconds)
    }

    func watch(_ words: [String], _ verb: LineVerb) throws(Refusal) -> LineCommand {
        let phone = try onePhone(words, verb)
        let isAll = phone?.lowercased() == "all"
        if verb == .watch { return isAll ? .watchAll : .watch(phone: phone) }
        return isAll ? .unwatchAll : .unwatch(phone: phone)
    }

    /// `RECORD START Amina pays`, `RECORD STOP`.
    func record(_ arguments: ArraySlice<UInt8>) throws(Refusal) -> LineCommand {
        var rest = arguments
        switch String(decoding: Self.takeWord(&rest), as: UTF8.self).uppercased() {
        case "START": return .record(.start(title: String(decoding: rest, as: UTF8.self)))
        case "SECRET" where !rest.isEmpty:
            return .record(.secret(pattern: String(decoding: rest, as: UTF8.self)))
        case "STOP" where rest.isEmpty: return .record(.stop)
        default: throw usage(.record)
        }
    }

    /// `RAW amina`, `RAW amina on`, `RAW off`.
    func raw(_ words: [String]) throws(Refusal) -> LineCommand {
        guard words.count <= 2 else { throw usage(.raw) }
        let last = words.last?.lowercased()
        if last == "off" { return .rawOff }
        let names = last == "on" ? words.dropLast() : words[...]
        guard names.count <= 1 else { throw usage(.raw) }
        return .raw(phone: names.first)
    }

    func mode(_ words: [String]) throws(Refusal) -> LineCommand {
        guard words.count == 1 || words.count == 2 && words[1].lowercased() == "turns" else {
            throw usage(.mode)
        }
        switch words[0].lowercased() {
        case "text": return .mode(isJSON: false, tellsTurns: words.count == 2)
        case "json": return .mode(isJSON: true, tellsTurns: words.count == 2)
        default: throw usage(.mode)
        }
    }

    func help(_ words: [String]) throws(Refusal) -> LineCommand {
        guard let word = words.first else { return .help(nil) }
        guard words.count == 1, let verb = LineVerb(typed: Array(word.utf8)[...]) else {
            let nearest = LineVerb.nearest(to: word).map { "; did you mean \($0.rawValue)?" } ?? ""
            throw Refusal(.unknownVerb, "there is no such verb\(nearest) (HELP lists them)")
        }
        return .help(verb)
    }
}
