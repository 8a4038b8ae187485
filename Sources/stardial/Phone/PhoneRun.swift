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

    /// How long it is waited for the last replies once the phone is put down.
    private static let farewellTime = Duration.seconds(5)
    /// The same when a recorded scene is still to be played.
    private static let playingTime = Duration.seconds(30)

    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    func run() async throws {
        try recording.check()
        try await hold()
        Terminal.write("\n")
        if recording.isLost { throw CommandFailure(.failed, "") }
    }

    private func hold() async throws {
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
        if code == nil { Terminal.line("Dial \(running.firstCode), or Ctrl-D to put it down.") }
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

    /// Which part of holding a phone came to its end.
    private enum Part {
        case typing, reading, waiting
    }

    /// Sends what is typed, and draws what comes back, until either ends; then says good-bye, so
    /// that all which was typed is answered.
    private func hold(_ connection: Connection) async throws {
        defer { Keyboard.show(true) }
        let start = recording.start.map { ["RECORD START \($0)"] } ?? []
        let preparation = ["PHONE \(name)", "WATCH \(name)"] + start
        try await connection.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Part.self) { group in
                group.addTask {
                    for line in preparation + [code].compactMap(\.self) {
                        try await outbound.write(ByteBuffer(string: line + "\n"))
                    }
                    for await typed in Keyboard.lines() {
                        try await outbound.write(ByteBuffer(string: command(typed) + "\n"))
                    }
                    return .typing
                }
                group.addTask {
                    var reader = ReplyReader()
                    var answers = 0
                    for try await octets in inbound {
                        for reply in reader.read(octets.readableBytesView) {
                            answers += reply.answersALine ? 1 : 0
                            let isPreparation = 2...preparation.count ~= answers
                            if !(isPreparation && reply.code == 250) { show(reply) }
                        }
                    }
                    return .reading
                }
                // Ctrl-C too puts the phone down whole: the terminal shows what is typed again.
                group.addTask {
                    await recording.interrupted()
                    return .waiting
                }
                guard try await group.next() != .reading else { return group.cancelAll() }
                let isRecorded = recording.isUnderWay
                let end = isRecorded ? ["RECORD STOP", "QUIT"] : ["QUIT"]
                for line in end { try? await outbound.write(ByteBuffer(string: line + "\n")) }
                group.addTask {
                    try? await Task.sleep(for: isRecorded ? Self.playingTime : Self.farewellTime)
                    return .waiting
                }
                while let part = try await group.next(), part == .typing {}
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
        // The name stands there always, as the first word typed may be that of another phone.
        return "SAY \(name) \(typed)"
    }

    /// The name that messages to the service are sent to.
    private static let service = "SERVICE"

    /// Whether an event is more than the answer to a key, which is drawn already.
    private static func comesByItself(_ event: ReplyReader.Reply) -> Bool {
        let words = event.words.split(separator: " ")
        return !(words.contains("CON") || words.contains("END"))
    }

    /// What the line protocol says behind a phone's number, before the code of its menus.
    private static let protocolHint = "; now type "

    /// What stands above an event: `SMS from MAVUNO` for a message, else its words.
    private static func heading(of event: ReplyReader.Reply) -> String {
        let words = event.words.split(separator: " ")
        let from = words.first { $0.hasPrefix("from=") }?.dropFirst("from=".count)
        guard words.contains("SMS"), let from else { return event.words }
        return "SMS from \(from)"
    }

    private func show(_ reply: ReplyReader.Reply) {
        Keyboard.show(!reply.asksSecret)
        switch reply.code {
        case 200, 205: break
        case 270: recording.save(reply)
        case 220, 221:
            let size = reply.words.split(separator: " ").first { $0.hasPrefix("chars=") }
            let caption = size.map { $0.dropFirst("chars=".count) + " characters" } ?? ""
            Terminal.write(PhonePicture.draw(reply.lines, caption: String(caption)))
            Terminal.write(reply.isOpen ? "\(name)> " : "(the session has ended)\n\(name)> ")
        case 281 where Self.comesByItself(reply):
            let lines = ["[\(Self.heading(of: reply))]"] + reply.lines.map { "  \($0)" }
            Terminal.write("\n\(lines.joined(separator: "\n"))\n\(name)> ")
        case 281: break
        default:
            let words = reply.words.replacing("RECORD START", with: "/record start")
                .replacing("RECORD STOP", with: "/record stop")
            let told = words.firstRange(of: Self.protocolHint).map { words[..<$0.lowerBound] }
            Terminal.write((told ?? words[...]) + "\n\(name)> ")
        }
    }
}
