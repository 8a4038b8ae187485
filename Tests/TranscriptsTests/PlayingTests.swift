// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing
import Transcripts

struct PlayingTests {
    @Test(arguments: ["give.ussd", "faults.ussd"])
    func sceneIsPlayedAsWritten(_ name: String) throws {
        let file = try Fixture.file("Scenes/\(name)")
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(file)
        #expect(TerminalReport().failure(outcome) == "")
        #expect(outcome.passed)
        #expect(outcome.result?.notCompared == [])
    }
}
