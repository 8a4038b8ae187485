// SPDX-License-Identifier: Apache-2.0
import Gateway
import SourceText

/// What accepting would do to one step, after all runs of the scene.
enum StepVerdict: Hashable {
    /// It is as written.
    case fits
    /// It was not compared in every run.
    case unknown
    /// It is not as written and stays; why, in a sentence.
    case left(String)
    /// Its expected lines are written anew.
    case change(LineEdits)
}

/// Decides about the steps of a scene that was played.
struct StepJudge {
    /// What stays when it is not so: money, inputs, faults, the clock.
    private static let untouched: Set<FindingKind> = [
        .balance, .noAccount, .posting, .ledgerSum, .ledgerBroken, .clock, .unusedFault,
        .undecided, .noAnswer, .noSession, .doubleTurn, .gatewayLost,
    ]

    let transcript: Transcript
    /// The runs in the order of the header's languages.
    let runs: [(language: String?, observation: Observation)]

    /// Decides about the step of a number.
    func verdict(_ index: Int) -> StepVerdict {
        let all = runs.map { (language: $0.language, seen: $0.observation.steps[index]) }
        let findings = all.flatMap(\.seen.record.findings)
        let isCompared = all.allSatisfy(\.seen.wasCompared)
        if findings.isEmpty { return isCompared ? .fits : .unknown }
        if let finding = findings.first(where: { Self.untouched.contains($0.kind) }) {
            return .left(finding.reason)
        }
        guard isCompared else { return .unknown }
        let step = all[0].seen.step
        let kinds = Set(all.map { $0.seen.record.findings.first?.kind })
        switch step.action {
        case .check(.session(_, let isOpen)):
            return kinds.count > 1 ? Self.unlike : session(step, isOpen: isOpen)
        case .silence(_, let wait):
            return kinds.count > 1 ? Self.unlike : messages(step, all, wait)
        case .receive(let phone, _, let wait) where kinds.contains(.noMessage):
            if kinds.count == 1, let from = otherSender(phone, index) {
                return .change(LineEdits(replaced: [step.line: [renamed(step, from)]]))
            }
            let isQuiet = all.allSatisfy { $0.seen.waiting[phone, default: []].isEmpty }
            return kinds.count > 1 ? Self.unlike : silence(step, wait, isQuiet: isQuiet)
        default: return lines(step, all)
        }
    }

    private typealias Seen = (language: String?, seen: Observation.Step)

    private static let unlike = StepVerdict.left(
        "The languages differ here in more than one screen can say."
    )

    /// Nothing can be written for what was found.
    private static func left(_ all: [Seen]) -> StepVerdict {
        .left(all.lazy.flatMap(\.seen.record.findings).first?.reason ?? "It is not as written.")
    }

    private func session(_ step: TranscriptStep, isOpen: Bool) -> StepVerdict {
        let text = String(transcript.file(of: step).line(step.line))
        let end = text.reversed().drop { $0 == " " || $0 == "\t" }
        let word = end.prefix { $0 != " " && $0 != "\t" }.count
        let head = String(end.dropFirst(word).reversed())
        return .change(LineEdits(replaced: [step.line: [head + (isOpen ? "none" : "open")]]))
    }

    /// Who sent the first message that waited at the phone, where a message is too many for the
    /// steps behind; nil unless all runs agree.
    private func otherSender(_ phone: String, _ index: Int) -> String? {
        let senders = runs.map { run -> String? in
            let steps = run.observation.steps
            let isTooMany =
                run.observation.unmentioned.contains { $0.phone == phone }
                || steps[(index + 1)...].contains { seen in
                    !seen.record.findings.isEmpty && Self.isReader(seen.step, phone)
                }
            return isTooMany ? steps[index].waiting[phone]?.first : nil
        }
        return Set(senders).count == 1 ? senders[0] : nil
    }

    /// Whether a step looks at the messages of a phone.
    private static func isReader(_ step: TranscriptStep, _ phone: String) -> Bool {
        switch step.action {
        case .receive(phone, _, _), .silence(phone, _): true
        default: false
        }
    }

    /// A line `sms<` with another sender.
    private func renamed(_ step: TranscriptStep, _ from: String) -> String {
        var cursor = LineCursor(transcript.file(of: step), line: step.line)
        let phone = cursor.nextWord().text
        _ = cursor.nextWord()
        _ = cursor.nextWord()
        return "\(phone) sms< \(from)\(cursor.rest)"
    }

    /// A message that did not come: the time that was waited passes in silence.
    private func silence(_ step: TranscriptStep, _ wait: Int64, isQuiet: Bool) -> StepVerdict {
        var edits = LineEdits(replaced: [step.line: []])
        let time = ClockText.text(ofMilliseconds: wait)
        if wait > 0 {
            let line = isQuiet ? "\(receiver(step)) sms< none within \(time)" : "@ +\(time)"
            edits.replaced[step.line] = [line]
        }
        for expectation in step.expectations { edits.replaced[expectation.line] = [] }
        return .change(edits)
    }

    /// Messages where there should be none: the time passes, and each is written.
    private func messages(_ step: TranscriptStep, _ all: [Seen], _ wait: Int64) -> StepVerdict {
        let found = all.map { run in
            run.seen.record.unwanted.map { received in
                Observation.Message(
                    phone: receiver(step),
                    from: sender(received.message),
                    lines: TextLines.of(received.message.text),
                    step: 0
                )
            }
        }
        guard let first = found.first,
            found.allSatisfy({ $0.map(\.from) == first.map(\.from) })
        else { return Self.unlike }
        var lines = ["@ +\(ClockText.text(ofMilliseconds: wait))"]
        for index in first.indices {
            let messages = zip(all, found).map { ($0.language, $1[index], $0.seen.before) }
            guard let written = written(messages, given(step)) else { return Self.unwritable }
            lines += written
        }
        return .change(LineEdits(replaced: [step.line: lines]))
    }

    static let unwritable = StepVerdict.left("A line that came cannot be written in a scene.")

    /// The step `sms<` for a message, as every run got it; nil when a line cannot be written.
    func written(
        _ messages: [(language: String?, message: Observation.Message, known: Variables)],
        _ given: [String: Inclusion.Given]
    ) -> [String]? {
        guard let first = messages.first?.message else { return [] }
        var texts: [(language: String?, lines: [String])] = []
        for (language, message, known) in messages {
            let text = ExpectedText(known, transcript.header.phones, given: given)
            let lines = message.lines.compactMap { text.text($0) }
            guard lines.count == message.lines.count else { return nil }
            texts.append((language, lines))
        }
        return ["\(first.phone) sms< \(first.from)"] + RowMerge.merged(texts, indent: "  ")
    }

    /// A screen or a message with other lines, or another end.
    private func lines(_ step: TranscriptStep, _ all: [Seen]) -> StepVerdict {
        let file = transcript.file(of: step)
        let given = given(step)
        var wanted: [RowMerge.Run] = []
        for (language, seen) in all {
            guard !seen.expected.isEmpty else {
                wanted.append(RowMerge.Run(language: language, rows: []))
                continue
            }
            guard let reading = seen.record.reading else { return Self.left(all) }
            let hasText = seen.expected.contains {
                if case .ending = $0.kind { false } else { true }
            }
            guard hasText || reading.ending == nil else {
                wanted.append(RowMerge.Run(language: language, rows: []))
                continue
            }
            let comparison = LineComparison(
                seen.expected,
                reading.lines,
                after: step.line,
                seen.before
            )
            let text = ExpectedText(seen.before, transcript.header.phones, given: given)
            let rows = WantedRows(seen.expected, reading.lines, comparison, text) {
                RowMerge.source($0, in: file)
            }
            guard let rows else { return Self.unwritable }
            wanted.append(RowMerge.Run(language: language, rows: rows.rows))
        }
        var edits = RowMerge(step, in: file, wanted).edits
        let asked = all.filter { !$0.seen.expected.isEmpty }
        let endings = Set(asked.map { $0.seen.record.reading?.ending })
        guard endings.count == 1, let ending = endings.first else { return Self.unlike }
        edits.merge(end(step, ending, in: file))
        return edits.isEmpty ? Self.left(all) : .change(edits)
    }

    /// How the session ends, where that is otherwise than written.
    private func end(
        _ step: TranscriptStep,
        _ ending: Expectation.Ending?,
        in file: SourceFile
    ) -> LineEdits {
        var edits = LineEdits()
        var written: (line: Int, ending: Expectation.Ending)?
        for expectation in step.expectations {
            if case .ending(let kind) = expectation.kind { written = (expectation.line, kind) }
        }
        if case .receive = step.action { return edits }
        guard written?.ending != ending else { return edits }
        let indent = RowMerge.indent(of: step, in: file)
        let lines = ending.map { ["\(indent)-- \($0.rawValue)"] } ?? []
        if let written {
            edits.replaced[written.line] = lines
        } else {
            edits.added[step.expectations.last?.line ?? step.line] = lines
        }
        return edits
    }

    private func given(_ step: TranscriptStep) -> [String: Inclusion.Given] {
        step.inclusion.map { transcript.inclusions[$0].given } ?? [:]
    }

    /// The phone before `sms<`, as the file names it.
    private func receiver(_ step: TranscriptStep) -> String {
        var cursor = LineCursor(transcript.file(of: step), line: step.line)
        return cursor.nextWord().text
    }

    private func sender(_ message: ShortMessage) -> String {
        guard let phone = message.sender else { return message.from }
        return transcript.header.phones.first { $0.msisdn == phone }?.name ?? message.from
    }
}
