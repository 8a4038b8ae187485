// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing
import Transcripts

@Suite struct LanguageTests {
    private static let path = "Scenes/languages.ussd"

    @Test func sceneIsPlayedOnceInEachLanguage() async throws {
        let file = try Fixture.file(Self.path)
        let summary = await TranscriptRunner(worlds: PocketWorlds(), jobs: 2).run([file])
        let report = TerminalReport()
        #expect(report.failures(summary) == "")
        #expect(
            summary.outcomes[0].results.map(\.path) == ["\(Self.path) [en]", "\(Self.path) [sw]"]
        )
        #expect(
            report.line(summary.outcomes[0]) == """
                passed  \(Self.path) [en]: Amina reads English or Swahili (9 steps)
                passed  \(Self.path) [sw]: Amina reads English or Swahili (9 steps)

                """
        )
        #expect(report.summary(summary) == "1 transcript: 1 passed, 0 failed (18 steps)\n")
    }

    @Test func headerSaysLanguagesOfTheSceneAndOfAPhone() throws {
        let (scene, diagnostics) = TranscriptParser.parse(try Fixture.file(Self.path))
        #expect(diagnostics.isEmpty)
        #expect(scene.header.languages == ["en", "sw"])
        #expect(scene.header.phones.map(\.language) == [nil, "sw"])
    }

    @Test(arguments: ["lang=sw", "lang=sw-KE"])
    func phoneHasALanguageOfItsOwn(_ setting: String) {
        let scene = """
            ussd/1
            title: A phone in Swahili
            menu: pocket
            phone amina: +254712000001 \(setting)
            phone baraka: +254712000002
            ---
            amina> *100#
              | Una KES 0.00
              | 1 Toa
            baraka> *100#
              | You have KES 0.00
              | 1 Give
            """
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1)
            .run(SourceFile(path: "a.ussd", text: scene))
        #expect(TerminalReport().failure(outcome) == "")
        #expect(outcome.results.map(\.path) == ["a.ussd"])
    }

    @Test func languageThatTheMenuDoesNotSpeakIsAFailure() {
        let scene = """
            ussd/1
            title: A phone in French
            menu: pocket
            phone amina: +254712000001 lang=fr
            ---
            amina> *100#
            """
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1)
            .run(SourceFile(path: "a.ussd", text: scene))
        #expect(
            outcome.results.map(\.leftovers) == [
                [
                    "The scene could not be set up. phone amina asks for the language fr, which "
                        + "the menu pocket does not speak. It speaks en, sw."
                ]
            ]
        )
    }

    @Test func lineForALanguageWithoutARunSaysWhatToWrite() {
        let scene = Marked.steps("amina> 1\n  «sw| Una»\n")
        let found = TranscriptParser.parse(scene.file).1
        #expect(found.map(\.range) == scene.ranges)
        #expect(found.first?.kind.help == "Write `lang: sw` in the header, or leave the line out.")
    }
}
