// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Transcripts

/// A gateway in memory that answers each line by a rule, and time that passes at once.
final class ScriptedWire: LineWire {
    private let state: Mutex<State>
    private let rule: @Sendable (String) -> String?

    private struct State {
        var octets: [UInt8]
        var lines: [String] = []
        var paused: Int64 = 0
        var isClosed = false
    }

    /// - Parameters:
    ///   - greeting: what is said first.
    ///   - rule: what is answered to a line without its tag; a tag goes before each answer
    ///     that begins with a digit; nil hangs up, an empty answer says nothing.
    init(greeting: String = "200 ready\n", rule: @escaping @Sendable (String) -> String?) {
        self.rule = rule
        state = Mutex(State(octets: Array(greeting.utf8)))
    }

    /// What was asked, without tags.
    var lines: [String] { state.withLock(\.lines) }
    /// How long was paused, in milliseconds.
    var paused: Int64 { state.withLock(\.paused) }
    var isClosed: Bool { state.withLock(\.isClosed) }

    func send(_ octets: [UInt8]) throws(WireFailure) {
        let text = String(decoding: octets.dropLast(), as: UTF8.self)
        let tag = text.prefix { $0 != " " }
        let line = String(text.dropFirst(tag.count + 1))
        let answer = rule(line)
        state.withLock { state in
            state.lines.append(line)
            guard let answer else {
                state.isClosed = true
                return
            }
            let isReply = answer.first?.isNumber ?? false
            state.octets += Array(((isReply ? "\(tag) " : "") + answer).utf8)
        }
    }

    func setPatience(milliseconds: Int64) {}

    func receive() throws(WireFailure) -> [UInt8] {
        let (octets, isClosed) = state.withLock { state in
            defer { state.octets = [] }
            return (state.octets, state.isClosed)
        }
        if !octets.isEmpty { return octets }
        throw isClosed ? .closed : .timedOut
    }

    func pause(milliseconds: Int64) { state.withLock { $0.paused += milliseconds } }

    func close() { state.withLock { $0.isClosed = true } }
}
