// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// `stardial record`: saves what phones did as a transcript.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Save what phones do as a transcript.",
        discussion: """
            Record what happens at a running gateway until Ctrl-C:
              stardial record --from tcp://127.0.0.1:7384 -o scene.ussd
            Make a scene of lines as they are typed into the line protocol:
              printf 'PHONE amina\\n*789#\\n' | stardial record -
            Make a scene of a captured dialogue, commands and replies as nc shows them:
              stardial record --from bug.log -o scene.ussd

            The scene is played at once. No PIN gets into it: each is replaced by one that is \
            made up. Exit code 1 says that the scene does not pass as it is; its first lines \
            say why.
            """
    )

    @Argument(help: "A file of lines for the line protocol, - for standard input.")
    var script: String?

    @Option(help: "A running gateway as tcp://HOST:PORT, or a file with a captured dialogue.")
    var from: String?

    @Option(name: .shortAndLong, help: "Where the transcript is written; - for standard output.")
    var output = "-"

    @Option(name: .customLong("for"), help: "How long a gateway is recorded, such as 60s or 5m.")
    var time: String?

    @Option(help: "What the scene shows, in one line.")
    var title = ""

    @Option(help: "A PCRE2 pattern; what answers a screen that it matches is a secret. Repeatable.")
    var secretAfter: [String] = []

    @Option(help: "The menus that a script dials, or in which a captured dialogue is played.")
    var menus = "Menus/mavuno"

    @Option(help: "A file of stubs for the services that those menus declare.")
    var stubs: String?

    @Option(help: "The tariff of those menus, such as kenya; the nearest one unless given.")
    var tariff: String?

    func validate() throws {
        guard (script == nil) != (from == nil) else {
            throw ValidationError("Name either a script or, with --from, what is recorded.")
        }
        if let time, EmulatorClock.milliseconds("+" + time) == nil {
            throw ValidationError("--for is a time such as 60s or 5m.")
        }
        if time != nil, from?.hasPrefix("tcp://") != true {
            throw ValidationError("--for belongs to --from tcp://HOST:PORT.")
        }
    }

    func run() async throws {
        try OutputFile.check(output)
        let run = RecordRun(
            output: output,
            title: title,
            secretScreens: try SecretScreens.patterns(secretAfter),
            menus: menus,
            stubs: stubs,
            tariff: tariff
        )
        if let script { return try await run.record(script: script) }
        let from = from ?? ""
        guard from.hasPrefix("tcp://") else { return try run.record(log: from) }
        let time = time.flatMap { EmulatorClock.milliseconds("+" + $0) }
        try await run.record(gateway: from, milliseconds: time)
    }
}
