// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import SourceText
import Synchronization
import Transcripts
import Transports

/// What `stardial load` does.
struct LoadRun {
    var path: String
    /// Copies that begin each second.
    var rate: Double
    /// How long copies begin.
    var milliseconds: Int64
    /// The most phones that are busy at once.
    var phones: Int
    /// What is added to the numbers of the scene for its first copy.
    var first: UInt64
    var against: PeerAddress?
    var menus: String
    var isJSON: Bool

    /// How long a copy may wait for a message where no clock can be moved.
    private static let waitSecondsMax: Int64 = 60

    func run() async throws {
        let transcript = try transcript()
        if let why = transcript.reasonNotToBeCopied { throw CommandFailure(.findings, why) }
        if let against { return try await act(transcript, at: against) }
        try await withOwnGateway(transcript.header) { try await act(transcript, at: $0) }
    }

    private func transcript() throws(CommandFailure) -> Transcript {
        let file = SourceFile(path: path, text: try MenuShelf.text(of: path))
        let (transcript, diagnostics) = TranscriptParser.parse(file, read: MenuShelf.readForInclude)
        guard !diagnostics.hasErrors else {
            let runner = TranscriptRunner(
                worlds: SceneBuilder(folder: menus),
                jobs: 1,
                read: MenuShelf.readForInclude
            )
            Terminal.write(TerminalReport().failure(runner.run(file)), to: .errors)
            throw CommandFailure(.findings, "\(path) has mistakes, so nothing was acted.")
        }
        return transcript
    }

    /// A gateway in memory behind a port of its own, for as long as the work takes.
    private func withOwnGateway(
        _ header: TranscriptHeader,
        _ work: (PeerAddress) async throws -> Void
    ) async throws {
        guard let path = MenuShelf.path(of: header.menu, under: menus) else {
            throw CommandFailure(.findings, MenuShelf.missing(header.menu, under: menus))
        }
        let running = try await RunningEmulator.start(
            RunningEmulator.Options(
                menus: path,
                ledger: .memory,
                hasDemoPhones: false,
                stubs: header.stubs,
                tariff: header.tariff,
                clock: header.clock
            )
        )
        let server = LineServer(
            configuration: LineServer.Configuration(port: 0),
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
        try await work(.port(host: "127.0.0.1", port))
    }

    private func act(_ transcript: Transcript, at address: PeerAddress) async throws {
        var plan = RemotePlan()
        plan.wantsOwn = false
        plan.movesClock = false
        plan.audits = false
        plan.realTimeSecondsMax = Self.waitSecondsMax
        let worlds = RemoteWorlds(plan: plan) { () throws(WireFailure) in try address.connect() }
        defer { worlds.close() }
        if let why = worlds.reach() {
            throw CommandFailure(
                .failed,
                "\(why) Nothing was played. Is a gateway at \(address)?"
            )
        }
        if let why = worlds.unfitness(of: transcript) {
            throw CommandFailure(.findings, "The scene cannot be acted there. \(why)")
        }
        let tally = LoadTally(turns: transcript.turnLines.count)
        let lanes = max(1, phones / max(1, transcript.header.phones.count))
        let schedule = LoadSchedule(
            rate: rate,
            count: Int((rate * Double(milliseconds) / 1_000).rounded(.up))
        )
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<min(lanes, schedule.count) {
                let lane = LoadLane(
                    transcript: transcript,
                    first: first,
                    worlds: worlds,
                    schedule: schedule,
                    tally: tally
                )
                group.addTask { await lane.run() }
            }
        }
        let report = LoadReport(
            path: path,
            rate: rate,
            lanes: lanes,
            lines: transcript.turnLines,
            figures: tally.figures(milliseconds: schedule.millisecondsSinceStart),
            ledger: worlds.ledgerSum()
        )
        Terminal.write(isJSON ? try report.json() : report.text)
        if let failure = tally.firstFailure {
            let report = TerminalReport()
            let page = report.failure(failure) + report.skips(RunSummary([failure]))
            Terminal.write(
                "\nThe first that went otherwise:\n\n" + page,
                to: isJSON ? .errors : .output
            )
        }
        if !report.isWell { throw CommandFailure(.findings, "") }
    }
}
