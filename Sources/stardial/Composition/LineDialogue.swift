// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOPosix
import Transports

/// A connection to the line of a gateway: lines go in, replies come out in their order.
enum LineDialogue {
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Connects, works and closes.
    static func with<Value: Sendable>(
        _ host: String,
        _ port: Int,
        _ work: (Replies, NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws -> Value
    ) async throws -> Value {
        let connection: Connection
        do {
            connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try Connection(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw CommandFailure(
                .failed,
                "Nobody answers at \(host):\(port). Is `stardial up` running there?"
            )
        }
        return try await connection.executeThenClose { inbound, outbound in
            try await work(Replies(inbound.makeAsyncIterator()), outbound)
        }
    }

    /// The replies as they come.
    final class Replies {
        private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        private var reader = ReplyReader()
        private var ready: [ReplyReader.Reply] = []

        init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) {
            self.inbound = inbound
        }

        /// The next reply; nil at the end of the connection.
        func next() async throws -> ReplyReader.Reply? {
            while ready.isEmpty {
                guard let octets = try await inbound.next() else { return nil }
                ready += reader.read(octets.readableBytesView)
            }
            return ready.removeFirst()
        }

        /// The next reply with one of these codes; those before it are shown to `see`.
        func next(
            of codes: Set<Int>,
            _ see: (ReplyReader.Reply) -> Void = { _ in }
        ) async throws -> ReplyReader.Reply {
            while let reply = try await next() {
                if codes.contains(reply.code) { return reply }
                see(reply)
            }
            throw CommandFailure(.failed, "The gateway closed the line. Nothing was recorded.")
        }
    }
}
