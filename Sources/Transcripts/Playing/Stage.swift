// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import SourceText

/// A scene under way: its world, what its phones see, and what was found so far.
struct Stage {
    let transcript: Transcript
    let world: any TranscriptWorld
    /// The language of the run, nil when the header names none.
    let language: String?
    let phones: [String: PhoneSetup]
    var now: Instant
    var variables: Variables
    var mask: Mask
    var seats: [String: Seat] = [:]
    var faults: [(line: Int, fault: TranscriptStep.Fault)] = []
    var notCompared: [String] = []
    private var brokenBefore: [String] = []

    /// One phone of the scene.
    struct Seat {
        /// What it shows, as far as replies arrived.
        var answer: Answer?
        /// The reply that a press waits for which nobody compared.
        var pending: ReplyBox?
        /// The line of the step that failed in this session; nothing is compared until the next.
        var failedAt: Int?
        /// Which messages were looked at, counted from the first received.
        var read: Set<Int> = []
    }

    init(_ transcript: Transcript, _ world: any TranscriptWorld, language: String?) {
        self.transcript = transcript
        self.world = world
        self.language = language
        let header = transcript.header
        phones = Dictionary(header.phones.map { ($0.name, $0) }) { first, _ in first }
        now = header.clock
        variables = Variables(header.phones)
        mask = Mask(header.phones)
    }

    /// Plays every step and says what is wrong.
    mutating func play() -> TranscriptResult {
        world.advance(to: now)
        var failures: [(phase: TranscriptPhase, records: [StepRecord])] = []
        for phase in transcript.phases {
            var records: [StepRecord] = []
            for step in phase.steps {
                var record = StepRecord()
                play(step, &record)
                world.advance(to: now)
                audit(step, &record)
                noteTrouble(step, &record)
                records.append(record)
                if world.trouble != nil { break }
            }
            if records.contains(where: { !$0.findings.isEmpty }) {
                failures.append((phase, records))
            }
            if world.trouble != nil { break }
        }
        let leftovers = world.trouble == nil ? leftovers() : []
        return TranscriptResult(
            transcript,
            in: language,
            phases: failures.map { write($0.phase, $0.records) },
            leftovers: leftovers,
            notCompared: notCompared.map(shown)
        )
    }

    /// A text as a reader may see it: PINs masked, control characters as pictures.
    func shown(_ text: String) -> String { TerminalText.oneLine(mask(text)) }

    private mutating func play(_ step: TranscriptStep, _ record: inout StepRecord) {
        if let missing = missingValue(of: step) {
            let line = "Line \(step.line) was not compared: {{\(missing)}} was never seen."
            notCompared.append(line)
            if case .receive(let phone, let from, let wait) = step.action {
                skipMessage(phone, from, wait)
            }
            if case .press(let phone, _) = step.action {
                seats[phone, default: Seat()].failedAt = step.line
            }
            return
        }
        switch step.action {
        case .press(let phone, let input): press(phone, input, step, &record)
        case .send(let phone, let message): send(phone, message)
        case .receive(let phone, let from, let wait): receive(phone, from, wait, step, &record)
        case .silence(let phone, let wait): expectSilence(phone, wait, step, &record)
        case .wait(let milliseconds): advance(to: now.adding(milliseconds: milliseconds))
        case .waitUntil(let instant):
            guard instant >= now else {
                return record.fail(step.line, "The clock is past this time; it never goes back.")
            }
            advance(to: instant)
        case .check(let check): self.check(check, step, &record)
        case .fault(let fault): arm(fault, step)
        }
    }

    /// The first value that a step needs and nobody has seen; what it remembers itself is fine.
    private func missingValue(of step: TranscriptStep) -> String? {
        var known: Set<String> = []
        var templates: [Template] = []
        switch step.action {
        case .press(_, .text(let text)), .send(_, let text): templates.append(text)
        default: break
        }
        for case .text(let template) in own(step.expectations).map(\.kind) {
            templates.append(template)
        }
        for template in templates {
            if let name = template.uses.first(where: { variables[$0] == nil && !known.contains($0) }
            ) {
                return name
            }
            known.formUnion(template.captures)
        }
        return nil
    }

    /// The expectations of the language that is played.
    func own(_ expectations: [Expectation]) -> [Expectation] {
        expectations.filter { $0.language == nil || $0.language == language }
    }

    mutating func advance(to instant: Instant) {
        now = max(now, instant)
        world.advance(to: now)
    }

    /// Lets time pass from deadline to deadline until something is so, for so long at most.
    ///
    /// - Returns: whether it became so; if not, the clock stands where it stood last.
    mutating func wait(upTo milliseconds: Int64, until isSo: () -> Bool) -> Bool {
        let end = now.adding(milliseconds: milliseconds)
        for _ in 0..<TranscriptLimits.deadlinesMax {
            if isSo() { return true }
            guard let next = world.nextDeadline(), next <= end else { break }
            advance(to: next)
        }
        return isSo()
    }

    private mutating func arm(_ fault: TranscriptStep.Fault, _ step: TranscriptStep) {
        faults.append((step.line, fault))
        if case .slow(let operation, let milliseconds) = fault {
            world.delay(operation: operation, milliseconds: milliseconds)
        }
    }

    /// The unwritten check after every step: the ledger is whole.
    private mutating func audit(_ step: TranscriptStep, _ record: inout StepRecord) {
        let broken = world.audit()
        defer { brokenBefore = broken }
        guard !broken.isEmpty, broken != brokenBefore else { return }
        record.missed.insert(step.line)
        for invariant in broken {
            record.fail(step.line, shown("The ledger is broken: \(invariant)"))
        }
    }

    /// What nobody mentioned: faults that did not happen, and messages.
    private func leftovers() -> [String] {
        var sentences: [String] = []
        for (line, fault) in faults {
            if case .slow(let operation, _) = fault {
                guard world.isDelayPending(operation: operation) else { continue }
            }
            sentences.append("The fault of line \(line) never happened.")
        }
        for phone in transcript.header.phones {
            for message in unread(of: phone.name).map(\.message) {
                let text = TextLines.of(message.text).joined(separator: " / ")
                let from = sender(of: message)
                sentences.append(
                    "\(phone.name) got an SMS from \(from) that no line mentions: \(text)"
                )
            }
        }
        return sentences.map(shown)
    }

    /// Writes a phase again with what was got.
    private func write(_ phase: TranscriptPhase, _ records: [StepRecord]) -> PhaseFailure {
        let missed = records.reduce(into: Set<Int>()) { $0.formUnion($1.missed) }
        var got: [Int: [String]] = [:]
        for (after, text) in records.flatMap(\.got) { got[after, default: []].append(text) }
        var lines: [PhaseFailure.Line] = []
        for number in phase.lines {
            let text = shown(String(transcript.file.line(number)))
            lines.append(.init(mark: missed.contains(number) ? .expected : .same, text: text))
            lines += got[number, default: []].map { .init(mark: .got, text: shown($0)) }
        }
        return PhaseFailure(lines: lines, findings: records.flatMap(\.findings))
    }
}
