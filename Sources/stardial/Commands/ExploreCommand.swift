// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial explore`: tries everything in a menu and writes the scenes that are missing.
struct ExploreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Try everything in a menu.",
        discussion: """
            Looks at the menu as it is written, then dials it in scenes of its own: every option, \
            sample answers to every question, slow services, lost replies and time-outs. Says what \
            was reached and what never was. With --write, writes transcripts that reach what those \
            of --given do not; they pass at once, and no file is overwritten.
            """
    )

    @Argument(help: "A menu file, or a folder with one menu.")
    var path = "Menus/mavuno"

    @Option(help: "Take header and phones of this transcript.")
    var from: String?

    @Option(help: "Transcripts whose visits are not looked for again; may be given several times.")
    var given: [String] = []

    @Option(help: "Write the missing transcripts into this folder.")
    var write: String?

    @Option(help: "Make no scene longer than so many moves.")
    var depth = 12

    @Option(help: "Play at most so many turns in all.")
    var budget = 20_000

    @Option(help: "How many scenes are played at once; what is found does not depend on it.")
    var jobs: Int?

    @Option(help: "Where the menus lie that transcripts name.")
    var menus = "Menus"

    @Flag(help: "Write one JSON object.")
    var json = false

    func run() async throws {
        try await ExploreRun(
            path: path,
            from: from,
            given: given,
            folder: write,
            depth: depth,
            budget: budget,
            jobs: jobs,
            menus: menus,
            isJSON: json
        ).run()
    }
}
