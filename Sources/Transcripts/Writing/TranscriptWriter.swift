// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// Writes scenes as the text of `.ussd` files, which read again give the same scenes.
public enum TranscriptWriter {
    /// The text of a file.
    ///
    /// What the language cannot say, such as typing `<empty>` as text, must not be in the steps.
    /// A clock is written in UTC.
    ///
    /// - Parameters:
    ///   - header: What stands above `---`.
    ///   - phases: The steps under the comments that name them; behind the first one, a phase
    ///     without a name has an empty comment.
    /// - Returns: The text, which ends with a line end.
    public static func text(_ header: TranscriptHeader, _ phases: [WrittenPhase]) -> String {
        var lines = Self.lines(header)
        for (index, phase) in phases.enumerated() {
            if index > 0 { lines.append("") }
            if !phase.title.isEmpty {
                lines.append("# \(phase.title)")
            } else if index > 0 {
                lines.append("#")
            }
            for step in phase.steps {
                lines.append(text(step.action))
                lines += step.expectations.map(text)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ header: TranscriptHeader) -> [String] {
        var lines = ["ussd/1", "title: \(header.title)", "menu: \(header.menu)"]
        if let network = header.network { lines.append("network: \(network)") }
        lines.append("clock: \(ClockText.text(of: header.clock))")
        lines.append("seed: \(header.seed)")
        if !header.languages.isEmpty {
            lines.append("lang: \(header.languages.joined(separator: " "))")
        }
        if let stubs = header.stubs { lines.append("stubs: \(stubs)") }
        if let tariff = header.tariff { lines.append("tariff: \(tariff)") }
        if !header.tags.isEmpty { lines.append("tags: \(header.tags.joined(separator: " "))") }
        if !header.requires.isEmpty {
            lines.append("requires: \(header.requires.map(\.rawValue).joined(separator: " "))")
        }
        if let why = header.expectedFailure { lines.append("xfail: \(why)") }
        return lines + header.phones.map(text) + ["---"]
    }

    private static func text(_ phone: PhoneSetup) -> String {
        var words = ["phone \(phone.name):", phone.msisdn.e164]
        if let pin = phone.pin { words.append("pin=\(pin)") }
        if let language = phone.language { words.append("lang=\(language)") }
        if phone.balance != "0" { words.append("balance=\(phone.balance)") }
        for (key, value) in phone.extras.sorted(by: { $0.key < $1.key }) {
            let hasBlanks = value.contains { $0 == " " || $0 == "\t" }
            words.append("\(key)=\(hasBlanks ? "\"\(value)\"" : value)")
        }
        return words.joined(separator: " ")
    }

    private static func text(_ action: TranscriptStep.Action) -> String {
        switch action {
        case .press(let phone, .text(let typed)): return "\(phone)> \(text(typed))"
        case .press(let phone, .empty): return "\(phone)> <empty>"
        case .press(let phone, .hangUp): return "\(phone)> <hangup>"
        case .send(let phone, let message): return "\(phone) sms> \(text(message))"
        case .receive(let phone, let from, let within):
            let time = within == 0 ? "" : " within \(ClockText.text(ofMilliseconds: within))"
            return "\(phone) sms< \(from)\(time)"
        case .silence(let phone, let time):
            return "\(phone) sms< none within \(ClockText.text(ofMilliseconds: time))"
        case .wait(let time): return "@ +\(ClockText.text(ofMilliseconds: time))"
        case .waitUntil(let instant): return "@ \(ClockText.text(of: instant))"
        case .check(let check): return "? \(text(check))"
        case .fault(let fault): return "! \(text(fault)) once"
        }
    }

    private static func text(_ check: TranscriptStep.Check) -> String {
        switch check {
        case .balance(let name, let amount): "balance \(name) == \(amount.written)"
        case .lastPosting: "ledger last"
        case .ledgerSum: "ledger sum == 0"
        case .session(let phone, let isOpen): "session \(phone) \(isOpen ? "open" : "none")"
        }
    }

    private static func text(_ fault: TranscriptStep.Fault) -> String {
        switch fault {
        case .doubleTurn(let phone): "double turn \(phone)"
        case .loseReply(let phone): "lose reply \(phone)"
        case .slow(let operation, let time):
            "slow \(operation) \(ClockText.text(ofMilliseconds: time))"
        }
    }

    private static func text(_ expectation: Expectation) -> String {
        switch expectation.kind {
        case .text(let template) where template.isPattern: return "  ~ \(text(template))"
        case .text(let template):
            let line = "  \(expectation.language ?? "")| \(text(template))"
            return template.pieces.isEmpty ? String(line.dropLast()) : line
        case .anyLines: return "  ..."
        case .ending(let ending): return "  -- \(ending.rawValue)"
        case .posting(let account, let amount): return "  | \(account)  \(amount.written)"
        }
    }

    private static func text(_ template: Template) -> String {
        template.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .value(let name): "{{\(name)}}"
            case .match(let name, let pattern): "{{\(name ?? ""):\(pattern)}}"
            case .anything: "{{*}}"
            }
        }.joined()
    }
}

/// Steps that are written under one comment.
public struct WrittenPhase: Sendable {
    /// The comment that names them; empty for none.
    public var title: String
    /// The steps in order; their lines and those of their expectations do not count.
    public var steps: [TranscriptStep]

    /// Makes a phase.
    public init(title: String, steps: [TranscriptStep]) {
        self.title = title
        self.steps = steps
    }
}

extension Transcript {
    /// The phases, ready to be written.
    public var writtenPhases: [WrittenPhase] {
        phases.map { WrittenPhase(title: $0.title, steps: $0.steps) }
    }
}

extension DecimalText {
    /// The number without marks between thousands, with the decimals it was written with.
    var written: String {
        LedgerMoney(minorUnits: units, minorDigits: decimals).written
    }
}
