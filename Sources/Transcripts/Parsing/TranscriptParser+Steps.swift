// SPDX-License-Identifier: Apache-2.0
import SourceText

extension TranscriptParser {
    /// Reads a line below `---`.
    mutating func readBody(_ cursor: inout LineCursor) -> TranscriptLine.Role {
        guard let first = cursor.next else { return .empty }
        switch first {
        case UInt8(ascii: "#"):
            notePhase(cursor)
            return .comment
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            cursor.takeBlanks()
            return readExpectation(&cursor)
        default: break
        }
        let line = cursor.number
        if first == UInt8(ascii: "+") {
            let role = readInclusion(&cursor)
            isBehindUnreadStep = role == .unread
            return role
        }
        isBehindInclusion = false
        guard let action = readAction(&cursor) else {
            isBehindUnreadStep = true
            return .unread
        }
        isBehindUnreadStep = false
        steps.append(TranscriptStep(line: line, action: action))
        return .step
    }

    /// A comment names a phase when no other line stands directly above it.
    private mutating func notePhase(_ cursor: LineCursor) {
        guard roles.last == .empty || roles.last == .divider else { return }
        let title = String(cursor.rest.drop { $0 == "#" || $0 == " " })
        phaseStarts.append((cursor.number, title, steps.count))
    }

    private mutating func readAction(_ cursor: inout LineCursor) -> TranscriptStep.Action? {
        let whole = cursor.lineRange
        if cursor.take("@") { return readTime(&cursor) }
        if cursor.take("?") { return readCheck(&cursor, whole) }
        if cursor.take("!") { return readFault(&cursor, whole) }
        if cursor.take("-- ") {
            report(InclusionMistake.noAttachment, whole)
            return nil
        }
        let name = cursor.nextWord(until: "<>")
        if PhoneName.isName(name.text) {
            if cursor.take(">") { return phone(name).flatMap { readPress(&cursor, $0) } }
            cursor.takeBlanks()
            if cursor.take("sms>") { return phone(name).flatMap { readSend(&cursor, $0) } }
            if cursor.take("sms<") {
                return phone(name).flatMap { readReceive(&cursor, $0, whole) }
            }
            if cursor.take("ussd<") {
                let help = "Look at the phone's next screen, or at the SMS it gets instead."
                report(StepMistake.notYet("`ussd<`", help: help), whole)
                return nil
            }
        }
        report(StepMistake.unknownLine(help: meant(name.text, cursor)), whole)
        return nil
    }

    /// What a line that is no step was probably to be; nil when nobody knows.
    private func meant(_ word: String, _ rest: LineCursor) -> String? {
        if ["|", "~", "...", "--"].contains(where: word.hasPrefix) {
            return "A line that is expected begins with two blanks, as `  | Welcome`."
        }
        guard PhoneName.isName(word), rest.rest.hasPrefix(">") else { return nil }
        return "Write no blank before `>`, as in `\(word)> *789#`."
    }

    private mutating func phone(_ name: (text: String, range: SourceRange)) -> String? {
        if let phone = phoneNamed(name.text) { return phone }
        if isAlone, isPart { return name.text }
        // Its line in the header is the mistake.
        if mistakenPhones.contains(name.text) { return nil }
        let known = header.phones.map(\.name)
        report(StepMistake.unknownPhone(name.text, known: known), name.range)
        return nil
    }

    private mutating func readPress(
        _ cursor: inout LineCursor,
        _ phone: String
    ) -> TranscriptStep.Action? {
        _ = cursor.take(" ")
        if cursor.isAtEnd || cursor.isLeft("<empty>") { return .press(phone: phone, .empty) }
        if cursor.isLeft("<hangup>") { return .press(phone: phone, .hangUp) }
        if cursor.next == UInt8(ascii: "<"), cursor.rest.hasPrefix("<"), cursor.rest.hasSuffix(">")
        {
            let help = "Write `<hangup>` or `<empty>`."
            report(StepMistake.badCheck("This key is not known.", help: help), cursor.restRange)
            return nil
        }
        return readTyped(cursor).map { .press(phone: phone, .text($0)) }
    }

    private mutating func readSend(
        _ cursor: inout LineCursor,
        _ phone: String
    ) -> TranscriptStep.Action? {
        cursor.takeBlanks()
        var words = cursor
        _ = words.nextWord()
        guard !words.isAtEnd else {
            let help = "Write the receiver and then the text, as `amina sms> MAVUNO BAL`."
            report(StepMistake.badCheck("The SMS has no text.", help: help), cursor.lineRange)
            return nil
        }
        let receiver = cursor.rest.prefix { $0 != " " && $0 != "\t" }
        let template = readTyped(cursor)
        guard let actual = phoneNamed(String(receiver)), actual != receiver,
            case .text(let text)? = template?.pieces.first
        else { return template.map { .send(phone: phone, $0) } }
        let rest = Array(template?.pieces.dropFirst() ?? [])
        let named = Template([.text(actual + text.dropFirst(receiver.count))] + rest)
        return .send(phone: phone, named)
    }

    /// Reads what a phone types or sends, in which a hole can only put a value in.
    private mutating func readTyped(_ cursor: LineCursor) -> Template? {
        guard let template = readTemplate(cursor, isPattern: false) else { return nil }
        guard template.isLiteral else {
            let what = "What a phone sends has to be known; nothing can be matched here."
            report(StepMistake.badHole(what), cursor.restRange)
            return nil
        }
        return template
    }

    private mutating func readReceive(
        _ cursor: inout LineCursor,
        _ phone: String,
        _ whole: SourceRange
    ) -> TranscriptStep.Action? {
        let sender = cursor.nextWord()
        let word = cursor.nextWord()
        var within: Int64?
        if word.text == "within" {
            let time = cursor.nextWord()
            let text = filled(time.text)
            guard let duration = ClockText.duration(text) ?? (isOpen(text) ? 0 : nil) else {
                report(StepMistake.badDuration(time.text), time.range)
                return nil
            }
            within = duration
        }
        cursor.takeBlanks()
        guard !sender.text.isEmpty, within != nil || word.text.isEmpty, cursor.isAtEnd,
            sender.text != "none" || within != nil
        else {
            let help = "Write `\(phone) sms< MAVUNO within 10s` or `\(phone) sms< none within 60s`."
            report(StepMistake.badCheck("This says not which SMS.", help: help), whole)
            return nil
        }
        if sender.text == "none" { return .silence(phone: phone, milliseconds: within ?? 0) }
        let from = phoneNamed(sender.text) ?? filled(sender.text)
        return .receive(phone: phone, from: from, withinMilliseconds: within ?? 0)
    }

    private mutating func readTime(_ cursor: inout LineCursor) -> TranscriptStep.Action? {
        cursor.takeBlanks()
        let range = cursor.restRange
        let text = filled(cursor.rest)
        if isOpen(text) { return .wait(milliseconds: 0) }
        if text.hasPrefix("+"), let duration = ClockText.duration(text.dropFirst()) {
            return .wait(milliseconds: duration)
        }
        if let instant = ClockText.instant(text) { return .waitUntil(instant) }
        report(StepMistake.badTime(text), range)
        return nil
    }

    private mutating func readCheck(
        _ cursor: inout LineCursor,
        _ whole: SourceRange
    ) -> TranscriptStep.Action? {
        let words = words(of: &cursor)
        switch (words.first?.text, words.count) {
        case ("balance", 4) where words[2].text == "==":
            let name = words[1]
            let text = isOpen(words[3].text) ? "0" : words[3].text
            guard let amount = DecimalText(text) else {
                let help = "Write an amount such as `1493.00`."
                report(StepMistake.badCheck("This is no amount.", help: help), words[3].range)
                return nil
            }
            if name.text.contains(":") {
                return .check(.balance(of: filledAccount(name.text), amount))
            }
            return phone(name).map { .check(.balance(of: $0, amount)) }
        case ("ledger", 2) where words[1].text == "last": return .check(.lastPosting)
        case ("ledger", 4)
        where words.dropFirst().map(\.text) == ["sum", "==", "0"]:
            return .check(.ledgerSum)
        case ("session", 3) where ["open", "none"].contains(words[2].text):
            return phone(words[1]).map {
                .check(.session(phone: $0, isOpen: words[2].text == "open"))
            }
        default:
            let help =
                "The checks are `? balance amina == 1493.00`, `? ledger last`, "
                + "`? ledger sum == 0` and `? session amina open` or `none`."
            report(StepMistake.badCheck("This is no check.", help: help), whole)
            return nil
        }
    }

    /// What is left of a line, word by word.
    func words(of cursor: inout LineCursor) -> [(text: String, range: SourceRange)] {
        var words: [(text: String, range: SourceRange)] = []
        while !cursor.isAtEnd { words.append(cursor.nextWord()) }
        return words.filter { !$0.text.isEmpty }.map { (filled($0.text), $0.range) }
    }
}
