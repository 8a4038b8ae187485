// SPDX-License-Identifier: Apache-2.0
import SourceText
import Synchronization
import Testing
import Transcripts

struct RunnerTests {
    private static var files: [SourceFile] {
        get throws {
            try Fixture.names(in: "Failures", ending: ".ussd").map { "Failures/\($0)" }
                .map(Fixture.file) + [try Fixture.file("Scenes/give.ussd")]
        }
    }

    @Test func resultsDoNotDependOnHowManyFilesArePlayedAtOnce() async throws {
        let files = try Self.files
        let one = await TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(files)
        let many = await TranscriptRunner(worlds: PocketWorlds(), jobs: 8).run(files)
        #expect(one.outcomes.map(\.file.path) == files.map(\.path))
        #expect(one.outcomes.map(\.result) == many.outcomes.map(\.result))
        #expect(one.passed == 1 && one.failed == files.count - 1)
    }

    @Test func everyFileIsReportedOnce() async throws {
        let files = try Self.files
        let reported = Mutex<[String]>([])
        _ = await TranscriptRunner(worlds: PocketWorlds(), jobs: 3).run(files) { outcome in
            reported.withLock { $0.append(outcome.file.path) }
        }
        #expect(reported.withLock { $0.sorted() } == files.map(\.path).sorted())
    }

    @Test func runWithNothingInItIsAFailure() async {
        let summary = await TranscriptRunner(worlds: PocketWorlds(), jobs: 4).run([])
        #expect(!summary.succeeded)
        #expect(
            TerminalReport().summary(summary)
                == "0 transcripts: nothing was tested, which is a failure\n"
        )
    }

    @Test func summaryCountsFilesAndSteps() async throws {
        let passed = await TranscriptRunner(worlds: PocketWorlds(), jobs: 4)
            .run([try Fixture.file("Scenes/give.ussd")])
        #expect(passed.succeeded)
        #expect(
            TerminalReport().summary(passed) == "1 transcript: 1 passed, 0 failed (14 steps)\n"
        )
        let report = TerminalReport()
        #expect(passed.outcomes.map(report.dot) == ["."])
        #expect(
            passed.outcomes.map(report.line)
                == ["passed  Scenes/give.ussd: Amina gives 500 to Baraka (14 steps)\n"]
        )
    }

    @Test func fileWithAMistakeIsNotPlayedAndFails() async {
        let file = Marked.steps("anima> 1\n").file
        let summary = await TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run([file])
        #expect(!summary.succeeded && summary.failed == 1 && summary.outcomes[0].result == nil)
        #expect(
            TerminalReport().failures(summary) == """
                error[transcript.unknown-phone]: There is no phone `anima` in the header.
                 --> a.ussd:7:1
                  |
                7 | anima> 1
                  | ^^^^^
                  = help: Did you mean `amina`? Known are amina, baraka.

                """
        )
    }
}
