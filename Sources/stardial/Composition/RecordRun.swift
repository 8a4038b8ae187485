// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import MenuLanguage
import NIOCore
import Transcripts
import Transports
import UnixSignals

/// What `stardial record` does.
struct RecordRun {
    var output: String
    var title: String
    var secretScreens: [String]
    var menus: String
    var stubs: String?
    var tariff: String?

    /// Records what a running gateway's phones do, for so long or until Ctrl-C.
    func record(gateway address: String, milliseconds: Int64?) async throws {
        let place = address.dropFirst("tcp://".count).split(separator: ":")
        guard place.count == 2, let port = Int(place[1]), 1...65_535 ~= port else {
            throw CommandFailure(.usage, "A gateway is named as tcp://127.0.0.1:7384.")
        }
        let reply = try await LineDialogue.with(String(place[0]), port) { replies, line in
            try await begin(replies, line)
            tell("Recording what the phones at \(address) do. Ctrl-C ends it.")
            await Self.pause(milliseconds)
            try await line.write(ByteBuffer(string: "RECORD STOP\n"))
            return try await replies.next(of: [270, 410])
        }
        try save(reply)
    }

    /// Records what a script of the line protocol does at a gateway of its own, in memory.
    func record(script path: String) async throws {
        let script: String
        if path == "-" {
            script = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        } else {
            script = try MenuShelf.text(of: path)
        }
        // What stands behind `QUIT` would not have been heard.
        let lines = script.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .prefix { $0.trimmingCharacters(in: .whitespaces).uppercased() != "QUIT" }
        let running = try await RunningEmulator.start(
            RunningEmulator.Options(menus: menus, ledger: .memory, stubs: stubs, tariff: tariff)
        )
        let server = LineServer(
            configuration: LineServer.Configuration(host: "127.0.0.1", port: 0),
            handsets: running.emulator.handsets,
            desk: running.desk,
            now: { running.clock.now() },
            logger: running.logger
        )
        let port = try await server.bind()
        let ticker = Task {
            try await Ticker(emulator: running.emulator, clock: running.clock).run()
        }
        defer { ticker.cancel() }
        let reply = try await LineDialogue.with("127.0.0.1", port) { replies, line in
            try await begin(replies, line)
            async let sent: Void = Self.send(
                (lines + ["RECORD STOP\n"]).joined(separator: "\n"),
                line
            )
            let reply = try await replies.next(of: [270, 410]) { reply in
                if reply.code >= 400 { tell("A line was answered \(reply.code) \(reply.words)") }
            }
            try await sent
            return reply
        }
        try save(reply)
    }

    /// Makes a scene of a captured dialogue.
    func record(log path: String) throws {
        let log = LineLog.read(try MenuShelf.text(of: path))
        let shelf = try MenuShelf(path: menus, tariff: tariff)
        var reader = LineLogRecorder(log, shelf: shelf, title: title, stubs: stubs, tariff: tariff)
        try reader.addSecretScreens(secretScreens)
        let scene = reader.recorder.written(playedIn: Self.worlds(menus, shelf), folder: folder)
        try OutputFile(output).write(scene.text)
        report(isSound: scene.isSound, RecordedWords.sentence(about: scene))
        if !scene.isSound { throw CommandFailure(.findings, "") }
    }

    /// The worlds of the menus at a path.
    static func worlds(_ menus: String, _ shelf: MenuShelf) -> SceneBuilder {
        let names = (shelf.programs ?? []).map { ($0.name, menus) }
        return SceneBuilder(
            folder: menus.parentFolder,
            paths: Dictionary(names) { first, _ in first }
        )
    }

    private func begin(
        _ replies: LineDialogue.Replies,
        _ line: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        try await line.write(ByteBuffer(string: "RECORD START \(title)\n"))
        let begun = try await replies.next(of: [250, 409, 429, 501, 502])
        guard begun.code == 250 else {
            throw CommandFailure(.failed, "Nothing is recorded: \(begun.words).")
        }
        for pattern in secretScreens {
            try await line.write(ByteBuffer(string: "RECORD SECRET \(pattern)\n"))
            _ = try await replies.next(of: [250, 501])
        }
    }

    private static func send(
        _ text: String,
        _ line: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        try await line.write(ByteBuffer(string: text))
    }

    /// Waits for so long or for a signal, whichever comes first.
    private static func pause(_ milliseconds: Int64?) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { return }
            }
            if let milliseconds {
                group.addTask { try? await Task.sleep(for: .milliseconds(milliseconds)) }
            }
            await group.next()
            group.cancelAll()
        }
    }

    /// Writes the transcript of a reply and says what is known of it.
    private func save(_ reply: ReplyReader.Reply) throws {
        guard reply.code == 270 else { throw CommandFailure(.failed, reply.words) }
        let text = reply.lines.joined(separator: "\n") + "\n"
        try OutputFile(output).write(RecordedScene.moved(text, to: folder))
        let isSound = RecordedWords.isSound(reply.words)
        report(isSound: isSound, reply.words)
        if !isSound { throw CommandFailure(.findings, "") }
    }

    private var folder: String {
        output == "-" ? "" : output.parentFolder
    }

    private func report(isSound: Bool, _ words: String) {
        let place = output == "-" ? "The scene" : output
        let end = words.hasSuffix(".") ? "" : "."
        tell("\(place): \(words)\(end)" + (isSound ? "" : " Its first lines say more."))
    }

    private func tell(_ sentence: String) { Terminal.write(sentence + "\n", to: .errors) }
}
