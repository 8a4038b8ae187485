// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

extension Stage {
    /// A message that a phone has received, with its number counted from the first.
    struct Received {
        let number: Int
        let message: ShortMessage
    }

    /// Sends an SMS from a phone to an address or to another phone of the scene.
    func send(_ name: String, _ message: Template) {
        guard let phone = seats[name]?.number, let filled = message.filled({ variables[$0] })
        else { return }
        let parts = filled.split(separator: " ", maxSplits: 1)
        guard let receiver = parts.first.map(String.init) else { return }
        let text = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        let address = seats[receiver]?.number.e164 ?? receiver
        world.send(String(text), from: phone, to: address, at: now)
    }

    /// Waits for an SMS and compares it; of several the first that matches is taken.
    mutating func receive(
        _ name: String,
        _ from: String,
        _ milliseconds: Int64,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        let candidates = awaitedCandidates(name, from, step, milliseconds)
        let matching = candidates.first { $0.comparison.isMatch }
        let nearest = candidates.min { $0.comparison.missed.count < $1.comparison.missed.count }
        guard let (received, lines, comparison) = matching ?? nearest else {
            markMissed(step, &record)
            record.wanted[record.findings.count] = Wanted(
                phone: name,
                from: from,
                expected: own(step.expectations),
                variables: variables,
                deadline: now
            )
            let wait = milliseconds == 0 ? "" : " within \(Self.seconds(milliseconds))"
            return record.fail(step.line, "\(name) got no SMS from \(from)\(wait).", .noMessage)
        }
        markRead(name, received)
        record.reading = Reading(lines: lines, ending: nil)
        learn(comparison, step)
        note(comparison, of: "SMS", step, &record)
    }

    private typealias Candidate = (
        received: Received, lines: [String], comparison: LineComparison
    )

    /// The messages that a step can mean once one of them is as expected, or time is up.
    private mutating func awaitedCandidates(
        _ name: String,
        _ from: String,
        _ step: TranscriptStep,
        _ milliseconds: Int64
    ) -> [Candidate] {
        let end = now.adding(milliseconds: milliseconds)
        for _ in 0..<TranscriptLimits.deadlinesMax {
            let candidates = candidates(name, from, step)
            if candidates.contains(where: { $0.comparison.isMatch }) { return candidates }
            guard passDeadline(by: end) else { break }
        }
        advance(to: end)
        return candidates(name, from, step)
    }

    /// The messages that a step can mean, each compared with what it expects; anything will do
    /// where nothing is expected.
    private func candidates(
        _ name: String,
        _ from: String,
        _ step: TranscriptStep
    ) -> [Candidate] {
        let expected = own(step.expectations)
        return unread(of: name, from: from).map { received in
            let lines = TextLines.of(received.message.text)
            let compared = expected.isEmpty ? [] : lines
            let comparison = LineComparison(expected, compared, after: step.line, variables)
            return (received, lines, comparison)
        }
    }

    /// Lets time pass and fails when a phone has an SMS by then that no line mentioned.
    mutating func expectSilence(
        _ name: String,
        _ milliseconds: Int64,
        _ step: TranscriptStep,
        _ record: inout StepRecord
    ) {
        advance(to: now.adding(milliseconds: milliseconds))
        let messages = unread(of: name)
        guard !messages.isEmpty else { return }
        record.missed.insert(step.line)
        record.unwanted = messages
        for received in messages {
            markRead(name, received)
            record.got.append((step.line, "\(name) sms< \(sender(of: received.message))"))
            record.got += TextLines.of(received.message.text).map { (step.line, "  | \($0)") }
        }
        let count = Self.counted(messages.count, "message")
        let reason = "\(name) got \(count) where there should be none."
        record.fail(step.line, reason, .unwantedMessage)
    }

    /// Takes an SMS as mentioned by a step that could not be compared.
    mutating func skipMessage(_ name: String, _ from: String, _ milliseconds: Int64) {
        let stage = self
        _ = wait(upTo: milliseconds) { !stage.unread(of: name, from: from).isEmpty }
        if let oldest = unread(of: name, from: from).first { markRead(name, oldest) }
    }

    /// The messages of a phone that no step has looked at, the oldest first.
    func unread(of name: String, from sender: String? = nil) -> [Received] {
        let read = seats[name]?.read ?? []
        let address = sender.map { seats[$0]?.number.e164 ?? $0 }
        return received(by: name).filter { received in
            !read.contains(received.number) && (address == nil || address == received.message.from)
        }
    }

    /// The messages of a phone, the oldest first, as far as it keeps them.
    func received(by name: String) -> [Received] {
        guard let phone = seats[name]?.number, let inbox = world.inbox(of: phone)
        else { return [] }
        return inbox.messages.enumerated().map { index, message in
            Received(number: inbox.dropped + index, message: message)
        }
    }

    /// Remembers what matched, and notes what could not.
    mutating func learn(_ comparison: LineComparison, _ step: TranscriptStep) {
        variables.remember(comparison.captures)
        for (line, name) in comparison.poisoned {
            skip(line, of: step, "{{\(name)}} was never seen.", .neverSeen)
        }
    }

    /// The sender as a transcript writes it: the phone's name, or the address.
    func sender(of message: ShortMessage) -> String {
        guard let phone = message.sender else { return message.from }
        return transcript.header.phones.first { $0.msisdn == phone }?.name ?? phone.masked
    }

    private mutating func markRead(_ name: String, _ received: Received) {
        seats[name]?.read.insert(received.number)
    }

    private static func seconds(_ milliseconds: Int64) -> String {
        milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000)s" : "\(milliseconds)ms"
    }
}
