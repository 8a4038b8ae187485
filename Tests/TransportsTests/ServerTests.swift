// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Logging
import NIOCore
import ServiceLifecycle
import Testing
import Transports

/// The server on real sockets of the loopback.
struct ServerTests {
    private let world = World()

    private func server(_ options: LineOptions = LineOptions()) -> LineServer {
        LineServer(
            configuration: LineServer.Configuration(port: 0, options: options),
            handsets: world.handsets,
            desk: world.desk,
            now: { World.now },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    /// Runs a server, lets clients act, and shuts it down.
    private func serve<Result: Sendable>(
        _ options: LineOptions = LineOptions(),
        _ body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> Result {
        let server = server(options)
        let port = try await server.bind()
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.run() }
            let result = try await body(port)
            tasks.cancelAll()
            try await tasks.waitForAll()
            return result
        }
    }

    @Test func sixtyFourPhonesTalkAtOnce() async throws {
        for number in 0..<64 {
            let msisdn = try #require(MSISDN(digits: 254_712_100_000 + UInt64(number)))
            try world.handsets.register("phone\(number)", msisdn)
        }
        let answers = try await serve { port in
            try await withThrowingTaskGroup(of: String.self) { tasks in
                for number in 0..<64 {
                    tasks.addTask {
                        try await Socket.with(port: port) { reader, writer in
                            _ = try await reader.read(to: "(try HELP)\n")
                            try await writer.write("phone phone\(number)\n*789#\n1\n1234\nquit\n")
                            return try await reader.readToEnd()
                        }
                    }
                }
                var answers: [String] = []
                for try await answer in tasks { answers.append(answer) }
                return answers
            }
        }
        #expect(answers.count == 64)
        #expect(Set(answers.map { $0.split(separator: "\n").first ?? "" }).count == 64)
        for answer in answers {
            #expect(answer.contains("\n221 END phone"))
            #expect(answer.hasSuffix("\nPaid.\n.\n205 bye\n"))
        }
    }

    @Test func aSlowReaderLosesNothing() async throws {
        let count = 20_000
        let read = try await serve { port in
            try await Socket.with(port: port) { reader, writer in
                async let sent: Void = {
                    for start in stride(from: 0, to: count, by: 1_000) {
                        let lines = (start..<(start + 1_000)).map { "@\($0) help ping\n" }
                        try await writer.write(lines.joined())
                    }
                    try await writer.write("quit\n")
                }()
                for _ in 0..<1_000 { await Task.yield() }
                let read = try await reader.readToEnd()
                try await sent
                return read
            }
        }
        let tags = read.split(separator: "\n").filter { $0.hasPrefix("@") }
            .compactMap { $0.split(separator: " ").first }
        #expect(tags.elementsEqual((0..<count).map { "@\($0)" }))
        #expect(read.hasSuffix("205 bye\n"))
    }

    @Test func aClientMayCloseItsSideFirst() async throws {
        let read = try await serve { port in
            try await Socket.with(port: port) { reader, writer in
                try await writer.write("phone amina\n*789#\n")
                writer.finish()
                return try await reader.readToEnd()
            }
        }
        #expect(read.hasSuffix("3 Cyrillic\n.\n"))
    }

    @Test func servicesMayAnswerFromElsewhere() async throws {
        let world = world
        world.services.hold()
        let read = try await serve { port in
            try await Socket.with(port: port) { reader, writer in
                try await writer.write("phone amina\n*789#\n1\n1234\nping\n")
                let before = try await reader.read(to: "Enter PIN\n.\n")
                world.services.release()
                return try await before + reader.read(to: "pong\n")
            }
        }
        #expect(read.hasSuffix("Paid.\n.\n250 pong\n"))
    }

    @Test func aMessageEndsAWait() async throws {
        let world = world
        let read = try await serve { port in
            try await Socket.with(port: port) { reader, writer in
                try await writer.write("phone amina\nwait sms 60s\n")
                _ = try await reader.read(to: "now type *789#\n")
                world.deliver("Hello", to: "amina")
                return try await reader.read(to: "\n.\n")
            }
        }
        #expect(read.hasPrefix("232 amina\n"))
        #expect(read.hasSuffix("\nHello\n.\n"))
    }

    @Test func aWaitRunsOut() async throws {
        let read = try await serve { port in
            try await Socket.with(port: port) { reader, writer in
                try await writer.write("phone amina\nwait sms 0s\nquit\n")
                return try await reader.readToEnd()
            }
        }
        #expect(read.hasSuffix("420 amina got no new message within 0s\n205 bye\n"))
    }

    @Test func oneConnectionTooManyIsToldSo() async throws {
        var options = LineOptions()
        options.limits.connectionsMax = 1
        let read = try await serve(options) { port in
            try await Socket.with(port: port) { first, _ in
                _ = try await first.read(to: "(try HELP)\n")
                return try await Socket.with(port: port) { second, _ in
                    try await second.readToEnd()
                }
            }
        }
        #expect(read == "429 there are 1 connections already; close one and connect again\n")
    }

    @Test func aBrowserIsAnsweredAndClosed() async throws {
        let read = try await serve { port in
            try await Socket.with(port: port) { reader, writer in
                _ = try await reader.read(to: "(try HELP)\n")
                try await writer.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nphone amina\n")
                return try await reader.readToEnd()
            }
        }
        #expect(read.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        #expect(world.handsets.all.isEmpty)
    }

    @Test func shutdownSaysSoAndCloses() async throws {
        let server = server()
        let port = try await server.bind()
        #expect(server.boundPort == port)
        let lifecycle = ServiceGroup(
            services: [server],
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await lifecycle.run() }
            let read = try await Socket.with(port: port) { reader, writer in
                try await writer.write("ping\n")
                _ = try await reader.read(to: "pong\n")
                await lifecycle.triggerGracefulShutdown()
                return try await reader.readToEnd()
            }
            #expect(read == "421 the server is closing; come back in a minute\n")
            try await tasks.waitForAll()
        }
        #expect(server.boundPort == nil)
    }
}
