// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing
import Transcripts

/// Scenes that are skipped, and scenes that are expected to fail.
struct StatusTests {
    /// Worlds that can do nothing but be dialled.
    private struct BareWorlds: WorldBuilding {
        let features: Set<WorldFeature> = [.sms]

        func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure> {
            PocketWorlds().build(setup)
        }
    }

    private static func scene(_ settings: String, shows line: String) -> SourceFile {
        SourceFile(
            path: "a.ussd",
            text: """
                ussd/1
                title: A scene
                menu: pocket
                phone amina: +254712000001 pin=4821
                \(settings)
                ---
                amina> *100#
                  | \(line)
                  | 1 Give

                """
        )
    }

    private static let right = "You have KES 0.00"

    /// Each of: the settings, the line, its dot, and what is said of it.
    static let scenes = [
        ("", right, ".", "passed  a.ussd: A scene (1 step)"),
        ("", "Else", "F", "FAILED  a.ussd: A scene (1 step)"),
        ("requires: sms", right, ".", "passed  a.ussd: A scene (1 step)"),
        (
            "requires: sms clock ledger", right, "s",
            "skipped  a.ussd: A scene (1 step): It requires what this world cannot do: clock, "
                + "ledger."
        ),
        ("xfail: PIN 4821 is", "Else", "x", "xfailed  a.ussd: A scene (1 step): PIN •••• is"),
        ("xfail: it is", right, "F", "FAILED  a.ussd: A scene (1 step)"),
        ("xfail: it is\nrequires: seed", "Else", "s", nil),
        ("xfail: it is\ntitel: B", "Else", "F", "FAILED  a.ussd"),
    ]

    @Test(arguments: scenes)
    func statusIsADotAndAWord(_ settings: String, _ line: String, _ dot: String, _ said: String?) {
        let outcome = TranscriptRunner(worlds: BareWorlds(), jobs: 1)
            .run(Self.scene(settings, shows: line))
        let report = TerminalReport()
        #expect(report.dot(outcome) == dot)
        if let said { #expect(report.line(outcome) == said + "\n") }
        #expect(report.failure(outcome).isEmpty == (dot != "F"))
        #expect(outcome.status.isFailure == (dot == "F"))
    }

    @Test func unexpectedPassSaysWhatToDo() {
        let outcome = TranscriptRunner(worlds: BareWorlds(), jobs: 1)
            .run(Self.scene("xfail: it is", shows: Self.right))
        #expect(outcome.results.map(\.status) == [.failed])
        #expect(
            outcome.results.map(\.leftovers) == [
                ["The scene passed, and `xfail:` says it would fail. Take that line out."]
            ]
        )
    }

    @Test func summaryCountsAllAndFailsForFailuresAlone() async {
        let files = Self.scenes.prefix(5).map { Self.scene($0.0, shows: $0.1) }
        let runner = TranscriptRunner(worlds: BareWorlds(), jobs: 1)
        let all = await runner.run(files)
        #expect(!all.succeeded)
        let counts = "5 transcripts: 2 passed, 1 failed, 1 skipped, 1 failed as expected (4 steps)"
        #expect(TerminalReport().summary(all) == counts + "\n")
        let well = await runner.run([files[0], files[3], files[4]])
        #expect(well.succeeded)
        let none = await runner.run([files[3]])
        #expect(!none.succeeded)
    }
}
