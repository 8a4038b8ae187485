// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing
import Transcripts

/// Cuts of a scene hold in a world that keeps its promises, and are found in one that does not.
@Suite struct EverywhereTests {
    private static let scene = SourceFile(
        path: "a.ussd",
        text: """
            ussd/1
            title: Amina gives
            menu: pocket
            phone amina: +254712000001 pin=4821 balance=2000.00
            phone baraka: +254712000002
            ---
            amina> *100#
              | You have KES 2,000.00
              ...
            amina> 1
            amina> 100
            amina> {{amina.pin}}
              | Given KES 100.00.
              | Ref {{*}}
              -- end
            baraka sms< POCKET within 5s
            amina sms< POCKET
            ? balance baraka == 100.00

            """
    )

    private static func cut(
        _ file: SourceFile = scene,
        jobs: Int = 2,
        flaw: PocketMortality.Flaw? = nil
    ) async -> EverywhereSummary {
        await EverywhereRunner(worlds: PocketWorlds(flaw: flaw), jobs: jobs).run([file])
    }

    @Test func everyCutHoldsWherePromisesAreKept() async {
        let summary = await Self.cut()
        #expect(summary.succeeded, "\(EverywhereReport(summary).text)")
        #expect(
            summary.tried
                == [
                    .replyLost: 4, .doubled: 3, .doubledLate: 3, .killedBetween: 4,
                    .killedBefore: 1, .killedAfter: 1, .killedAfterMessage: 2,
                    .killedAfterMessageTwice: 2,
                ]
        )
        #expect(summary.verdicts.count { $0.isPaidAgain } == 1)
    }

    private static let ofMessage = ["killedAfterMessage", "killedAfterMessageTwice"]

    @Test(arguments: [
        (
            PocketMortality.Flaw.givesAgain,
            ["killedBetween", "killedAfter"] + ofMessage + ofMessage
        ),
        (.losesGifts, ["killedAfter"]),
        (.forgetsToTell, ["replyLost", "killedAfter"]),
        (.losesMessages, ["killedBetween", "killedAfter"] + ofMessage),
        (.notesTooEarly, ofMessage),
        (.rewordsMessages, ofMessage + ofMessage),
    ])
    func brokenPromiseIsFoundWhereItBreaks(
        _ flaw: PocketMortality.Flaw,
        _ kinds: [String]
    ) async {
        let summary = await Self.cut(flaw: flaw)
        #expect(!summary.succeeded)
        let found = summary.scenes.flatMap(\.failures).map(\.cut)
        #expect(found.map(\.kind.rawValue) == kinds, "\(EverywhereReport(summary).text)")
        #expect(found.allSatisfy { $0.line == ($0.message == nil ? 12 : 16) })
    }

    @Test func answerThatIsNotRepeatedIsFound() async {
        let text = Self.scene.text.replacing("menu: pocket", with: "menu: forgetful")
        let summary = await Self.cut(SourceFile(path: "a.ussd", text: text))
        let found = summary.scenes.flatMap(\.failures).map(\.cut)
        #expect(found.map(\.kind) == [.doubled])
        #expect(found.map(\.line) == [12])
    }

    @Test func sceneThatDoesNotHoldByItselfIsNotCut() async {
        let text = Self.scene.text.replacing("== 100.00", with: "== 90.00")
        let summary = await Self.cut(SourceFile(path: "a.ussd", text: text))
        #expect(!summary.succeeded && summary.verdicts.isEmpty)
        #expect(EverywhereReport(summary).failures.contains("not as written before any cut"))
    }

    @Test func reportDoesNotDependOnHowManyCutsArePlayedAtOnce() async throws {
        let one = EverywhereReport(await Self.cut(jobs: 1, flaw: .givesAgain)).text
        let many = EverywhereReport(await Self.cut(jobs: 8, flaw: .givesAgain)).text
        #expect(one == many)
        #expect(!one.contains("4821"))
        try Golden.expect(one, "Failures/everywhere.txt")
    }

    @Test func failureIsATranscriptWithTheFaultPutIn() async throws {
        let summary = await Self.cut(flaw: .forgetsToTell)
        let scene = try #require(summary.scenes.first)
        let cut = try #require(scene.failures.first?.cut)
        let text = EverywhereReport.transcript(scene, cut)
        #expect(text.contains("amina> 100\n! lose reply amina once\namina> {{amina.pin}}\n"))
        #expect(text.replacing("! lose reply amina once\n", with: "") == scene.file.text)
    }

    @Test func everyCutButAKillAfterTheAnswerIsReadAsItsFaults() async throws {
        let scene = try #require(await Self.cut().scenes.first)
        for cut in scene.plan.cuts {
            let file = SourceFile(
                path: "cut.ussd",
                text: EverywhereReport.transcript(scene, cut)
            )
            let (transcript, diagnostics) = TranscriptParser.parse(file)
            #expect(diagnostics.isEmpty)
            let faults = transcript.phases.flatMap(\.steps).compactMap { step in
                if case .fault(let fault) = step.action { "! " + fault.words } else { nil }
            }
            #expect(faults == cut.faultLines)
        }
    }
}
