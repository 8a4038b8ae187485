// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Synchronization
import Testing
import Transcripts

struct PlayingTests {
    @Test(arguments: ["give.ussd", "faults.ussd", "more-faults.ussd"])
    func sceneIsPlayedAsWritten(_ name: String) throws {
        let file = try Fixture.file("Scenes/\(name)")
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(file)
        #expect(TerminalReport().failure(outcome) == "")
        #expect(outcome.passed)
        #expect(outcome.result?.notCompared == [])
    }

    @Test(arguments: [("", 1), ("! lose reply amina once\n", 0)])
    func lostReplyIsNotHeardOf(_ fault: String, _ told: Int) throws {
        let services = Mutex<PocketServices?>(nil)
        let runner = TranscriptRunner(
            worlds: PocketWorlds { made in services.withLock { $0 = made } },
            jobs: 1
        )
        let scene = """
            ussd/1
            title: A lost reply
            menu: pocket
            phone amina: +254712000001 pin=4821 balance=2000.00
            phone baraka: +254712000002
            ---
            amina> *100#
            amina> 1
            amina> 500
            \(fault)amina> {{amina.pin}}
            ? balance baraka == 500.00
            baraka sms< POCKET within 2s
            amina sms< POCKET
            """
        #expect(runner.run(SourceFile(path: "a.ussd", text: scene)).passed)
        #expect(services.withLock { $0?.state.withLock(\.told.count) } == told)
    }

    @Test func messageThatMatchesIsWaitedForAndTakenBeforeOthers() {
        let scene = Marked.steps(
            """
            baraka sms> amina Habari
            baraka sms> amina Later
            amina sms< baraka
              | Later
            amina sms< baraka
              | {{*}}
            amina sms> {{baraka.e164}} no text is needed
            baraka sms< amina
            """
        )
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(scene.file)
        #expect(TerminalReport().failure(outcome) == "")
    }

    @Test func pinIsOverwrittenWhereAMistakeIsShown() {
        let file = SourceFile(
            path: "a.ussd",
            text:
                """
                ussd/1
                phone amina: 0712 pin=6274
                phone b: +254712000002 pin=9377
                ---
                b > 9377

                """
        )
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(file)
        let report = TerminalReport().failure(outcome)
        #expect(report.contains("pin=****") && report.contains("> ****"))
        #expect(!report.contains("6274") && !report.contains("9377"))
    }
}
