// SPDX-License-Identifier: Apache-2.0
import Gateway
import Synchronization

/// The reply to one turn of a conversation that has turns named.
///
/// A turn that the gateway answers at once is answered in its place. One that waits for a service
/// is answered 150 in its place, so that what is said next is not held up, and later with its tag.
final class TurnReply: Sendable {
    private let outbox: LineOutbox
    private let ticket: LineOutbox.Ticket
    private let phone: String
    private let style: LineStyle
    private let state = Mutex(State.waiting)

    private enum State {
        case waiting
        case answered
        case underWay
    }

    init(_ phone: String, _ ticket: LineOutbox.Ticket, _ style: LineStyle, on outbox: LineOutbox) {
        self.phone = phone
        self.ticket = ticket
        self.style = style
        self.outbox = outbox
    }

    /// Takes the gateway's answer.
    func take(_ answer: Answer) {
        let isLate = state.withLock { state in
            defer { state = .answered }
            return state == .underWay
        }
        if isLate {
            outbox.tell { LineReply.write(answer, phone: phone, to: &$0, in: style) }
        } else {
            outbox.finish(ticket) { LineReply.write(answer, phone: phone, to: &$0, in: $1) }
        }
    }

    /// Says that the answer is still to come, unless it has come.
    func comeBack() {
        state.withLock { state in
            guard state == .waiting else { return }
            state = .underWay
            // Within the lock: a late answer must not be written before this.
            outbox.finish(ticket, LineReply(.underWay, "\(phone) waits for a service"))
        }
    }
}

extension LineReply {
    /// The reply to a turn, with its key, its menu and its state; every release is 222.
    init(turn answer: Answer, phone: String) {
        if case .released(let cause) = answer.kind {
            self.init(.released, "\(phone) \(cause.word); \(answer.text)")
            return
        }
        let plain = LineReply(answer, phone: phone)
        var words = plain.text
        if let turn = answer.turn { words += " turn=\(turn)" }
        if !answer.menu.isEmpty { words += " menu=\(answer.menu)" }
        if !answer.state.isEmpty { words += " state=\(answer.state)" }
        self.init(plain.code, words, block: plain.block)
    }
}
