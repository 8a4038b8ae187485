// SPDX-License-Identifier: Apache-2.0
import GSM
import Synchronization

/// The replies of a connection: begun in the order of the commands, finished in any order and on
/// any thread, written in the order of the commands.
final class LineOutbox: Sendable {
    private let state = Mutex(State())
    private let commandsWaitingMax: Int
    private let wake: @Sendable () -> Void

    /// What a reply in the making is known by.
    struct Ticket: Hashable, Sendable {
        fileprivate let number: UInt64
        fileprivate let style: LineStyle
    }

    private struct Entry {
        let phone: MSISDN?
        var octets: [UInt8]?
    }

    private struct State {
        /// The replies not written yet; those before `head` are gone.
        var entries: [Entry] = []
        var head = 0
        /// The number of the entry at `head`.
        var first: UInt64 = 0
        var output: [UInt8] = []
        /// Whether the connection's thread is at work and looks here before it rests.
        var isAtWork = false
        var isWoken = false
        /// Counts finished replies, so that nobody rests over one that came just now.
        var finished: UInt64 = 0

        var waiting: Int { entries.count - head }

        /// The place of a reply that is still to be made, or nil.
        func place(of ticket: Ticket) -> Int? {
            guard ticket.number >= first, ticket.number - first < UInt64(waiting) else {
                return nil
            }
            let index = head + Int(ticket.number - first)
            return entries[index].octets == nil ? index : nil
        }
    }

    /// Makes an outbox.
    ///
    /// - Parameters:
    ///   - commandsWaitingMax: how many replies may wait before no more can begin.
    ///   - wake: called on any thread when there is something to write or to go on with while the
    ///     connection's thread rests; it must come back to that thread.
    init(commandsWaitingMax: Int, wake: @escaping @Sendable () -> Void) {
        self.commandsWaitingMax = max(1, commandsWaitingMax)
        self.wake = wake
    }

    /// Begins a reply that `finish` makes; nil when the command must wait because too many wait
    /// before it, one for its phone is under way, or it wants to be alone and is not.
    ///
    /// The last reply of all is begun `always`.
    func begin(
        phone: MSISDN? = nil,
        alone: Bool = false,
        always: Bool = false,
        style: LineStyle
    ) -> Ticket? {
        state.withLock { state in
            let waiting = state.waiting
            if waiting > 0, !always {
                if alone || waiting >= commandsWaitingMax { return nil }
                if let phone,
                    state.entries[state.head...].contains(where: {
                        $0.octets == nil && $0.phone == phone
                    })
                {
                    return nil
                }
            }
            state.entries.append(Entry(phone: phone))
            return Ticket(number: state.first + UInt64(waiting), style: style)
        }
    }

    /// Makes a reply; a second one for the same ticket is dropped.
    func finish(_ ticket: Ticket, _ reply: LineReply) {
        finish(ticket) { reply.write(to: &$0, in: $1) }
    }

    /// Makes a reply by writing its octets; a second one for the same ticket is dropped.
    func finish(_ ticket: Ticket, write: (inout [UInt8], LineStyle) -> Void) {
        let mustWake = state.withLock { state -> Bool in
            guard let index = state.place(of: ticket) else { return false }
            state.finished += 1
            if index == state.head {
                write(&state.output, ticket.style)
                Self.advance(&state)
            } else {
                var octets: [UInt8] = []
                write(&octets, ticket.style)
                state.entries[index].octets = octets
            }
            return Self.mustWake(&state)
        }
        if mustWake { wake() }
    }

    /// Whether a reply is still to be made.
    func isOpen(_ ticket: Ticket) -> Bool {
        state.withLock { $0.place(of: ticket) != nil }
    }

    /// Writes between replies, now, if no more than `octetsMax` are unread.
    ///
    /// - Returns: whether it was written.
    @discardableResult
    func tell(unreadOctetsMax octetsMax: Int = .max, write: (inout [UInt8]) -> Void) -> Bool {
        let (isTold, mustWake) = state.withLock { state -> (Bool, Bool) in
            guard state.output.count <= octetsMax else { return (false, false) }
            write(&state.output)
            return (true, Self.mustWake(&state))
        }
        if mustWake { wake() }
        return isTold
    }

    /// Whether no reply is in the making.
    var isIdle: Bool { state.withLock { $0.waiting == 0 } }

    /// Whether another command could begin.
    var hasRoom: Bool { state.withLock { $0.waiting < commandsWaitingMax } }

    /// Whether there is something to write.
    var hasOutput: Bool { state.withLock { !$0.output.isEmpty } }

    /// The connection's thread begins to work; what is finished meanwhile wakes nobody.
    func work() -> UInt64 {
        state.withLock { state in
            state.isAtWork = true
            state.isWoken = false
            return state.finished
        }
    }

    /// The connection's thread rests, unless a reply was finished since it counted; then it counts
    /// again.
    ///
    /// - Returns: whether it may rest.
    func rest(over finished: inout UInt64) -> Bool {
        state.withLock { state in
            guard state.finished == finished else {
                finished = state.finished
                return false
            }
            state.isAtWork = false
            return true
        }
    }

    /// Takes what is to be written.
    func takeOutput() -> [UInt8] {
        state.withLock { state in
            var taken: [UInt8] = []
            swap(&taken, &state.output)
            return taken
        }
    }

    /// Writes the replies at the front that are made.
    private static func advance(_ state: inout State) {
        repeat {
            state.head += 1
            state.first += 1
            guard state.head < state.entries.count else {
                state.entries.removeAll(keepingCapacity: true)
                state.head = 0
                return
            }
            guard let octets = state.entries[state.head].octets else { break }
            state.output.append(contentsOf: octets)
        } while true
        if state.head > state.entries.count / 2 {
            state.entries.removeFirst(state.head)
            state.head = 0
        }
    }

    private static func mustWake(_ state: inout State) -> Bool {
        guard !state.isAtWork, !state.isWoken else { return false }
        state.isWoken = true
        return true
    }
}
