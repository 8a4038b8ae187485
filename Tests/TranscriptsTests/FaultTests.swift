// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import SourceText
import Testing
import Transcripts

/// Faults as they are written, and where they occur.
struct FaultTests {
    private static func words(_ text: String) -> [String] {
        text.replacing("PHONE", with: "amina").replacing("SERVICE.OPERATION", with: "money.send")
            .split(separator: " ").map(String.init)
    }

    @Test(arguments: FaultForm.allCases, ["once", "twice", "3 times", "always", "1 in 10"])
    func everyFormIsReadAsItIsWritten(_ form: FaultForm, _ often: String) throws {
        let words = Self.words(form.usage.replacing(/once$/, with: often))
        let fault = try FaultReader.read(words, phones: ["baraka", "amina"])
        #expect(FaultForm(fault) == form)
        #expect(fault.words == words.joined(separator: " "))
    }

    @Test(arguments: [
        ("! «drip» sms baraka once", "There is no fault `drip`.", "`drop`"),
        (
            "! drop «smss» baraka once", "`drop` does not say what is faulty.",
            "`drop sms PHONE once`"
        ),
        ("! drop sms «barak» once", "There is no phone `barak`.", "`baraka`"),
        ("! drop sms baraka «onec»", "This does not say how often it happens.", "`once`"),
        ("! drop sms «baraka»", "This does not say how often it happens.", "`drop sms PHONE once`"),
        ("! drop sms baraka «0 times»", "`0` is no number of times.", "`3 times`"),
        ("! drop sms baraka 1 in «0»", "`0` is no number of occasions.", "`1 in 10`"),
        ("! delay sms baraka «soon» once", "`soon` is no time.", "`delay sms PHONE 30s once`"),
        ("«! delay sms baraka once»", "This does not say how long.", "`delay sms PHONE 30s once`"),
        ("! release amina «now» once", "`now` is too much here.", "`release PHONE once`"),
        ("«! release once»", "This does not say which phone.", "`release PHONE once`"),
        (
            "! slow «send» 20s once",
            "`send` is no operation; a service, a dot and its operation are.",
            "`slow SERVICE.OPERATION 20s once`"
        ),
        (
            "! fail money.send «before» once", "`before` is too much here.",
            "`fail SERVICE.OPERATION once`"
        ),
        (
            "«! jump clock once»", "This does not say how far the clock jumps.",
            "`jump clock 2h once`"
        ),
        ("! kill «gatway» once", "`kill` does not say what is faulty.", "`kill gateway once`"),
        (
            "«! kill gateway before commit once»", "This does not say which commit.",
            "`kill gateway before commit 2 once`"
        ),
        (
            "! kill gateway after sms «0» once", "`0` is no place in a row; 1 is the next.",
            "`kill gateway after sms 1 once`"
        ),
        (
            "! kill gateway after commit «2»", "This does not say how often it happens.",
            "`kill gateway after commit 2 once`"
        ),
        (
            "! kill gateway «at commit 2» once", "`at` is too much here.", "`kill gateway once`"
        ),
        ("«!»", "This is no fault.", "`drop sms PHONE once`"),
    ])
    func badFaultIsShownWhereItStands(_ marked: String, _ what: String, _ hint: String) throws {
        let scene = Marked.steps(marked + "\n")
        let (_, diagnostics) = TranscriptParser.parse(scene.file)
        let found = try #require(diagnostics.first)
        #expect(found.id == "transcript.bad-fault" && diagnostics.count == 1)
        #expect(found.kind.message == what)
        #expect(found.range == scene.ranges.first)
        #expect(found.kind.help?.contains(hint) == true, "\(found.kind.help ?? "")")
    }

    @Test func everyFaultOccursInABundledScene() throws {
        let root = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Transcripts/mavuno")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        var forms: Set<FaultForm> = []
        for name in names where name.hasSuffix(".ussd") {
            let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            let (scene, _) = TranscriptParser.parse(SourceFile(path: name, text: text))
            for step in scene.phases.flatMap(\.steps) {
                if case .fault(let fault) = step.action { forms.insert(FaultForm(fault)) }
            }
        }
        #expect(Set(FaultForm.allCases).subtracting(forms) == [])
    }

    @Test func sceneWithDrawnFaultsRepeats() {
        let text = """
            ussd/1
            title: Drawn
            menu: pocket
            seed: SEED
            phone amina: +254712000001 pin=4821 balance=2000.00
            phone baraka: +254712000002
            ---
            ! drop sms baraka 1 in 2

            """ + String(repeating: "amina sms> baraka hello\n", count: 20)
        let reports = ["1", "1", "2"].map { seed in
            let file = SourceFile(path: "a.ussd", text: text.replacing("SEED", with: seed))
            let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(file)
            return outcome.result?.leftovers.count
        }
        #expect(reports[0] == reports[1] && reports[0] != 0 && reports[0] != 20)
        #expect(reports[0] != reports[2])
    }
}
