// SPDX-License-Identifier: Apache-2.0
public import Gateway
public import Logging
public import NIOCore
public import NIOPosix
public import ServiceLifecycle
import Synchronization

/// The line protocol on a TCP port.
public final class LineServer: Service {
    private let configuration: Configuration
    private let handsets: HandsetNetwork
    private let desk: any LineDesk
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let group: any EventLoopGroup
    private let connections = LineConnections()
    private let listener = Mutex<(any Channel)?>(nil)

    /// Where a server listens and what its conversations have in common.
    public struct Configuration: Hashable, Sendable {
        /// The address to listen at.
        public var host: String
        /// The port; 0 picks a free one.
        public var port: Int
        /// Limits and greeting.
        public var options: LineOptions

        /// Makes a configuration; by default the protocol's own port on loopback.
        public init(
            host: String = "127.0.0.1",
            port: Int = LineServer.portDefault,
            options: LineOptions = LineOptions()
        ) {
            self.host = host
            self.port = port
            self.options = options
        }
    }

    /// The port of the line protocol.
    public static let portDefault = 7_384
    /// Connections that the system queues before they are accepted.
    private static let backlogMax: Int32 = 1_024

    /// Makes a server that does not listen yet.
    ///
    /// - Parameters:
    ///   - configuration: where to listen.
    ///   - handsets: the emulated phones and their gateway.
    ///   - desk: what knows the ledger, the menus and the clock.
    ///   - now: the present.
    ///   - logger: gets connections and failures; never a line that a client sent.
    ///   - group: the event loops.
    public init(
        configuration: Configuration,
        handsets: HandsetNetwork,
        desk: any LineDesk,
        now: @escaping @Sendable () -> Instant,
        logger: Logger,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        self.configuration = configuration
        self.handsets = handsets
        self.desk = desk
        self.now = now
        self.logger = logger
        self.group = group
    }

    /// The port it listens at, or nil when it does not.
    public var boundPort: Int? {
        listener.withLock { $0?.localAddress?.port }
    }

    /// Begins to listen; again does nothing.
    ///
    /// - Returns: the port.
    /// - Throws: what the system says when the address cannot be had.
    @discardableResult
    public func bind() async throws -> Int {
        if let port = boundPort { return port }
        let channel = try await bootstrap().bind(
            host: configuration.host,
            port: configuration.port
        ).get()
        listener.withLock { $0 = channel }
        let port = channel.localAddress?.port ?? configuration.port
        logger.info("line protocol ready", metadata: ["port": "\(port)"])
        return port
    }

    /// Listens until a graceful shutdown or cancellation, then lets every connection finish what is
    /// under way, says 421 and closes.
    ///
    /// - Throws: what the system says when the address cannot be had.
    public func run() async throws {
        try await bind()
        let closed = listener.withLock { $0?.closeFuture }
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await closed?.get()
            } onGracefulShutdown: {
                self.close()
            }
        } onCancel: {
            self.close()
        }
        await connections.allClosed(on: group.next())
    }

    /// Stops listening, and lets every connection finish.
    private func close() {
        let channel = listener.withLock { listener -> (any Channel)? in
            defer { listener = nil }
            return listener
        }
        channel?.close(promise: nil)
        connections.shutDown()
    }

    private func bootstrap() -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: Self.backlogMax)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(makeHandler(channel))
                }
            }
    }

    private func makeHandler(_ channel: any Channel) -> LineChannelHandler {
        let loop = channel.eventLoop
        let isRefused =
            connections.count >= configuration.options.limits.connectionsMax
        let pump = LinePump(channel: channel)
        let conversation = LineConversation(
            handsets: handsets,
            desk: desk,
            options: configuration.options,
            now: now,
            timer: { milliseconds, fire in
                _ = loop.scheduleTask(in: .milliseconds(milliseconds), fire)
            },
            wake: { pump.wake() }
        )
        connections.add(channel, pump)
        return LineChannelHandler(conversation: conversation, pump: pump, isRefused: isRefused)
    }
}
