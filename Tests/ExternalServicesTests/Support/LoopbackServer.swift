// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOPosix
import Synchronization

/// A server on a free port of this machine that answers each request with fixed octets.
final class LoopbackServer: Sendable {
    /// What is done when a request has come.
    enum Answer: Sendable {
        /// These octets, and then the connection is closed or stays.
        case octets(String, closes: Bool)
        /// Nothing, while the connection stays.
        case silence
        /// The connection is closed without an answer.
        case close
    }

    let address: String
    private let channel: any Channel
    private let requests: RequestLog

    /// What came over the wire.
    private final class RequestLog: Sendable {
        let texts = Mutex<[String]>([])
    }

    /// The requests so far, as they came.
    var received: [String] { requests.texts.withLock { $0 } }

    /// Listens; each connection's first request gets the next answer, the last one for all others.
    init(_ answers: [Answer]) async throws {
        let log = RequestLog()
        let row = Mutex(answers[...])
        requests = log
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                let answer = row.withLock { $0.count > 1 ? $0.removeFirst() : $0.first }
                return channel.eventLoop.makeCompletedFuture {
                    let handler = Handler(answer: answer ?? .close, log: log)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        address = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)/ussd"
    }

    func close() async throws { try await channel.close() }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: Answer
        private let log: RequestLog
        private var text = ""

        init(answer: Answer, log: RequestLog) {
            self.answer = answer
            self.log = log
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text += String(buffer: unwrapInboundIn(data))
            // The body is one JSON object, and so the request is over with its last brace.
            guard text.hasSuffix("}") else { return }
            log.texts.withLock { $0.append(text) }
            text = ""
            switch answer {
            case .octets(let octets, let closes):
                let written = context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: octets)))
                if closes {
                    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
                    written.whenComplete { _ in bound.value.close(promise: nil) }
                }
            case .silence: break
            case .close: context.close(promise: nil)
            }
        }
    }
}

extension LoopbackServer.Answer {
    /// A whole answer of HTTP/1.1.
    static func json(_ body: String, status: String = "200 OK", more: String = "") -> Self {
        let head = "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\n\(more)"
        return .octets(
            "\(head)Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)",
            closes: true
        )
    }
}
