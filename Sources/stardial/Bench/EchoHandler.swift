// SPDX-License-Identifier: Apache-2.0
import NIOCore
import Transports

/// The bare echo that the line protocol is measured against: the same framing, nothing behind it.
final class EchoHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var framer = LineFramer()
    private var output: [UInt8] = []

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        framer.append(unwrapInboundIn(data).readableBytesView)
        while let frame = framer.next() {
            guard case .line(let octets) = frame else { continue }
            output.append(contentsOf: octets)
            output.append(0x0A)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        guard !output.isEmpty else { return }
        var buffer = context.channel.allocator.buffer(capacity: output.count)
        buffer.writeBytes(output)
        output.removeAll(keepingCapacity: true)
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }
}
