// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import Ledger
import Logging
import MobileMoney
import NIOCore
import NIOPosix
import Transports

/// Turns a second over TCP, beside a bare echo of the same framing in the same run.
struct LineBench {
    var shelf: MenuShelf
    var scale: Int

    static let connections = 64
    /// Into the help, down, and back twice: every line is a turn, and every screen is drawn.
    static let cycle = ["6", "4", "0", "0", "4", "1", "0", "0"]

    func run() async throws {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let servers = MultiThreadedEventLoopGroup(numberOfThreads: max(1, cores / 2))
        let clients = MultiThreadedEventLoopGroup(numberOfThreads: max(1, cores / 2))
        let requests = 4_000 * scale
        let echo = try await echoPort(servers)
        let line = try await linePort(servers)
        var ratios: [Double] = []
        var turns = 0.0
        var echoes = 0.0
        for round in 0..<4 {
            let echoSeconds = try await drive(echo, clients, requests, isEcho: true)
            let lineSeconds = try await drive(line, clients, requests, isEcho: false)
            // The first round warms both.
            guard round > 0 else { continue }
            ratios.append(echoSeconds / lineSeconds)
            turns = max(turns, Double(Self.connections * requests) / lineSeconds)
            echoes = max(echoes, Double(Self.connections * requests) / echoSeconds)
        }
        let ratio = ratios.sorted()[ratios.count / 2]
        BenchRun.report(
            "line",
            ratio,
            "of a bare echo at 64 connections",
            "mark 0.4; \(Int(turns)) turns/s beside \(Int(echoes)) echoes/s"
        )
        try await servers.shutdownGracefully()
        try await clients.shutdownGracefully()
    }

    private func echoPort(_ group: any EventLoopGroup) async throws -> Int {
        let channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(EchoHandler())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return channel.localAddress?.port ?? 0
    }

    private func linePort(_ group: any EventLoopGroup) async throws -> Int {
        let clock = EmulatorClock()
        let logger = Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() })
        let emulator = Emulator(
            Emulator.Parts(
                programs: shelf.programs ?? [],
                tariff: shelf.tariff,
                store: MemoryLedgerStore(),
                verifier: PINVerifier(
                    key: [1],
                    cost: .tests,
                    worker: { $0() },
                    salts: SystemClock.seed
                ),
                seed: 1,
                logger: logger,
                limitsDials: false
            )
        )
        try await emulator.setUp([], at: clock.now())
        let server = LineServer(
            configuration: LineServer.Configuration(port: 0),
            handsets: emulator.handsets,
            desk: EmulatorDesk(
                emulator: emulator,
                clock: clock,
                menuPath: "",
                tariff: shelf.tariff,
                isPlayground: true
            ),
            now: { clock.now() },
            logger: logger,
            group: group
        )
        return try await server.bind()
    }

    /// Drives all connections to the end of their requests; answers the seconds it took.
    private func drive(
        _ port: Int,
        _ group: MultiThreadedEventLoopGroup,
        _ requests: Int,
        isEcho: Bool
    ) async throws -> Double {
        try await BenchRun.seconds {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<Self.connections {
                    tasks.addTask {
                        let phone = "load\(number)"
                        let opening =
                            isEcho
                            ? []
                            : [
                                "PHONE \(phone) balance=1000.00 pin=4821", "HANGUP \(phone)",
                                "*789#",
                            ]
                        try await Self.connection(
                            port,
                            group,
                            opening: opening,
                            requests: requests,
                            isEcho: isEcho
                        )
                    }
                }
                try await tasks.waitForAll()
            }
        }
    }

    private static func connection(
        _ port: Int,
        _ group: MultiThreadedEventLoopGroup,
        opening: [String],
        requests: Int,
        isEcho: Bool
    ) async throws {
        let done = group.next().makePromise(of: Void.self)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        LoadClient(
                            opening: opening,
                            cycle: cycle,
                            requests: requests,
                            awaitsGreeting: !isEcho,
                            done: done
                        )
                    )
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        try await done.futureResult.get()
        try await channel.close()
    }
}
