// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial test`: plays transcripts and says what went otherwise than written.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Play transcripts.",
        discussion: """
            Each file is played in a world of its own, in virtual time, several at once. A failure \
            shows the phase with - expected and + got lines.
            """
    )

    @Argument(help: "Transcript files, or folders of them.")
    var paths: [String] = ["Transcripts"]

    @Option(help: "Where the menus lie that transcripts name.")
    var menus = "Menus"

    @Option(help: "How many files are played at once.")
    var jobs: Int?

    @Flag(help: "One line for each file.")
    var verbose = false

    @Option(name: .customLong("tag"), help: "Only scenes with this tag; may be given again.")
    var tags: [String] = []

    @Option(help: "No scenes with this tag; may be given again.")
    var notTag: [String] = []

    @Flag(help: "Nothing but what failed.")
    var quiet = false

    @Flag(help: "Name the five files that took longest.")
    var slowest = false

    @Option(
        help: ArgumentHelp(
            """
            Write a report beside what is shown; may be given several times. junit=FILE, tap=FILE \
            (version 14; tap13=FILE for older readers), jsonl=FILE, html=FILE; github annotates \
            a workflow's change. - as FILE is the standard output.
            """,
            valueName: "kind=file"
        )
    )
    var report: [ReportRequest] = []

    @Option(help: "Write what the scenes visited into this JSON file.")
    var coverage: String?

    @Flag(help: "Write what came in place of what was expected; money and inputs stay.")
    var accept = false

    @Flag(name: .shortAndLong, help: "As --accept, and ask about each step first.")
    var interactive = false

    func validate() throws {
        guard accept || interactive, !report.isEmpty || coverage != nil else { return }
        throw ValidationError(
            "What is accepted is not reported. Leave --report and --coverage out."
        )
    }

    func run() async throws {
        var run = TranscriptRun(
            paths: paths,
            menus: menus,
            jobs: jobs,
            verbose: verbose,
            coverage: coverage,
            choice: TranscriptChoice(tags: tags, notTags: notTag)
        )
        run.quiet = quiet
        run.slowest = slowest
        run.reports = report
        if accept || interactive { run.acceptance = AcceptRun(asks: interactive, quiet: quiet) }
        try await run.run()
    }
}
