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
    /// The phones by name.
    let seats: [String: Seat]
    var now: Instant
    var variables: Variables
    var mask: Mask
    /// The faults that lines arranged, by what the world calls them.
    var faults: [(line: Int, id: Int)] = []
    var notCompared: [String] = []
    /// Whether what each step shows is kept.
    var keepsSteps = false
    var steps: [PlayedStep] = []
    /// What accepting needs of each step; nil when nobody asks.
    var observation: Observation?
    /// What was found beside the findings of steps.
    var kinds: Set<FindingKind> = []
    private var brokenBefore: [String] = []
    /// Is told of every turn right after its first delivery.
    var delivered: ((Delivery) -> Void)?

    init(_ transcript: Transcript, _ world: any TranscriptWorld, language: String?) {
        self.transcript = transcript
        self.world = world
        self.language = language
        let header = transcript.header
        seats = Dictionary(header.phones.map { ($0.name, Seat($0.msisdn)) }) { first, _ in first }
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
            var isAsWritten = true
            for step in phase.steps {
                let record = take(step)
                isAsWritten = isAsWritten && record.findings.isEmpty
                records.append(record)
                if world.trouble != nil { break }
            }
            if !isAsWritten { failures.append((phase, records)) }
            if world.trouble != nil { break }
        }
        let leftovers = leftoversUnlessTrouble()
        observeLeftovers()
        let isWanting = failures.contains { $0.records.contains { !$0.wanted.isEmpty } }
        if isWanting, world.trouble == nil {
            if world.isTimeFree { awaitLateMessages() }
            for index in failures.indices { hintAtMessages(&failures[index].records) }
        }
        for finding in failures.flatMap(\.records).flatMap(\.findings) {
            kinds.insert(finding.kind)
        }
        return TranscriptResult(
            transcript,
            in: language,
            phases: failures.map { write($0.phase, $0.records) },
            leftovers: leftovers,
            notCompared: notCompared.map(shown),
            kinds: kinds,
            steps: shownSteps
        )
    }

    private func hintAtMessages(_ records: inout [StepRecord]) {
        for index in records.indices {
            for (finding, wanted) in records[index].wanted {
                let hint = closest(to: wanted)
                records[index].findings[finding].hints += [hint].compactMap(\.self)
            }
        }
    }

    /// Notes that a step, or a line of it, was not compared.
    mutating func skip(_ line: Int, of step: TranscriptStep, _ why: String, _ kind: FindingKind) {
        kinds.insert(kind)
        let place = place(line, in: step.inclusion)
        let sentence =
            place.prefix(1).uppercased() + place.dropFirst() + " was not compared: \(why)"
        if !notCompared.contains(sentence) { notCompared.append(sentence) }
    }

    /// A line in words: `line 15`, or with the file and the line that includes it.
    func place(_ line: Int, in inclusion: Int?) -> String {
        guard let inclusion else { return "line \(line)" }
        let path = transcript.inclusions[inclusion].file.path
        return "line \(line) of \(path), included on line \(transcript.ownLine(of: inclusion)),"
    }

    /// Plays one step, lets the world do what is due, and looks whether the ledger is whole.
    mutating func take(_ step: TranscriptStep) -> StepRecord {
        var record = StepRecord()
        let before = observation == nil ? Variables([]) : variables
        let skipped = notCompared.count
        play(step, &record)
        world.advance(to: now)
        audit(step, &record)
        noteTrouble(step, &record)
        if keepsSteps { keep(step, record, wasCompared: notCompared.count == skipped) }
        observe(step, record, before)
        return record
    }

    /// A text as a reader may see it: PINs masked, control characters as pictures.
    func shown(_ text: String) -> String { TerminalText.oneLine(mask(text)) }

    private mutating func play(_ step: TranscriptStep, _ record: inout StepRecord) {
        if let missing = missingValue(of: step) {
            skip(step.line, of: step, "{{\(missing)}} was never seen.", .neverSeen)
            if case .receive(let phone, let from, let wait) = step.action {
                skipMessage(phone, from, wait)
            }
            if case .press(let phone, _) = step.action {
                seats[phone]?.failedAt = step.line
            }
            return
        }
        for (line, name) in poisoned(step.expectations) {
            skip(line, of: step, "{{\(name)}} was never seen.", .neverSeen)
        }
        switch step.action {
        case .press(let phone, let input): press(phone, input, step, &record)
        case .send(let phone, let message): send(phone, message)
        case .receive(let phone, let from, let wait): receive(phone, from, wait, step, &record)
        case .silence(let phone, let wait): expectSilence(phone, wait, step, &record)
        case .wait(let milliseconds): advance(to: now.adding(milliseconds: milliseconds))
        case .waitUntil(let instant):
            guard instant >= now else {
                let reason = "The clock is past this time; it never goes back."
                return record.fail(step.line, reason, .clock)
            }
            advance(to: instant)
        case .check(let check): self.check(check, step, &record)
        case .fault(let fault): arm(fault, step, &record)
        }
    }

    /// The first value that a step has to send and nobody has seen.
    private func missingValue(of step: TranscriptStep) -> String? {
        switch step.action {
        case .press(_, .text(let text)), .send(_, let text):
            text.uses.first { !variables.knows($0) }
        default: nil
        }
    }

    /// The expectations of the language that is played; where one needs a value that was never
    /// seen, anything will do in its place.
    func own(_ expectations: [Expectation]) -> [Expectation] {
        let own = spoken(expectations)
        let missing = missingNames(own)
        guard !missing.isEmpty else { return own }
        return own.map { expectation in
            guard case .text(let template) = expectation.kind,
                template.uses.contains(where: missing.contains)
            else { return expectation }
            return Expectation(
                line: expectation.line,
                kind: .text(template.freed(of: missing)),
                language: expectation.language
            )
        }
    }

    /// The expectations of the language that is played.
    private func spoken(_ expectations: [Expectation]) -> [Expectation] {
        let isForAll = expectations.allSatisfy { $0.language == nil }
        return isForAll
            ? expectations : expectations.filter { $0.language == nil || $0.language == language }
    }

    /// What the lines use, no line of theirs remembers, and nobody has seen.
    private func missingNames(_ own: [Expectation]) -> Set<String> {
        var missing: Set<String> = []
        for case .text(let template) in own.lazy.map({ $0.kind }) where !template.isPlain {
            for name in template.uses where !variables.knows(name) { missing.insert(name) }
        }
        guard !missing.isEmpty else { return missing }
        for case .text(let template) in own.lazy.map({ $0.kind }) {
            missing.subtract(template.captures)
        }
        return missing
    }

    /// The lines of expectations that need a value which was never seen.
    private func poisoned(_ expectations: [Expectation]) -> [(line: Int, name: String)] {
        let own = spoken(expectations)
        let missing = missingNames(own)
        guard !missing.isEmpty else { return [] }
        return own.compactMap { expectation in
            guard case .text(let template) = expectation.kind,
                let name = template.uses.first(where: missing.contains)
            else { return nil }
            return (expectation.line, name)
        }
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
            guard passDeadline(by: end) else { break }
        }
        return isSo()
    }

    /// Lets time pass to the next deadline; false when there is none by then.
    mutating func passDeadline(by end: Instant) -> Bool {
        guard let next = world.nextDeadline(), next <= end else { return false }
        advance(to: next)
        return true
    }

    /// The unwritten check after every step: the ledger is whole.
    private mutating func audit(_ step: TranscriptStep, _ record: inout StepRecord) {
        let broken = world.audit()
        defer { brokenBefore = broken }
        guard !broken.isEmpty, broken != brokenBefore else { return }
        record.missed.insert(step.line)
        for invariant in broken {
            record.fail(step.line, shown("The ledger is broken: \(invariant)"), .ledgerBroken)
        }
    }

    /// What nobody mentioned: faults that did not happen, and messages.
    mutating func leftovers() -> [String] {
        var sentences: [String] = []
        sentences += faultLeftovers()
        if !sentences.isEmpty { kinds.insert(.unusedFault) }
        for phone in transcript.header.phones {
            for message in unread(of: phone.name).map(\.message) {
                kinds.insert(.unmentionedMessage)
                let text = TextLines.of(message.text).joined(separator: " / ")
                let from = sender(of: message)
                sentences.append(
                    "\(phone.name) got an SMS from \(from) that no line mentions: \(text)"
                )
            }
        }
        return sentences.map(shown)
    }
}
