// SPDX-License-Identifier: Apache-2.0
import SourceText
import Synchronization
import Transcripts

/// A small run with a file of each kind, played in worlds that know no seeds.
enum ReportedScenes {
    private struct Worlds: WorldBuilding {
        let features: Set<WorldFeature> = [.clock, .ledger, .sms, .languages]

        func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure> {
            PocketWorlds().build(setup)
        }
    }

    /// Every report of a run, by the name of its golden.
    static func reports(_ summary: RunSummary) -> [(name: String, text: String)] {
        [
            ("junit.txt", JUnitReport().text(summary)),
            ("tap.txt", TAPReport().text(summary)),
            ("tap13.txt", TAPReport(.thirteen).text(summary)),
            ("lines.txt", JSONLinesReport().text(summary)),
            ("commands.txt", GitHubReport().commands(summary)),
            ("job.txt", GitHubReport().page(summary)),
            ("page.txt", HTMLReport().text(summary)),
            (
                "terminal.txt",
                summary.outcomes.map(TerminalReport().line).joined()
                    + TerminalReport(acceptHint: true).failures(summary)
                    + TerminalReport().slowest(summary) + TerminalReport().summary(summary)
            ),
        ]
    }

    /// Plays files one after the other, each run measured as a millisecond and a half.
    static func play(_ files: [SourceFile]) async -> RunSummary {
        let time = Mutex<Int64>(0)
        let runner = TranscriptRunner(
            worlds: Worlds(),
            jobs: 1,
            keepsSteps: true,
            stopwatch: {
                .microseconds(
                    time.withLock { time in
                        time += 1_500
                        return time
                    }
                )
            }
        )
        return await runner.run(files)
    }

    /// One that passes, one that fails, one that is no transcript, one that is skipped, and one
    /// that is expected to fail.
    static var files: [SourceFile] {
        get throws {
            [
                try Fixture.file("Scenes/give.ussd"), try Fixture.file("Failures/wrong-line.ussd"),
                try Fixture.file("Failures/secrets.ussd"),
                scene("unreadable.ussd", "", "anima> *100#"),
                scene("skipped.ussd", "requires: seed", "amina> *100#"),
                scene("expected.ussd", "xfail: she has no money yet", "amina> *100#\n  | Rich"),
                scene("nowhere.ussd", "seed: 7", "amina> *100#", menu: "nowhere"),
            ]
        }
    }

    /// A scene of one phone.
    static func scene(
        _ path: String,
        _ setting: String,
        _ steps: String,
        title: String = "A scene",
        menu: String = "pocket"
    ) -> SourceFile {
        SourceFile(
            path: path,
            text: """
                ussd/1
                title: \(title)
                menu: \(menu)
                \(setting.isEmpty ? "tags: none" : setting)
                phone amina: +254712000001 pin=4821
                ---
                \(steps)

                """
        )
    }
}
