// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial load`: many phones act a scene at once.
struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Have many phones act a transcript at once.",
        discussion: """
            Copies of the scene, each with phones of its own, begin at the rate whether those \
            before them are done or not; a copy that begins late counts its waiting. Without \
            --against a gateway in memory is started for it and spoken to over loopback.
            """
    )

    @Argument(help: "The transcript.")
    var file: String

    @Option(help: "How many copies of the scene begin each second.")
    var rate = 10.0

    @Option(name: .customLong("for"), help: "For how long they begin, such as 30s or 2m.")
    var duration = "10s"

    @Option(help: "The most phones that are busy at once.")
    var phones = 200

    @Option(help: "What is added to the scene's numbers for its first copy.")
    var first: UInt64 = 100_000

    @Option(help: "The gateway: stdio:COMMAND or tcp://HOST:PORT.")
    var against: PeerAddress?

    @Option(help: "Where the menu lies that the transcript names, without --against.")
    var menus = "Menus"

    @Flag(help: "Write the figures as JSON.")
    var json = false

    func validate() throws {
        guard rate > 0, rate <= 100_000 else {
            throw ValidationError("--rate is above 0 and at most 100000.")
        }
        guard let milliseconds = EmulatorClock.milliseconds("+" + duration), milliseconds > 0 else {
            throw ValidationError("--for is like 30s or 2m.")
        }
        guard 1...10_000 ~= phones else { throw ValidationError("--phones is 1 to 10000.") }
    }

    func run() async throws {
        try await LoadRun(
            path: file,
            rate: rate,
            milliseconds: EmulatorClock.milliseconds("+" + duration) ?? 0,
            phones: phones,
            first: first,
            against: against,
            menus: menus,
            isJSON: json
        ).run()
    }
}
