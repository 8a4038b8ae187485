// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import SourceText
import Testing
import Transcripts

/// Each scene of the folder `Accepting` becomes the text beside it that ends in `.after.txt`.
struct AcceptingTests {
    static let names = Fixture.names(in: "Accepting", ending: ".ussd")

    private static func accept(
        _ files: [SourceFile],
        _ parts: [String: String] = [:],
        asking: (ProposedChange) -> ProposalAnswer = { _ in .accept }
    ) -> Acceptance {
        let read: @Sendable (String) -> Result<String, MenuReadError> = { path in
            parts[path].map { .success($0) } ?? .failure(.notFound)
        }
        return TranscriptAcceptor(worlds: PocketWorlds(), read: read).accept(files, asking: asking)
    }

    private static func scene(_ steps: String, path: String = "scenes/a.ussd") -> SourceFile {
        SourceFile(
            path: path,
            text: """
                ussd/1
                title: Amina gives
                menu: pocket
                phone amina: +254712000001 pin=4821 balance=2000.00
                phone baraka: +254712000002
                ---
                \(steps)

                """
        )
    }

    @Test(arguments: names)
    func sceneBecomesTheTextBesideIt(_ name: String) throws {
        let file = try Fixture.file("Accepting/\(name)")
        let acceptance = Self.accept([file])
        let after = acceptance.files.first?.after ?? file.text
        try Golden.expect(after, "Accepting/" + name.replacing(".ussd", with: ".after.txt"))
        let remains = TerminalReport().failures(acceptance.summary)
        try Golden.expect(
            acceptance.files.map(\.diff).joined() + "\n"
                + acceptance.left.map { "\($0)\n" }.joined() + "\n" + remains,
            "Accepting/" + name.replacing(".ussd", with: ".said.txt")
        )
        #expect(!(acceptance.files.map(\.diff).joined() + remains).contains("4821"))
    }

    @Test(arguments: names)
    func acceptedAgainNothingChanges(_ name: String) throws {
        let file = try Fixture.file("Accepting/\(name)")
        let first = Self.accept([file])
        let after = SourceFile(path: file.path, text: first.files.first?.after ?? file.text)
        #expect(Self.accept([after]).files.isEmpty)
        let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(after)
        #expect(outcome.status == first.summary.outcomes.first?.status)
    }

    /// What phones press, money, time, faults, comments and the header are the same octets.
    @Test(arguments: names)
    func nothingElseIsTouched(_ name: String) throws {
        let file = try Fixture.file("Accepting/\(name)")
        let after = Self.accept([file]).files.first?.after ?? file.text
        #expect(Self.untouchable(after) == Self.untouchable(file.text))
    }

    private static let part = """
        ussd/1 part
        takes: giver amount
        ---
        giver> *100#
          | Hello
          ...
        giver> 1
        giver> {{amount}}
          | Give KSH {{amount}} to Baraka
          ...
        giver> <hangup>

        """

    @Test func partIsRewrittenWhenAllAgree() throws {
        let one = Self.scene("+ parts/give.ussd giver=amina amount=500")
        let two = Self.scene("+ parts/give.ussd giver=amina amount=600", path: "scenes/b.ussd")
        let acceptance = Self.accept([one, two], ["scenes/parts/give.ussd": Self.part])
        let file = try #require(acceptance.files.first)
        #expect(acceptance.files.count == 1 && acceptance.left.isEmpty)
        #expect(file.path == "scenes/parts/give.ussd" && file.changes == 2)
        #expect(acceptance.summary.succeeded)
        #expect(file.after.contains("  | You have KES 2,000.00\n  ...\n"))
        #expect(file.after.contains("  | Give KES {{amount}}.00 to Baraka\n  ...\n"))
    }

    @Test func partStaysWhenItsScenesDiffer() throws {
        let one = Self.scene("+ parts/give.ussd giver=amina amount=500")
        let two = Self.scene("+ parts/give.ussd giver=baraka amount=500", path: "scenes/b.ussd")
        let acceptance = Self.accept([one, two], ["scenes/parts/give.ussd": Self.part])
        #expect(acceptance.files.isEmpty && !acceptance.summary.succeeded)
        #expect(
            acceptance.left == [
                "scenes/parts/give.ussd, line 4, was left: not all who include the part got the "
                    + "same there."
            ]
        )
    }

    @Test func carriedPartStays() {
        let carried = "-- file parts/give.ussd --\n" + Self.part
        let scene = Self.scene("+ parts/give.ussd giver=amina amount=500\n" + carried)
        let acceptance = Self.accept([scene])
        #expect(acceptance.files.isEmpty)
        #expect(acceptance.left.contains { $0.contains("carried by its scene") })
    }

    @Test func leftSceneStays() throws {
        let wrong = Self.scene("amina> *100#\n  | Nothing")
        for setting in ["xfail: not yet", "requires: ledger", "nonsense: yes"] {
            let text = wrong.text.replacing("menu: pocket", with: "menu: pocket\n\(setting)")
            let file = SourceFile(path: wrong.path, text: text)
            let acceptance = TranscriptAcceptor(worlds: PlainWorlds()).accept([file])
            #expect(acceptance.files.isEmpty && acceptance.left.count == 1, "\(setting)")
        }
    }

    @Test func answersDecideStepByStep() throws {
        let steps = """
            amina> *100#
              | One
            amina> <hangup>
              -- end
            amina> *100#
              | Two
            amina> <hangup>
            """
        func lines(_ answers: [ProposalAnswer]) -> (Int, asked: Int) {
            var rest = answers[...]
            var asked = 0
            let acceptance = Self.accept([Self.scene(steps)]) { _ in
                asked += 1
                return rest.popFirst() ?? .leave
            }
            return (acceptance.files.first?.changes ?? 0, asked)
        }
        #expect(lines([.accept, .accept, .accept]) == (3, 3))
        #expect(lines([.leave, .accept]) == (1, 2))
        #expect(lines([.leave, .leave]) == (0, 2))
        #expect(lines([.acceptFile]) == (3, 1))
        #expect(lines([.acceptAll]) == (3, 1))
        #expect(lines([.quit]) == (0, 1))
        #expect(lines([.accept, .quit]) == (1, 2))
    }

    @Test func carriageReturnsStay() throws {
        let text = Self.scene("amina> *100#\n  | One\n  ...").text.replacing("\n", with: "\r\n")
        let after = try #require(Self.accept([SourceFile(path: "a.ussd", text: text)]).files.first)
        #expect(after.after == text.replacing("  | One", with: "  | You have KES 2,000.00"))
    }

    /// Header, comments, presses, faults and money checks, with the postings under them.
    private static func untouchable(_ text: String) -> [String] {
        var kept: [String] = []
        var isMoney = false
        var isHeader = true
        for line in text.components(separatedBy: "\n") {
            let isIndented = line.hasPrefix(" ")
            if !isIndented { isMoney = line.hasPrefix("? balance") || line.hasPrefix("? ledger") }
            let isPress = !isIndented && line.contains("> ") && !line.contains("sms<")
            let isOther = line.hasPrefix("#") || line.hasPrefix("!")
            if isHeader || isMoney || isPress || isOther { kept.append(line) }
            if line == "---" { isHeader = false }
        }
        return kept
    }
}

/// The worlds of these tests, which look at no ledger.
private struct PlainWorlds: WorldBuilding {
    let features: Set<WorldFeature> = [.clock, .sms]

    func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure> {
        PocketWorlds().build(setup)
    }
}
