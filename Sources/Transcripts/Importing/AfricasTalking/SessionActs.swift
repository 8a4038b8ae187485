// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What a phone did in a logged session, as a recorder takes it.
struct SessionActs {
    private(set) var acts: [Act] = []
    private(set) var notes: [ImportNote] = []
    private let phone: MSISDN

    /// An event, the line it comes from, and whether it types a secret whatever was asked.
    struct Act {
        let line: Int
        var event: RecordedEvent
        var isSecret = false
    }

    /// An idle phone of which the network says `Incomplete` after so long has run out of time.
    private static let idleMillisecondsMin: Int64 = 30_000

    init(_ session: LoggedSession, phone: MSISDN, start: Instant) {
        self.phone = phone
        let chain = CumulativeText(session.requests, count: session.end?.hopsCount)
        notes = chain.notes
        var now = session.requests.lazy.compactMap(\.at).first ?? start
        var ending: Expectation.Ending?
        for step in chain.steps {
            let request = step.request.map { session.requests[$0] }
            now = max(now, request?.at ?? now)
            if ending != nil { note(step.line, "The session was over before this request.") }
            ending = nil
            let typed = step.input.map(ImportedText.trimmed) ?? session.serviceCode
            check(step)
            let isSecret = step.isUnsure && step.input.map(Self.mayHoldSecret) == true
            if isSecret {
                note(step.line, "What was typed may hold a PIN. Other digits stand for it.")
            }
            add(.typed(typed), step.line, now, isSecret: isSecret)
            guard let request else { continue }
            guard let reply = request.reply else {
                note(step.line, "There is no reply to this request. Nothing is expected.")
                continue
            }
            let screen = self.screen(reply, step.line)
            ending = screen.ending
            add(.shown(screen), step.line, now)
        }
        finish(session, ending, now)
    }

    /// Puts other numbers into what was typed and shown.
    mutating func replaceNumbers(_ replace: (String) -> String) {
        for index in acts.indices {
            let event = acts[index].event
            switch event.what {
            case .typed(let text) where !Stage.isDialled(text):
                acts[index].event = RecordedEvent(
                    phone: event.phone,
                    at: event.at,
                    .typed(replace(text))
                )
            case .shown(var screen):
                screen.text = replace(screen.text)
                acts[index].event = RecordedEvent(phone: event.phone, at: event.at, .shown(screen))
            default: break
            }
        }
    }

    private mutating func note(_ line: Int, _ sentence: String) {
        notes.append(ImportNote(line: line, sentence))
    }

    private mutating func add(
        _ what: RecordedEvent.What,
        _ line: Int,
        _ at: Instant,
        isSecret: Bool = false
    ) {
        let event = RecordedEvent(phone: phone, at: at, what)
        acts.append(Act(line: line, event: event, isSecret: isSecret))
    }

    private mutating func check(_ step: CumulativeText.Step) {
        guard let input = step.input else { return }
        if Stage.isDialled(input) {
            note(
                step.line,
                "What was typed is a code, which begins another session in a transcript."
            )
        } else if ImportedText.trimmed(input) != input {
            note(step.line, "Blanks around what was typed were left out.")
        }
    }

    /// Whether there is a row of digits that can be a PIN.
    private static func mayHoldSecret(_ input: String) -> Bool {
        input.utf8.split { !(48...57 ~= $0) }.contains {
            TranscriptLimits.pinDigits.contains($0.count)
        }
    }

    private mutating func screen(_ reply: String, _ line: Int) -> RecordedScreen {
        let text = ImportedText.withoutLineEnd(ImportedText.clean(reply))
        let shown = ImportedText.screen(text)
        if shown == nil {
            note(line, "The reply begins with neither CON nor END: the session ends there.")
        }
        var lines = TextLines.of(shown?.text ?? text)
        // A last line says how it ends.
        let most = TranscriptLimits.expectedLinesMax - 1
        if lines.count > most {
            lines = Array(lines.prefix(most))
            note(line, "The reply has more than \(most) lines. The others were left out.")
        }
        return RecordedScreen(
            text: lines.joined(separator: "\n"),
            ending: shown.map { $0.isLast ? .end : nil } ?? .abort
        )
    }

    /// How the session ended, as far as the log tells.
    private mutating func finish(
        _ session: LoggedSession,
        _ ending: Expectation.Ending?,
        _ last: Instant
    ) {
        guard let end = session.end else {
            if ending == nil {
                let line = session.requests.last?.line ?? session.line
                note(line, "Nothing says how the session ended. It stays open.")
            }
            return
        }
        switch end.status {
        case "Incomplete":
            guard ending == nil else {
                return note(end.line, "The session had its last screen, and `status` denies it.")
            }
            leave(session, end, last)
        case "Success":
            if ending == nil {
                note(end.line, "`status` says Success, and the last screen waits. It stays open.")
            }
        default:
            note(end.line, "`status` says that the application failed. Nothing stands for it.")
        }
    }

    /// The subscriber hung up, or did nothing for too long.
    private mutating func leave(_ session: LoggedSession, _ end: RequestLog.End, _ last: Instant) {
        let timed = session.requests.compactMap(\.at)
        var idle: Int64?
        if let first = timed.first, let duration = end.durationMilliseconds {
            idle = first.milliseconds + duration - last.milliseconds
        } else if let at = end.at, !timed.isEmpty {
            idle = at.milliseconds - last.milliseconds
        }
        guard let idle else {
            note(end.line, "Incomplete may be a time-out. No time tells: the caller hangs up.")
            return add(.hungUp, end.line, last)
        }
        let at = last.adding(
            milliseconds: min(max(0, idle), TranscriptLimits.durationMillisecondsMax)
        )
        if idle >= Self.idleMillisecondsMin {
            note(end.line, "Incomplete after \(idle / 1_000) s without an answer: a time-out.")
            add(.released(.idleTimeout), end.line, at)
        } else {
            add(.hungUp, end.line, at)
        }
    }
}
