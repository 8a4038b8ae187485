// SPDX-License-Identifier: Apache-2.0
import GSM

/// Tells commands from replies, line by line, and puts each reply to its command.
struct LineLogReader {
    private let parser = LineParser(limits: LineLimits())
    private var entries: [LineLog.Entry] = []
    /// Commands whose replies are still to come; nil for one that was not understood.
    private var waiting: [Command?] = []
    /// The reply whose block is being read.
    private var open: (code: LineCode, words: String, lines: [String])?
    private var hand = ""
    /// Messages that were seen, so that `INBOX` after `WAIT` tells none twice.
    private var seen: Set<String> = []
    private var isWatching = false
    /// What was typed and not answered yet, by its place.
    private var unanswered: Set<Int> = []

    private struct Command {
        var command: LineCommand
        var phone: String
        /// The entry that it made, which stays only when it is answered.
        var entry: Int?
    }

    /// What was read, without what was typed and has no reply: nothing tells whether it was a PIN.
    var finished: [LineLog.Entry] {
        entries.indices.filter { !unanswered.contains($0) }.map { entries[$0] }
    }

    mutating func take(_ line: String) {
        if let reply = open {
            guard line == "." else {
                open?.lines.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
                return
            }
            open = nil
            return take(reply.code, reply.words, reply.lines)
        }
        if let (code, words) = Self.reply(line),
            code == .ready || code == .event || !waiting.isEmpty
        {
            if code.hasBlock { open = (code, words, []) } else { take(code, words, []) }
            return
        }
        guard let parsed = parser.parse(Array(line.utf8)[...]) else { return }
        guard case .success(let command) = parsed.command else { return waiting.append(nil) }
        if case .phone(let request) = command { hand = request.name }
        let count = entries.count
        begin(command)
        let entry = entries.count > count ? count : nil
        if let entry { unanswered.insert(entry) }
        waiting.append(Command(command: command, phone: hand, entry: entry))
    }

    /// A code and the words behind it, a tag left out; nil for what is no reply.
    private static func reply(_ line: String) -> (LineCode, String)? {
        var rest = line[...]
        if rest.first == "@" { rest = rest.drop { $0 != " " }.dropFirst() }
        let digits = rest.prefix(3)
        guard digits.utf8.count == 3, rest.dropFirst(3).first == " ",
            let code = UInt16(digits).flatMap({ LineCode(rawValue: $0) })
        else { return nil }
        return (code, String(rest.dropFirst(4)))
    }

    private mutating func begin(_ command: LineCommand) {
        switch command {
        case .typed(let text): entries.append(.typed(phone: hand, text: text))
        case .dial(let phone, let text), .say(let phone, let text):
            entries.append(.typed(phone: phone ?? hand, text: text))
        case .sms(let phone, let to, let text):
            entries.append(.sent(phone: phone, to: to, text: text))
        case .watch, .watchAll: isWatching = true
        default: break
        }
    }

    private mutating func take(_ code: LineCode, _ words: String, _ lines: [String]) {
        if code == .event { return event(words, lines) }
        guard code != .ready || !waiting.isEmpty, !waiting.isEmpty else { return }
        guard let command = waiting.removeFirst() else { return }
        if let entry = command.entry { unanswered.remove(entry) }
        let text = lines.joined(separator: "\n")
        switch command.command {
        case .phone(let request) where code == .done:
            let number = words.split(whereSeparator: { " ;".contains($0) }).dropFirst().first
            let msisdn = number.flatMap { MSISDN(e164: String($0)) }
            entries.append(.phone(request, number: msisdn))
        case .typed:
            answer(command.phone, code, words, text)
        case .dial(let phone, _), .say(let phone, _):
            answer(phone ?? command.phone, code, words, text)
        case .hangUp(let phone) where code == .released:
            entries.append(.hungUp(phone: phone ?? command.phone))
        case .clock(let words) where code == .time && !words.isEmpty:
            entries.append(.clock(words[0]))
        case .wait(let phone, _) where code == .message, .inbox(let phone, _) where code == .inbox:
            messages(phone ?? command.phone, lines)
        default: break
        }
    }

    private mutating func answer(_ phone: String, _ code: LineCode, _ words: String, _ text: String)
    {
        entries.append(.answered(phone: phone, code: code, words: words, text: text))
    }

    /// `amina SMS from=MAVUNO parts=1`; other events repeat what replies say.
    private mutating func event(_ words: String, _ lines: [String]) {
        let parts = words.split(separator: " ")
        guard parts.count >= 3, parts[1] == "SMS", parts[2].hasPrefix("from=") else { return }
        let from = String(parts[2].dropFirst("from=".count))
        let text = lines.joined(separator: "\n")
        entries.append(.message(phone: String(parts[0]), from: from, at: nil, text: text))
    }

    /// Messages as `WAIT` and `INBOX` show them: a line with `from=`, `at=` and `lines=`, the text.
    private mutating func messages(_ phone: String, _ lines: [String]) {
        var rest = lines[...]
        while let head = rest.popFirst() {
            var facts: [String: String] = [:]
            for word in head.split(separator: " ") {
                let pair = word.split(separator: "=", maxSplits: 1)
                if pair.count == 2 { facts[String(pair[0])] = String(pair[1]) }
            }
            guard let from = facts["from"], let count = facts["lines"].flatMap(Int.init), count >= 0
            else { continue }
            let text = rest.prefix(count).joined(separator: "\n")
            rest = rest.dropFirst(count)
            guard !isWatching, seen.insert("\(phone) \(head) \(text)").inserted else { continue }
            entries.append(.message(phone: phone, from: from, at: facts["at"], text: text))
        }
    }
}
