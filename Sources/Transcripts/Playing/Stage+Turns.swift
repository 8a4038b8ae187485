// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

extension Stage {
    /// What a turn showed: the lines of the screen, and how the session ended, if it did.
    struct Reading {
        var lines: [String] = []
        var ending: Expectation.Ending?
        /// The name of the screen and of its menu, empty where there is none.
        var state = ""
        var menu = ""

        init(lines: [String] = [], ending: Expectation.Ending?) {
            self.lines = lines
            self.ending = ending
        }

        init(_ answer: Answer) {
            lines = TextLines.of(answer.text)
            (state, menu) = (answer.state, answer.menu)
            switch answer.kind {
            case .continue: ending = nil
            case .end: ending = .end
            case .released(.idleTimeout), .released(.sessionTimeout),
                .released(.applicationTimeout):
                ending = .timeout
            case .released(.hungUp), .released(.connectionLost):
                // A phone that lost its session shows nothing of ours.
                (lines, ending) = ([], .hangup)
            case .released: ending = .abort
            }
        }
    }

    /// Presses, waits for the answer when something is expected of it, and compares.
    mutating func press(
        _ name: String,
        _ input: TranscriptStep.Input,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        guard let seat = seats[name] else { return }
        let typed: String
        switch input {
        case .hangUp: return hangUp(name, seat, step, &record)
        case .empty: typed = ""
        case .text(let template): typed = template.filled { variables[$0] } ?? ""
        }
        let isDial = Self.isDialled(typed)
        settle(seat)
        if isDial { seat.failedAt = nil }
        if seat.answer?.asksSecret == true {
            mask.add(typed)
            record.isSecret = !isDial
        }
        let box = turn(seat, typed, isDial: isDial)
        let isWaited = !step.expectations.isEmpty
        if isWaited {
            _ = wait(upTo: TranscriptLimits.answerMillisecondsMax) { box.answer != nil }
        }
        guard let answer = box.answer else {
            seat.pending = box
            if isWaited { fail(seat, step, &record, .noAnswer, "No answer ever came.") }
            return
        }
        let reading = Reading(answer)
        record.reading = reading
        if let two = world.takeComplaints(of: seat.number).first {
            return failDouble(seat, two.first, two.second, step, &record)
        }
        seat.answer = answer
        compare(reading, name, seat, step, &record)
    }

    /// Whether a phone dials what was typed: it looks like `*789#`.
    static func isDialled(_ typed: String) -> Bool {
        typed.utf8.count > 1 && typed.hasSuffix("#")
            && (typed.hasPrefix("*") || typed.hasPrefix("#"))
    }

    /// Sends one turn.
    private func turn(_ seat: Seat, _ typed: String, isDial: Bool) -> ReplyBox {
        let (phone, box) = (seat.number, ReplyBox())
        if isDial {
            world.dial(typed, from: phone, at: now) { box.put($0) }
            delivered?(Delivery(phone: phone, typed: typed, key: nil, at: now, box: box))
        } else {
            let key = seat.answer?.turn
            world.answer(typed, from: phone, turn: key, at: now) { box.put($0) }
            delivered?(Delivery(phone: phone, typed: typed, key: key, at: now, box: box))
        }
        return box
    }

    private mutating func hangUp(
        _ name: String,
        _ seat: Seat,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        guard world.hangUp(seat.number, at: now) || step.expectations.isEmpty else {
            return fail(seat, step, &record, .noSession, "\(name) had no open session.")
        }
        seat.answer = nil
        seat.pending = nil
        record.reading = Reading(ending: .hangup)
        compare(Reading(ending: .hangup), name, seat, step, &record)
    }

    /// Takes in the answer to a press that nobody compared, before the phone goes on.
    private mutating func settle(_ seat: Seat) {
        guard let pending = seat.pending else { return }
        _ = wait(upTo: TranscriptLimits.answerMillisecondsMax) { pending.answer != nil }
        seat.pending = nil
        if let answer = pending.answer { seat.answer = answer }
    }

    /// Compares a screen whole, and whether the session is over as written.
    private mutating func compare(
        _ reading: Reading,
        _ name: String,
        _ seat: Seat,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        let expected = own(step.expectations)
        defer { keep(reading, seat, step) }
        guard !expected.isEmpty else { return }
        let comparison = LineComparison(expected, reading.lines, after: step.line, variables)
        if let line = seat.failedAt {
            variables.remember(comparison.captures)
            let why = "\(name)'s session failed on line \(line)."
            return skip(step.line, of: step, why, .behindFailure)
        }
        learn(comparison, step)
        var ending: (line: Int, kind: Expectation.Ending)?
        for case let expectation in expected {
            if case .ending(let kind) = expectation.kind { ending = (expectation.line, kind) }
        }
        let isTextExpected = expected.contains {
            if case .ending = $0.kind { false } else { true }
        }
        if isTextExpected || ending?.kind != reading.ending {
            note(comparison, of: "screen", step, &record)
        }
        noteEnding(ending, reading, expected.last?.line ?? step.line, &record)
        guard !record.findings.isEmpty else { return }
        seat.failedAt = step.line
        let elsewhere = comparison.isMatch ? nil : shownElsewhere(expected)
        record.hint([elsewhere, screenHint(reading)])
    }

    /// Keeps what a phone showed, for hints.
    private func keep(_ reading: Reading, _ seat: Seat, _ step: TranscriptStep) {
        guard !reading.lines.isEmpty else { return }
        seat.shown.append((step.line, step.inclusion, reading.lines))
        let excess = seat.shown.count - TranscriptLimits.screensKept
        if excess > 0 { seat.shown.removeFirst(excess) }
    }

    private func noteEnding(
        _ expected: (line: Int, kind: Expectation.Ending)?,
        _ reading: Reading,
        _ lastLine: Int,
        _ record: inout StepRecord
    ) {
        guard expected?.kind != reading.ending else { return }
        if let expected { record.missed.insert(expected.line) }
        if let got = reading.ending { record.got.append((lastLine, "  -- \(got.rawValue)")) }
        let line = expected?.line ?? lastLine
        switch (expected?.kind, reading.ending) {
        case (nil, let got?):
            let reason = "The session ended here (\(got.rawValue)); it should stay open."
            record.fail(line, reason, .ending)
        case (let kind?, nil):
            let reason = "The session is still open; it should be over (\(kind.rawValue))."
            record.fail(line, reason, .ending)
        case (let kind?, let got?):
            let reason = "The session ended by `\(got.rawValue)`, not by `\(kind.rawValue)`."
            record.fail(line, reason, .ending)
        case (nil, nil): break
        }
    }

    /// Puts what a comparison found into a step's record.
    func note(
        _ comparison: LineComparison,
        of what: String,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        if let (line, reason) = comparison.undecided {
            record.missed.insert(line)
            let sentence = shown("This line could not be compared. \(reason)")
            return record.fail(line, sentence, .undecided)
        }
        guard !comparison.isMatch else { return }
        record.missed.formUnion(comparison.missed)
        record.got += comparison.extra.map { ($0.after, "  | \($0.text)") }
        let (missed, extra) = (comparison.missed.count, comparison.extra.count)
        let line = comparison.missed.first ?? comparison.extra.first?.after ?? step.line
        let reason =
            if missed == extra {
                "The \(what) differs from what is expected in \(Self.counted(missed, "line"))."
            } else if extra == 0 {
                "The \(what) lacks \(Self.counted(missed, "expected line"))."
            } else if missed == 0 {
                "The \(what) has \(Self.counted(extra, "line")) that nothing here expects."
            } else {
                "The \(what) lacks \(Self.counted(missed, "expected line")) and has "
                    + "\(Self.counted(extra, "line")) that nothing here expects."
            }
        record.fail(line, reason, what == "SMS" ? .message : .screen)
    }

    static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private func failDouble(
        _ seat: Seat,
        _ first: Answer,
        _ second: Answer,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        let last = step.expectations.last?.line ?? step.line
        for (title, answer) in [("first", first), ("second", second)] {
            record.got.append((last, "  # the \(title) delivery"))
            let reading = Reading(answer)
            record.got += reading.lines.map { (last, "  | \($0)") }
            if let ending = reading.ending { record.got.append((last, "  -- \(ending.rawValue)")) }
        }
        record.missed.insert(step.line)
        let reason = "This turn was delivered twice and got two different answers."
        record.fail(step.line, reason, .doubleTurn)
        seat.failedAt = step.line
        seat.answer = first
    }

    /// Marks that nothing of what is expected came.
    func markMissed(_ step: TranscriptStep, _ record: inout StepRecord) {
        record.missed.insert(step.line)
        record.missed.formUnion(own(step.expectations).map(\.line))
    }

    private func fail(
        _ seat: Seat,
        _ step: TranscriptStep,
        _ record: inout StepRecord,
        _ kind: FindingKind,
        _ reason: String
    ) {
        markMissed(step, &record)
        record.fail(step.line, reason, kind)
        seat.failedAt = step.line
    }
}
