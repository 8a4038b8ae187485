// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText
import Testing
import Transcripts

/// Lines `+ path`, the parts they bring in, and files that are attached.
struct InclusionTests {
    private static let give = """
        ussd/1 part
        # Whoever is named gives
        title: A phone gives
        takes: giver taker amount
        ---
        giver> *100#
        giver> 1
        giver> {{amount}}
          | Give KES {{amount}}.00 to Baraka
          ...
        giver> {{giver.pin}}
          | Given KES {{amount}}.00.
          | Ref {{ref:[A-Z2-9]{10}}}
          -- end
        taker sms< POCKET within 10s
          | {{ref}}: you received KES {{amount}}.00.
        giver sms< POCKET
        ? balance taker == {{amount}}.00

        """

    private static func scene(_ steps: String) -> SourceFile {
        SourceFile(
            path: "scenes/a.ussd",
            text: """
                ussd/1
                title: Amina gives by a part
                menu: pocket
                phone amina: +254712000001 pin=4821 balance=2000.00
                phone baraka: +254712000002
                ---
                \(steps)

                """
        )
    }

    private static func run(_ steps: String, _ parts: [String: String]) -> TranscriptOutcome {
        let read: @Sendable (String) -> Result<String, MenuReadError> = { path in
            parts[path].map { .success($0) } ?? .failure(.notFound)
        }
        return TranscriptRunner(worlds: PocketWorlds(), jobs: 1, read: read).run(scene(steps))
    }

    private static let parts = ["scenes/parts/give.ussd": give]
    private static let call = "+ parts/give.ussd giver=amina taker=baraka amount=500"

    @Test func partIsPlayedWithWhatItIsGiven() {
        let outcome = Self.run("\(Self.call)\n? balance amina == 1493.00", Self.parts)
        #expect(TerminalReport().failure(outcome) == "")
        #expect(outcome.results.map(\.stepCount) == [8])
    }

    @Test func whatAPartRemembersIsKnownBelowIt() {
        let steps = "\(Self.call)\namina sms> baraka {{ref}}\nbaraka sms< amina\n  | {{ref}}"
        #expect(TerminalReport().failure(Self.run(steps, Self.parts)) == "")
    }

    @Test func partIncludesAnotherBesideItAndPassesOnWhatItWasGiven() {
        let outer = """
            ussd/1 part
            takes: one other
            ---
            + give.ussd giver=one taker=other amount="500"
            """
        let parts = Self.parts.merging(["scenes/parts/outer.ussd": outer]) { $1 }
        let outcome = Self.run("+ ./parts/../parts/outer.ussd one=amina other=baraka", parts)
        #expect(TerminalReport().failure(outcome) == "")
        #expect(outcome.results.map(\.stepCount) == [7])
    }

    @Test func attachedPartHidesTheOneOnDisk() {
        let steps = "\(Self.call)\n-- file parts/give.ussd --\n\(Self.give)"
        let outcome = Self.run(steps, ["scenes/parts/give.ussd": "no part"])
        #expect(TerminalReport().failure(outcome) == "")
    }

    @Test func attachedFilesAreKeptToTheOctet() {
        let menu = "menu shop\r\n\r\n-- not a name --\n  + no step\n\n"
        let file = Self.scene(
            "amina> 1\n-- file shop.menu --\n\(menu)-- file b/stubs.yaml --\na: 1"
        )
        let (transcript, diagnostics) = TranscriptParser.parse(file)
        let attached = transcript.header.setup.attachments
        #expect(diagnostics.isEmpty && transcript.description == file.text)
        #expect(attached.files.map(\.path) == ["scenes/shop.menu", "scenes/b/stubs.yaml"])
        #expect(attached.files.map(\.text) == [menu, "a: 1\n"])
        #expect(attached.text(at: "scenes/b/../shop.menu") == menu)
        #expect(attached.menuPath(of: "shop") == "scenes/shop.menu")
        #expect(attached.menuPath(of: "sho") == nil)
    }

    @Test func failureInAPartIsShownThereWithTheChain() throws {
        let broken = Self.give.replacing("Given KES", with: "Taken KES")
        let outcome = Self.run("# Amina gives\n\(Self.call)", ["scenes/parts/give.ussd": broken])
        try Golden.expect(TerminalReport().failure(outcome), "Failures/in-a-part.txt")
        #expect(outcome.result?.phases.first?.findings.map(\.line) == [8])
        #expect(
            outcome.result?.phases.first?.findings.map(\.chain) == [
                [
                    FilePlace(path: "scenes/parts/give.ussd", line: 12),
                    FilePlace(path: "scenes/a.ussd", line: 8),
                ]
            ]
        )
    }

    @Test func mistakeInAPartIsShownThereWithTheChain() throws {
        let broken = Self.give.replacing("taker sms<", with: "talker sms<")
        let outcome = Self.run(Self.call, ["scenes/parts/give.ussd": broken])
        try Golden.expect(TerminalReport().failure(outcome), "Failures/mistake-in-a-part.txt")
    }

    private static func part(_ steps: String, _ header: String = "") -> String {
        "ussd/1 part\n\(header)---\n\(steps)\n"
    }

    /// Each of: the steps of the scene, the part `p.ussd`, and what is found.
    static let mistakes = [
        ("+", nil, "transcript.include"),
        ("+ q.ussd", nil, "transcript.include"),
        ("+ p.ussd", "ussd/1\ntitle: A scene\n---\n", "transcript.include"),
        ("+ p.ussd", part("+ p.ussd"), "transcript.include-limit"),
        ("+ p.ussd", part("amina> 1", "takes: a b\n"), "transcript.argument"),
        ("+ p.ussd a=1", part("amina> 1"), "transcript.argument"),
        ("+ p.ussd a=1 a=2", part("amina> 1", "takes: a\n"), "transcript.argument"),
        ("+ p.ussd amina", part("amina> 1"), "transcript.argument"),
        ("+ p.ussd a={{*}}", part("amina> {{a}}", "takes: a\n"), "transcript.bad-hole"),
        ("+ p.ussd a={{b}}", part("amina> {{a}}", "takes: a\n"), "transcript.unknown-variable"),
        ("+ p.ussd a=500", part("a> 1", "takes: a\n"), "transcript.unknown-phone"),
        ("+ p.ussd", part("amina> 1", "takes: a-b\n"), "transcript.part"),
        ("+ p.ussd", part("amina> 1", "menu: pocket\n"), "transcript.part"),
        ("+ p.ussd", part(""), "transcript.no-steps"),
        ("+ p.ussd\n  | x", part("amina> 1"), "transcript.orphan-expectation"),
        ("+ p.ussd", part("amina> 1\n-- file a --\n"), "transcript.attachment"),
        ("amina> 1\n-- a.menu --", nil, "transcript.attachment"),
        ("amina> 1\n-- file ../a --\n", nil, "transcript.attachment"),
        ("amina> 1\n-- file a --\n-- file ./a --\n", nil, "transcript.attachment"),
    ]

    @Test(arguments: mistakes)
    func mistakesAreFound(_ steps: String, _ part: String?, _ id: String) {
        let parts = part.map { ["scenes/p.ussd": $0] } ?? [:]
        let outcome = Self.run(steps, parts)
        #expect(Set(outcome.diagnostics.map(\.id)) == [id], "\(TerminalReport().failure(outcome))")
        #expect(outcome.diagnostics.allSatisfy { $0.kind.help != nil })
        #expect(outcome.results.isEmpty)
    }

    @Test func partsHaveADepthAndANumber() {
        var chain: [String: String] = [:]
        for depth in 1...10 {
            let inner = depth < 10 ? "+ \(depth + 1).ussd" : "amina> 1"
            chain["scenes/\(depth).ussd"] = Self.part(inner)
        }
        #expect(Self.run("+ 3.ussd", chain).diagnostics.isEmpty)
        #expect(Self.run("+ 2.ussd", chain).diagnostics.map(\.id) == ["transcript.include-limit"])
        let many = String(repeating: "+ 10.ussd\n", count: TranscriptLimits.inclusionsMax)
        #expect(Self.run(many, chain).diagnostics.isEmpty)
        let more = Self.run(many + "+ 10.ussd", chain).diagnostics
        #expect(more.map(\.id) == ["transcript.include-limit"])
    }

    @Test func partIsNotPlayedAlone() {
        let file = SourceFile(path: "p.ussd", text: Self.part("amina> 1", "takes: amina\n"))
        let (transcript, diagnostics) = TranscriptParser.parse(file)
        #expect(transcript.isPart && diagnostics.map(\.id) == ["transcript.unknown-phone"])
        #expect(TranscriptParser.parseAlone(file).1.isEmpty)
        let empty = SourceFile(path: "p.ussd", text: Self.part("@ +1s"))
        #expect(TranscriptParser.parse(empty).1.map(\.id) == ["transcript.part"])
    }
}
