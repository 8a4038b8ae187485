// SPDX-License-Identifier: Apache-2.0
import NIOCore
import Synchronization

/// Leads other threads back to the event loop of a connection.
final class LinePump: Sendable {
    private let channel: any Channel
    private let handler = Mutex<NIOLoopBound<LineChannelHandler>?>(nil)

    init(channel: any Channel) {
        self.channel = channel
    }

    /// Tells which handler to lead to, or none.
    func attach(_ handler: LineChannelHandler?) {
        let bound = handler.map { NIOLoopBound($0, eventLoop: channel.eventLoop) }
        self.handler.withLock { $0 = bound }
    }

    /// Lets the conversation go on.
    func wake() {
        run { $0.resume() }
    }

    /// Lets the conversation finish.
    func shutDown() {
        run { $0.shutDown() }
    }

    private func run(_ work: @escaping @Sendable (LineChannelHandler) -> Void) {
        channel.eventLoop.execute { [self] in
            if let bound = handler.withLock({ $0 }) { work(bound.value) }
        }
    }
}

/// One connection: the conversation on the connection's event loop.
///
/// All replies of a burst of reads leave in one write. It reads only while the conversation can
/// take more and the client takes what is written.
final class LineChannelHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let conversation: LineConversation
    private let pump: LinePump
    private let isRefused: Bool
    private var context: ChannelHandlerContext?
    /// A read that was asked for and must wait.
    private var owesRead = false
    /// Whether the last octets are on their way, after which nothing is written.
    private var isEnding = false

    /// How long a client that is turned away may take to read why before it is cut off.
    private static let lingerSeconds: Int64 = 2

    init(conversation: LineConversation, pump: LinePump, isRefused: Bool) {
        self.conversation = conversation
        self.pump = pump
        self.isRefused = isRefused
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        pump.attach(self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        pump.attach(nil)
    }

    func channelActive(context: ChannelHandlerContext) {
        if isRefused { conversation.refuse() } else { conversation.begin() }
        flush(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        conversation.receive(unwrapInboundIn(data).readableBytesView)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush(context)
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if isEnding || (conversation.wantsInput && context.channel.isWritable) {
            context.read()
        } else {
            owesRead = true
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        flush(context)
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .some(.inputClosed) = event as? ChannelEvent {
            if isEnding { return context.close(promise: nil) }
            conversation.inputEnded()
            flush(context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Goes on after another thread has answered.
    func resume() {
        guard let context else { return }
        conversation.resume()
        flush(context)
    }

    /// Lets the conversation finish.
    func shutDown() {
        guard let context else { return }
        conversation.shutDown()
        flush(context)
    }

    /// Writes what there is while the client takes it, reads if a read is owed, ends when all is
    /// said.
    private func flush(_ context: ChannelHandlerContext) {
        if isEnding { return }
        if context.channel.isWritable {
            let octets = conversation.takeOutput()
            isEnding = conversation.isFinished
            if !octets.isEmpty || isEnding { write(octets, context) }
        }
        if owesRead, isEnding || (conversation.wantsInput && context.channel.isWritable) {
            owesRead = false
            context.read()
        }
    }

    private func write(_ octets: [UInt8], _ context: ChannelHandlerContext) {
        let data = wrapOutboundOut(ByteBuffer(bytes: octets))
        guard isEnding else { return context.writeAndFlush(data, promise: nil) }
        let channel = context.channel
        let lingers = conversation.turnsAway
        context.writeAndFlush(data).whenComplete { _ in
            // Closing over unread octets resets the connection, and the client may never read why.
            channel.close(mode: lingers ? .output : .all, promise: nil)
            guard lingers else { return }
            channel.eventLoop.scheduleTask(in: .seconds(Self.lingerSeconds)) {
                channel.close(promise: nil)
            }
        }
    }
}
