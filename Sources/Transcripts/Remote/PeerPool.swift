// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The connections to a gateway that no scene uses now.
final class PeerPool: Sendable {
    private let connect: @Sendable () throws(WireFailure) -> any LineWire
    private let keeps: Bool
    private let idle = Mutex<[LinePeer]>([])
    private let known = Mutex<RemoteFacts?>(nil)

    init(keeps: Bool, connect: @escaping @Sendable () throws(WireFailure) -> any LineWire) {
        self.keeps = keeps
        self.connect = connect
    }

    /// A connection behind its greeting.
    func take() throws(PeerFailure) -> LinePeer {
        if let peer = idle.withLock({ $0.popLast() }) { return peer }
        let wire: any LineWire
        do throws(WireFailure) {
            wire = try connect()
        } catch {
            throw PeerFailure("The gateway \(error.description).")
        }
        let peer = LinePeer(wire)
        do throws(PeerFailure) {
            try peer.greeting()
        } catch {
            peer.close()
            throw error
        }
        return peer
    }

    /// What the gateway says of itself, asked once.
    func facts(of asked: LinePeer? = nil) throws(PeerFailure) -> RemoteFacts {
        if let known = known.withLock({ $0 }) { return known }
        let peer = if let asked { asked } else { try take() }
        defer { if asked == nil { give(back: peer) } }
        let reply = try peer.ask("CAPS")
        guard reply.code == 211 else {
            throw PeerFailure("The gateway answered CAPS by \(reply.code) \(reply.text).")
        }
        let facts = RemoteFacts(reply.lines)
        known.withLock { $0 = facts }
        return facts
    }

    func give(back peer: LinePeer) {
        guard keeps, peer.isWhole else { return peer.close() }
        idle.withLock { $0.append(peer) }
    }

    func close() {
        let peers = idle.withLock { peers in
            defer { peers = [] }
            return peers
        }
        for peer in peers { peer.close() }
    }
}
