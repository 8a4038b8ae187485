// SPDX-License-Identifier: Apache-2.0
import NIOCore
import Synchronization

/// The open connections of a server.
final class LineConnections: Sendable {
    private let state = Mutex(State())

    private struct State {
        var open: [ObjectIdentifier: (channel: any Channel, pump: LinePump)] = [:]
        var isClosing = false
    }

    /// How many are open.
    var count: Int { state.withLock { $0.open.count } }

    /// Takes in a connection until it closes.
    func add(_ channel: any Channel, _ pump: LinePump) {
        let key = ObjectIdentifier(channel)
        let isClosing = state.withLock { state in
            state.open[key] = (channel, pump)
            return state.isClosing
        }
        channel.closeFuture.whenComplete { [weak self] _ in
            self?.state.withLock { _ = $0.open.removeValue(forKey: key) }
        }
        if isClosing { pump.shutDown() }
    }

    /// Lets every connection, those that still come included, finish and close.
    func shutDown() {
        let pumps = state.withLock { state in
            state.isClosing = true
            return state.open.values.map(\.pump)
        }
        for pump in pumps { pump.shutDown() }
    }

    /// Waits until all that are open have closed.
    func allClosed(on loop: any EventLoop) async {
        let futures = state.withLock { $0.open.values.map(\.channel.closeFuture) }
        _ = try? await EventLoopFuture.whenAllComplete(futures, on: loop).get()
    }
}
