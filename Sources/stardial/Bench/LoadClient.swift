// SPDX-License-Identifier: Apache-2.0
import NIOCore

/// One connection that sends a line, waits for the whole reply, and sends the next.
final class LoadClient: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Sent once, before anything is counted.
    private let opening: [String]
    /// Sent over and over.
    private let cycle: [String]
    private var left: Int
    private var sent = 0
    /// Whether the server speaks first.
    private let awaitsGreeting: Bool
    private let done: EventLoopPromise<Void>
    private var line: [UInt8] = []
    private var isInBlock = false

    init(
        opening: [String],
        cycle: [String],
        requests: Int,
        awaitsGreeting: Bool,
        done: EventLoopPromise<Void>
    ) {
        self.opening = opening
        self.cycle = cycle
        left = opening.count + requests
        self.awaitsGreeting = awaitsGreeting
        self.done = done
    }

    func channelActive(context: ChannelHandlerContext) {
        if !awaitsGreeting { send(context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        for octet in unwrapInboundIn(data).readableBytesView {
            guard octet == 0x0A else {
                if line.count < 4 { line.append(octet) }
                continue
            }
            let isWhole = endsReply()
            line.removeAll(keepingCapacity: true)
            if isWhole { send(context) }
        }
    }

    /// Whether the line just read ends a reply: a lone dot, or a status line without a block.
    private func endsReply() -> Bool {
        if isInBlock {
            isInBlock = line != [UInt8(ascii: ".")]
            return !isInBlock
        }
        isInBlock =
            awaitsGreeting && line.starts(with: "22".utf8) && line.dropFirst(2).first != 0x32
        return !isInBlock
    }

    private func send(_ context: ChannelHandlerContext) {
        guard left > 0 else { return done.succeed() }
        left -= 1
        let text =
            sent < opening.count ? opening[sent] : cycle[(sent - opening.count) % cycle.count]
        sent += 1
        var buffer = context.channel.allocator.buffer(capacity: text.utf8.count + 1)
        buffer.writeString(text)
        buffer.writeInteger(UInt8(0x0A))
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        done.fail(error)
        context.close(promise: nil)
    }
}
