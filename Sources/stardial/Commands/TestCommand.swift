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

            --against plays the same files at a gateway that speaks the line protocol. Scenes that \
            need what it cannot do are skipped, and it is said why.
            """
    )

    @Argument(help: "Transcript files, or folders of them.")
    var paths: [String] = ["Transcripts"]

    /// Where menus lie, unless it is said.
    static let menusUsual = "Menus"

    @Option(help: "Where the menus lie that transcripts name.")
    var menus = Self.menusUsual

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

    @OptionGroup var covering: CoverageArguments

    @Flag(help: "Play each scene once for every place at which it can be cut or killed.")
    var everywhere = false

    @Flag(help: "With --everywhere: in every language of a scene, not the first alone.")
    var everyLanguage = false

    @Option(help: "With --everywhere: a folder for the scenes that fail, with the cut put in.")
    var cuts: String?

    @Option(help: "The gateway to play at: stdio:COMMAND or tcp://HOST:PORT.")
    var against: PeerAddress?

    @Option(help: "The most seconds that a scene may wait where no clock can be moved.")
    var realTime: Int64?

    @Flag(help: "Write what came in place of what was expected; money and inputs stay.")
    var accept = false

    @Flag(name: .shortAndLong, help: "As --accept, and ask about each step first.")
    var interactive = false

    func validate() throws {
        let isAccepting = accept || interactive
        if isAccepting, !report.isEmpty || covering.output != nil {
            throw ValidationError(
                "What is accepted is not reported. Leave --report and --coverage out."
            )
        }
        if [isAccepting, everywhere, against != nil].count(where: { $0 }) > 1 {
            throw ValidationError(
                "--accept, --everywhere and --against are for runs of their own. Take one."
            )
        }
        if let words = heedless { throw ValidationError(words) }
    }

    /// What an option that would have no say here is told, or nil.
    private var heedless: String? {
        if everywhere, !report.isEmpty || covering.output != nil || slowest {
            return "--everywhere reports in its own way. Leave --report, --slowest and what is "
                + "asked of coverage out."
        }
        if !everywhere, cuts != nil || everyLanguage {
            return "--cuts and --every-language belong to --everywhere."
        }
        if let realTime, against == nil || realTime < 0 {
            return "--real-time is a number of seconds, and belongs to --against."
        }
        if let jobs, jobs < 1 { return "--jobs is 1 or more." }
        return quiet && verbose ? "--quiet and --verbose contradict each other. Take one." : nil
    }

    func run() async throws {
        var run = TranscriptRun(
            paths: paths,
            menus: menus,
            jobs: jobs,
            verbose: verbose,
            choice: TranscriptChoice(tags: tags, notTags: notTag),
            against: against,
            realTimeSecondsMax: realTime
        )
        run.quiet = quiet
        run.slowest = slowest
        run.reports = report
        run.coverage = covering.output
        run.impacted = covering.impacted
        if everywhere {
            run.everywhere = .init(everyLanguage: everyLanguage, folder: cuts)
        }
        if accept || interactive { run.acceptance = AcceptRun(asks: interactive, quiet: quiet) }
        try await run.run()
    }
}
