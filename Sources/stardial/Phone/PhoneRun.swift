// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOPosix
import Transports

/// What `stardial phone` does: the line protocol, drawn as a phone.
struct PhoneRun {
    var name: String
    var code: String?
    var host: String
    var port: Int
    var menus: String
    var stubs: String?
    var tariff: String?
    let recording: PhoneRecording

    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    func run() async throws {
        if let connection = try? await connect(port: port) {
            if tariff != nil {
                Terminal.line("A gateway is up at \(host):\(port); --tariff has no say there.")
            }
            if stubs != nil {
                Terminal.line("A gateway is up at \(host):\(port); --stubs has no say there.")
            }
            return try await hold(connection)
        }
        let running = try await RunningEmulator.start(
            RunningEmulator.Options(
                menus: menus,
                ledger: .memory,
                stubs: stubs,
                tariff: tariff
            )
        )
        let server = LineServer(
            configuration: LineServer.Configuration(host: host, port: 0),
            handsets: running.emulator.handsets,
            desk: running.desk,
            now: { running.clock.now() },
            logger: running.logger
        )
        let ownPort = try await server.bind()
        Terminal.line("No gateway is up at \(host):\(port), so this phone has one of its own.")
        let ticker = Task {
            try await Ticker(emulator: running.emulator, clock: running.clock).run()
        }
        defer { ticker.cancel() }
        try await hold(try await connect(port: ownPort))
    }

    private func connect(port: Int) async throws -> Connection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Connection(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// Sends what is typed, and draws what comes back, until either ends.
    private func hold(_ connection: Connection) async throws {
        defer { Keyboard.show(true) }
        let start = recording.start.map { ["RECORD START \($0)"] } ?? []
        let first = ["PHONE \(name)", "WATCH \(name)"] + start + [code].compactMap(\.self)
        try await connection.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for line in first {
                        try await outbound.write(ByteBuffer(string: line + "\n"))
                    }
                    for await typed in Keyboard.lines() {
                        let line = command(typed)
                        try await outbound.write(ByteBuffer(string: line + "\n"))
                    }
                }
                group.addTask {
                    var reader = ReplyReader()
                    for try await octets in inbound {
                        for reply in reader.read(octets.readableBytesView) { show(reply) }
                    }
                }
                if recording.start != nil { group.addTask { await recording.interrupted() } }
                try await group.next()
                if recording.isUnderWay {
                    try await outbound.write(ByteBuffer(string: "RECORD STOP\n"))
                    await recording.saved()
                }
                group.cancelAll()
            }
        }
    }

    /// What a typed line is on the line protocol.
    func command(_ typed: String) -> String {
        if let line = recording.command(typed) { return line }
        if typed.isEmpty { return "HANGUP \(name)" }
        if typed.lowercased().hasPrefix("sms ") {
            return "SMS \(name) \(Self.service) \(typed.dropFirst("sms ".count))"
        }
        if typed.hasPrefix("*"), typed.hasSuffix("#") { return typed }
        return "SAY \(typed)"
    }

    /// The name that messages to the service are sent to.
    private static let service = "SERVICE"

    /// Whether an event is more than the answer to a key, which is drawn already.
    private static func comesByItself(_ event: ReplyReader.Reply) -> Bool {
        let words = event.words.split(separator: " ")
        return !(words.contains("CON") || words.contains("END"))
    }

    private func show(_ reply: ReplyReader.Reply) {
        Keyboard.show(!reply.asksSecret)
        switch reply.code {
        case 200: break
        case 270: recording.save(reply)
        case 220, 221:
            let size = reply.words.split(separator: " ").first { $0.hasPrefix("chars=") }
            let caption = size.map { $0.dropFirst("chars=".count) + " characters" } ?? ""
            Terminal.write(PhonePicture.draw(reply.lines, caption: String(caption)))
            Terminal.write(reply.isOpen ? "\(name)> " : "(the session has ended)\n\(name)> ")
        case 281 where Self.comesByItself(reply):
            Terminal.write("\n[\(reply.words)]\n" + reply.lines.map { "  \($0)\n" }.joined())
            Terminal.write("\(name)> ")
        case 281: break
        default:
            Terminal.write(reply.words + "\n\(name)> ")
        }
    }
}
