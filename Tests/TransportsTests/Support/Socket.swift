// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOPosix

/// A client on a real socket: it sends octets and reads until a text has come.
struct Socket: Sendable {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// The connection ended before what was waited for.
    struct Ended: Error {
        let read: String
    }

    /// Connects, lets the client act, and closes.
    static func with<Result: Sendable>(
        port: Int,
        _ body:
            @Sendable (inout Reader, NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws
            -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var reader = Reader(octets: inbound.makeAsyncIterator())
            return try await body(&reader, outbound)
        }
    }

    /// Reads what the server writes.
    struct Reader {
        fileprivate var octets: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        private var pending = ""

        fileprivate init(octets: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) {
            self.octets = octets
        }

        /// Everything up to and with a text.
        mutating func read(to end: String) async throws -> String {
            var searched = pending.startIndex
            while true {
                if let found = pending[searched...].firstRange(of: end) {
                    let text = String(pending[..<found.upperBound])
                    pending.removeSubrange(..<found.upperBound)
                    return text
                }
                let back = min(pending.count, end.count)
                guard let more = try await octets.next() else { throw Ended(read: pending) }
                let offset = pending.utf8.count
                pending += String(buffer: more)
                let index = pending.utf8.index(
                    pending.startIndex,
                    offsetBy: max(0, offset - back * 4)
                )
                searched = index.samePosition(in: pending) ?? pending.startIndex
            }
        }

        /// Everything up to the end of the connection.
        mutating func readToEnd() async throws -> String {
            var text = pending
            pending = ""
            while let more = try await octets.next() { text += String(buffer: more) }
            return text
        }
    }
}

extension NIOAsyncChannelOutboundWriter<ByteBuffer> {
    func write(_ text: String) async throws {
        try await write(ByteBuffer(string: text))
    }
}
