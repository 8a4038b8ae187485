// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A gateway at the other end of a wire: asked a line at a time, answered by its replies.
final class LinePeer: Sendable {
    private let wire: any LineWire
    private let state = Mutex(State())

    private struct State {
        var reader = WireReader()
        var tags = 0
        /// Who waits for replies that come later, by tag.
        var late: [String: @Sendable (WireReply) -> Void] = [:]
        var isBroken = false
    }

    /// How long a reply may take, in milliseconds of real time.
    static let patienceMilliseconds: Int64 = 20_000

    init(_ wire: any LineWire) { self.wire = wire }

    /// Whether it can still be asked.
    var isWhole: Bool { state.withLock { !$0.isBroken && $0.late.isEmpty } }

    /// Waits for the greeting.
    func greeting() throws(PeerFailure) {
        let reply = try next()
        guard reply.code == 200 else { throw broken("greeted with \(reply.code) \(reply.text)") }
    }

    /// Sends a line without a tag and waits for its reply; where the first one is 150, the second
    /// goes to `late`, and without that it is waited for.
    func ask(
        _ line: String,
        late: (@Sendable (WireReply) -> Void)? = nil
    ) throws(PeerFailure) -> WireReply {
        guard !line.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw PeerFailure("A control character cannot be sent over the line protocol.")
        }
        let tag = state.withLock { state in
            state.tags += 1
            return String(state.tags)
        }
        do throws(WireFailure) {
            try wire.send(Array("@\(tag) \(line)\n".utf8))
        } catch {
            throw broken(error.description)
        }
        while true {
            let reply = try next()
            guard reply.tag == tag else {
                try passOn(reply)
                continue
            }
            guard reply.code == 150 else { return reply }
            guard let late else { continue }
            state.withLock { $0.late[tag] = late }
            return reply
        }
    }

    func pause(milliseconds: Int64) { wire.pause(milliseconds: milliseconds) }

    func close() { wire.close() }

    /// Gives a reply that nobody waits for here to who does.
    private func passOn(_ reply: WireReply) throws(PeerFailure) {
        if reply.code == 281 { return }
        if let tag = reply.tag, let waiter = state.withLock({ $0.late.removeValue(forKey: tag) }) {
            return waiter(reply)
        }
        throw broken("said, without being asked: \(reply.code) \(reply.text)")
    }

    private func next() throws(PeerFailure) -> WireReply {
        wire.setPatience(milliseconds: Self.patienceMilliseconds)
        while true {
            let taken = state.withLock { state in
                Result { () throws(WireFlaw) in try state.reader.reply() }
            }
            switch taken {
            case .success(let reply?): return reply
            case .success(nil): break
            case .failure(let flaw): throw broken(flaw.description)
            }
            do throws(WireFailure) {
                let octets = try wire.receive()
                state.withLock { $0.reader.append(octets) }
            } catch {
                throw broken(error.description)
            }
        }
    }

    private func broken(_ what: String) -> PeerFailure {
        state.withLock { $0.isBroken = true }
        return PeerFailure("The gateway \(what).")
    }
}

/// Why a gateway elsewhere cannot be asked any more, in a sentence.
struct PeerFailure: Error, Hashable, Sendable {
    let message: String

    init(_ message: String) { self.message = message }
}
