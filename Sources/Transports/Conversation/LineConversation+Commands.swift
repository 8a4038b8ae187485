// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What each command does.
extension LineConversation {
    /// Does a command.
    ///
    /// - Returns: false when it must wait; then nothing was done.
    func perform(
        _ command: LineCommand,
        _ style: LineStyle
    ) throws(LineParser.Refusal) -> Bool {
        switch command {
        case .typed(let text):
            if let raw { return type(text, on: raw, style) }
            return type(text, on: try hand(nil), style)
        case .dial(let phone, let text): return dial(text, from: try hand(phone), style)
        case .say(let phone, let text): return say(text, from: try hand(phone), style)
        case .redial(let phone, let text): return redial(text, from: try hand(phone), style)
        case .turn(let phone, let key, let text):
            return answer(key, with: text, from: try hand(phone), style)
        case .session(let phone): return showSession(of: try hand(phone), style)
        case .scene(let settings): return beginScene(settings, style)
        case .play(let path): return play(path, style)
        case .hangUp(let phone): return hangUp(try hand(phone), style)
        case .screen(let phone): return showScreen(of: try hand(phone), style)
        case .sms(let phone, let to, let text):
            return send(text, from: try hand(phone), to: to, style)
        case .inbox(let phone, let count): return showInbox(of: try hand(phone), count, style)
        case .wait(let phone, let seconds): return wait(for: try hand(phone), seconds, style)
        case .watch(let phone): return watch(try hand(phone), style)
        case .watchAll: return watch(nil, style)
        case .unwatch(let phone): return unwatch(try hand(phone), style)
        case .unwatchAll: return unwatch(nil, style)
        case .raw(let phone): return enterRaw(try hand(phone), style)
        case .balance(let phone): return showBalance(of: try hand(phone), style)
        case .phones, .phone, .clock, .ledger, .fault, .reset, .load, .check, .record:
            return askDesk(command, style)
        case .rawOff, .mode, .hello, .capabilities, .help, .ping, .quit:
            return answerItself(command, style)
        }
    }

    /// The phone of a name or number, or the one in hand for nil.
    private func hand(_ name: String?) throws(LineParser.Refusal) -> Hand {
        guard let name else {
            if let inHand { return inHand }
            throw LineParser.Refusal(
                .noSuchPhone,
                "no phone is in hand; take one first, as in PHONE amina"
            )
        }
        if let inHand, inHand.name == name { return inHand }
        let found =
            name.hasPrefix("+")
            ? MSISDN(e164: name).flatMap(handsets.handset(with:)) : handsets.handset(named: name)
        guard let found else { throw noSuchPhone(name) }
        if seen[found.msisdn] == nil { seen[found.msisdn] = found.inbox.received }
        return Hand(name: found.name, msisdn: found.msisdn)
    }

    private func noSuchPhone(_ name: String) -> LineParser.Refusal {
        guard Names.isName(name) else {
            return LineParser.Refusal(.noSuchPhone, "there is no such phone; PHONE lists them")
        }
        let meant = Names.nearest(to: name, among: handsets.all.map(\.name))
        let advice = meant.map { "did you mean \($0)?" } ?? "make it with PHONE \(name)"
        return LineParser.Refusal(.noSuchPhone, "there is no phone \(name); \(advice)")
    }

    /// Commands about the conversation itself.
    private func answerItself(_ command: LineCommand, _ style: LineStyle) -> Bool {
        switch command {
        case .rawOff:
            raw = nil
            return answer(LineReply(.done, "raw off"), style)
        case .mode(let wantsJSON, let wantsTurns):
            var style = style
            style.isJSON = wantsJSON
            let word = (wantsJSON ? "json" : "text") + (wantsTurns ? " turns" : "")
            guard answer(LineReply(.done, "mode \(word)"), style) else { return false }
            (isJSON, tellsTurns) = (wantsJSON, wantsTurns)
            watch.setJSON(wantsJSON)
            return true
        case .hello: return answer(options.greeting, style)
        case .capabilities:
            let reply = LineReply(
                .capabilities,
                "what this server can do",
                lines: options.capabilityLines + desk.capabilityLines
            )
            return answer(reply, style)
        case .help(let verb): return answer(Self.help(verb), style)
        case .quit:
            guard answer(LineReply(.bye, "bye"), style) else { return false }
            close()
            return true
        default: return answer(LineReply(.done, "pong"), style)
        }
    }

    private static func help(_ verb: LineVerb?) -> LineReply {
        if let verb {
            let example = verb.example.map { ["For example: \($0)"] } ?? []
            return LineReply(.help, verb.usage, lines: [verb.summary] + example)
        }
        let start = [
            "Take a phone in hand:  PHONE amina",
            "Dial from it:          *789#",
            "Answer the screen:     1",
            "Hang up:               HANGUP",
            "A line that begins with a digit, * or # goes to the phone in hand.",
            "",
        ]
        let verbs = LineVerb.allCases.filter(\.isInThisVersion)
        let width = verbs.map(\.usage.count).max() ?? 0
        let lines = verbs.map { verb in
            let gap = String(repeating: " ", count: width - verb.usage.count + 2)
            return verb.usage + gap + verb.summary
        }
        return LineReply(.help, "how to use the line", lines: start + lines)
    }
}
