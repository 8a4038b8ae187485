// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing
import Transcripts

/// Each scene of the folder `Failures` fails, and its report is the text beside it.
struct FailureTests {
    static let names = Fixture.names(in: "Failures", ending: ".ussd")

    @Test func everyKindIsThere() throws {
        var kinds: Set<FindingKind> = []
        for name in Self.names {
            let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1)
                .run(try Fixture.file("Failures/\(name)"))
            for result in outcome.results { kinds.formUnion(result.kinds) }
        }
        let missing = FindingKind.allCases.filter { !kinds.contains($0) }
        #expect(missing.isEmpty, "Write a scene that fails so: \(missing.map(\.rawValue))")
    }

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
        let plain = TerminalReport().failure(outcome).split(separator: "\n")
        let carets = plain.filter { $0.contains("^") }
        #expect(!carets.isEmpty && ansi.contains("\u{1B}[32;4m2,000.00\u{1B}[0m"))
        #expect(stripped.split(separator: "\n") == plain.filter { !carets.contains($0) })
    }
}
