// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing
import Transcripts

/// Each scene of the folder `Failures` fails, and its report is the text beside it.
struct FailureTests {
    static let names = Fixture.names(in: "Failures", ending: ".ussd")

    @Test func everyKindIsThere() { #expect(Self.names.count >= 13) }

    @Test(arguments: names)
    func reportIsTheTextBesideTheScene(_ name: String) throws {
        let path = "Failures/\(name)"
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1)
            .run(try Fixture.file(path))
        let report = TerminalReport().failure(outcome)
        #expect(outcome.diagnostics.isEmpty && !outcome.passed)
        #expect(!report.contains("4821") && !report.contains("7777"))
        try Golden.expect(report, path.replacing(".ussd", with: ".txt"))
    }

    @Test func colourIsTheOnlyDifferenceOfTheStyles() throws {
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1)
            .run(try Fixture.file("Failures/wrong-line.ussd"))
        let ansi = TerminalReport(style: .ansi).failure(outcome)
        let stripped = ansi.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(ansi != stripped && stripped == TerminalReport().failure(outcome))
    }
}
