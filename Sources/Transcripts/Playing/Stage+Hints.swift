// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

extension Stage {
    /// An SMS that did not come, to be looked for once the scene is over.
    struct Wanted {
        let phone: String
        let from: String
        let expected: [Expectation]
        let variables: Variables
        /// Until when it was waited for.
        let deadline: Instant
    }

    /// Where the screen is written that a reading shows.
    func screenHint(_ reading: Reading) -> String? {
        guard !reading.state.isEmpty else { return nil }
        guard let place = world.place(ofState: reading.state, menu: reading.menu) else {
            return "This is the screen `\(reading.state)`."
        }
        return "The screen `\(reading.state)` is written in \(place)."
    }

    /// Which line above showed what was expected here instead.
    func shownElsewhere(_ expected: [Expectation]) -> String? {
        let all = seats.sorted { $0.key < $1.key }.flatMap(\.value.shown)
        let found = all.last { screen in
            LineComparison(expected, screen.lines, after: 0, variables).isMatch
        }
        return found.map { screen in
            let place = place(screen.line, in: screen.inclusion)
            return "What is expected here was shown on \(place)."
        }
    }

    /// Lets the messages come that are still on their way, so that one that is too late is seen.
    func awaitLateMessages() {
        let end = now.adding(milliseconds: TranscriptLimits.lateMillisecondsMax)
        for _ in 0..<TranscriptLimits.deadlinesMax {
            guard let next = world.nextDeadline(), next <= end else { return }
            world.advance(to: next)
        }
    }

    /// The SMS of the whole scene that is most like one that did not come, in a sentence.
    func closest(to wanted: Wanted) -> String? {
        let lines = wanted.expected.count { if case .text = $0.kind { true } else { false } }
        let all = transcript.header.phones.flatMap { phone in
            received(by: phone.name).map { candidate($0, phone.name, wanted, lines) }
        }
        guard let best = all.filter(\.isNear).max(by: { $0.weight < $1.weight }) else { return nil }
        var text = "The closest SMS: to \(best.phone) from \(sender(of: best.message)) at "
        text += clockText(best.message.at)
        if lines > 0 {
            let count = best.equal == lines ? "all" : "\(best.equal) of \(lines)"
            let noun = lines == 1 ? "line" : "lines"
            text +=
                lines == 1 && best.equal == 1 ? ", its line is equal" : ", \(count) \(noun) equal"
        }
        if let late = best.lateMilliseconds {
            text += ", \(ClockText.text(ofMilliseconds: late)) too late"
        } else if best.isRead {
            text += "; another line looked at it"
        }
        return shown(text + ".")
    }

    private struct Candidate {
        let phone: String
        let message: ShortMessage
        let equal: Int
        let isNear: Bool
        let isRead: Bool
        let lateMilliseconds: Int64?
        let weight: Int
    }

    private func candidate(
        _ received: Received,
        _ phone: String,
        _ wanted: Wanted,
        _ lines: Int
    ) -> Candidate {
        let message = received.message
        let comparison = LineComparison(
            wanted.expected,
            TextLines.of(message.text),
            after: 0,
            wanted.variables
        )
        let missed = Set(comparison.missed)
        let equal = max(0, lines - missed.count)
        let isPhone = phone == wanted.phone
        let isSender = sender(of: message) == wanted.from || message.from == wanted.from
        let isRead = seats[phone]?.read.contains(received.number) ?? false
        let late = message.at.milliseconds - wanted.deadline.milliseconds
        let likeness = lines == 0 ? 0 : equal * 100 / lines
        return Candidate(
            phone: phone,
            message: message,
            equal: equal,
            isNear: equal > 0 || isPhone && isSender || lines == 0 && (isPhone || isSender),
            isRead: isRead,
            lateMilliseconds: isPhone && isSender && late > 0 ? late : nil,
            weight: likeness + (isPhone ? 40 : 0) + (isSender ? 20 : 0) + (isRead ? 0 : 50)
        )
    }

    /// The time of day by the clock of the header, with the date when the scene began on another.
    private func clockText(_ instant: Instant) -> String {
        let header = transcript.header
        let text = header.clockText(at: instant)
        let isSameDay = text.prefix(10) == header.clockText(at: header.clock).prefix(10)
        return isSameDay ? String(text.dropFirst(11)) : text
    }

    /// The posting most like what is expected, and in which accounts it is otherwise.
    func closestPosting(_ step: TranscriptStep) -> String? {
        let expected = step.expectations.compactMap { expectation -> (String, DecimalText)? in
            guard case .posting(let account, let amount) = expectation.kind else { return nil }
            return (account, amount)
        }
        let groups = world.postings(newest: TranscriptLimits.postingsLookedAt)
        let counts = groups.map { group in
            expected.count { line in
                group.contains { $0.account == line.0 && line.1.equals($0.amount) }
            }
        }
        let ages = counts.indices.sorted { (counts[$0], -$0) > (counts[$1], -$1) }
        guard let age = ages.first, counts[age] > 0 else { return nil }
        let others = groups[age].compactMap { line -> String? in
            let wanted = expected.first { $0.0 == line.account && !$0.1.equals(line.amount) }
            return wanted.map { "\(line.account) is \(line.amount.written), not \($0.1.written)" }
        }
        let which = age == 0 ? "the newest" : age == 1 ? "the one before it" : "\(age) before it"
        let count = "\(counts[age]) of \(expected.count) lines equal"
        let tail = others.isEmpty ? "" : "; " + others.joined(separator: "; ")
        return shown("The closest posting is \(which): \(count)\(tail).")
    }
}
