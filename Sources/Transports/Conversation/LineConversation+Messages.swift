// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// What is done with short messages.
extension LineConversation {
    /// Sends a message to a short code, a number or the name of another phone.
    func send(_ text: String, from hand: Hand, to: String, _ style: LineStyle) -> Bool {
        alone(style) { ticket, _ in
            let address = handsets.handset(named: to)?.msisdn.e164 ?? to
            handsets.send(text, from: hand.msisdn, to: address, at: now())
            let parts = handsets.gateway.partCount(of: text)
            outbox.finish(ticket, LineReply(.sent, "\(hand.name) sent to \(to) parts=\(parts)"))
        }
    }

    /// Shows the last messages of a phone, the newest last; all of them count as seen.
    func showInbox(of hand: Hand, _ count: Int?, _ style: LineStyle) -> Bool {
        alone(style) { ticket, _ in
            let inbox = handsets.handset(with: hand.msisdn)?.inbox
            let limit = min(count ?? .max, options.limits.inboxMessagesMax)
            let shown = (inbox?.messages ?? []).suffix(limit)
            let received = inbox?.received ?? 0
            let gateway = handsets.gateway
            seen[hand.msisdn] = received
            outbox.finish(
                ticket,
                LineReply(
                    .inbox,
                    "\(hand.name) messages=\(shown.count)/\(received)",
                    block: shown.map { $0.paragraph(on: gateway) }.joined(separator: "\n\n")
                )
            )
        }
    }

    /// Waits for the first message of a phone that this conversation has not seen.
    func wait(for hand: Hand, _ seconds: Int, _ style: LineStyle) -> Bool {
        alone(style) { ticket, landing in
            landing.open()
            let (handsets, outbox, gateway) = (handsets, outbox, handsets.gateway)
            let count = seen[hand.msisdn] ?? 0
            let look: @Sendable () -> Void = { [weak handsets] in
                guard let inbox = handsets?.handset(with: hand.msisdn)?.inbox,
                    let message = inbox.messages(after: count).first, landing.claim()
                else { return }
                let next = max(count, inbox.dropped) + 1
                landing.leave { $0.seen = (hand.msisdn, next) }
                outbox.finish(
                    ticket,
                    LineReply(.message, "\(hand.name)", block: message.paragraph(on: gateway))
                )
            }
            let subscription = handsets.subscribe { told in
                if told.msisdn == hand.msisdn, case .message = told.event { look() }
            }
            waiting = subscription
            look()
            if !subscription.isAccepted, landing.claim() {
                outbox.finish(ticket, .tooManyListen)
            }
            guard outbox.isOpen(ticket) else { return }
            timer(Int64(seconds) * 1_000) {
                guard landing.claim() else { return }
                outbox.finish(
                    ticket,
                    LineReply(
                        .waitRanOut,
                        "\(hand.name) got no new message within \(seconds)s"
                    )
                )
            }
        }
    }
}

extension ShortMessage {
    /// A line about the message, then its text.
    fileprivate func paragraph(on gateway: Gateway) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        let parts = gateway.partCount(of: text)
        return "from=\(from) at=\(at.iso8601) lines=\(lines) parts=\(parts)\n\(text)"
    }
}

extension Instant {
    /// The instant in UTC, as `2026-11-20T06:00:00Z`.
    var iso8601: String {
        let seconds = milliseconds.dividedFloor(by: 1_000)
        let days = seconds.dividedFloor(by: 86_400)
        let second = seconds - days * 86_400
        // The days from 0000-03-01 fall into eras of 400 years of 146 097 days each.
        let shifted = days + 719_468
        let era = shifted.dividedFloor(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let time = [second / 3_600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }
        return date + "T" + time.joined(separator: ":") + "Z"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension Int64 {
    /// The quotient rounded down, for a positive divisor.
    fileprivate func dividedFloor(by divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }
}
