// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import SourceText
import Testing
import Transcripts

struct ParserTests {
    @Test func headerIsRead() throws {
        let (scene, diagnostics) = TranscriptParser.parse(try Fixture.file("Scenes/give.ussd"))
        #expect(diagnostics.isEmpty)
        #expect(scene.header.title == "Amina gives 500 to Baraka")
        #expect(scene.header.menu == "pocket")
        #expect(scene.header.seed == 42)
        #expect(scene.header.tags == ["smoke", "money"])
        #expect(scene.header.clock == Instant(milliseconds: 1_795_154_400_000))
        #expect(scene.header.phones.map(\.name) == ["amina", "baraka"])
        #expect(scene.header.phones.map(\.msisdn.e164) == ["+254712000001", "+254712000002"])
        #expect(scene.header.phones.map(\.pin) == ["4821", nil])
        #expect(scene.header.phones.map(\.balance) == ["2000.00", "0"])
        #expect(scene.header.phones.map(\.displayName) == ["Amina", "BARAKA OTIENO"])
        #expect("\(scene.header.phones[0])" == "amina +2547****001")
    }

    @Test(arguments: [
        ("a/b.ussd", "w.yaml", "a/w.yaml"), ("b.ussd", "w.yaml", "w.yaml"),
        ("a/b.ussd", "../w.yaml", "a/../w.yaml"), ("a/b.ussd", "/w.yaml", "/w.yaml"),
    ])
    func stubsLieBesideTheTranscript(_ path: String, _ written: String, _ read: String) {
        let text =
            "ussd/1\ntitle: A\nmenu: m\nstubs: \(written)\nphone a: +254712000001\n---\na> 1\n"
        let (scene, diagnostics) = TranscriptParser.parse(SourceFile(path: path, text: text))
        #expect(diagnostics.isEmpty)
        #expect(scene.header.setup.stubs == read)
    }

    @Test func phasesBeginWithACommentBelowAnEmptyLine() throws {
        let (scene, _) = TranscriptParser.parse(try Fixture.file("Scenes/give.ussd"))
        #expect(
            scene.phases.map(\.title) == [
                "Amina gives", "Both are told, and told the same reference", "She asks by SMS",
            ]
        )
        #expect(scene.phases.map(\.steps.count) == [5, 6, 3])
        #expect(scene.stepCount == 14)
    }

    @Test(arguments: [
        "Scenes/give.ussd", "Scenes/faults.ussd", "Failures/money.ussd", "Failures/messages.ussd",
    ])
    func transcriptPrintsItself(_ path: String) throws {
        let file = try Fixture.file(path)
        #expect(TranscriptParser.parse(file).0.description == file.text)
        let other = SourceFile(path: path, text: file.text.replacing("\n", with: "\r\n"))
        let (scene, diagnostics) = TranscriptParser.parse(other)
        #expect(diagnostics.isEmpty && Array(scene.description.utf8) == Array(other.text.utf8))
    }

    @Test(arguments: [
        ("«title: A»\nmenu: m\nphone a: +254712000001\n---\na> 1\n", "transcript.version"),
        ("«ussd/2»\ntitle: A\nmenu: m\nphone a: +254712000001\n---\na> 1\n", "transcript.version"),
        ("ussd/1\ntitle: A\nmenu: m\n«»amina> *1#\namina> 1\n", "transcript.missing-divider"),
        (header("«titel»: B"), "transcript.unknown-setting"),
        (header("requires: ledger «moon»"), "transcript.bad-setting"),
        (header("xfail:«»"), "transcript.bad-setting"),
        (header("«menu»: other"), "transcript.duplicate-setting"),
        (header("clock: «2026-13-01T00:00:00Z»"), "transcript.bad-setting"),
        (header("clock: «2026-11-20T09:00:00»"), "transcript.bad-setting"),
        (header("seed: «-1»"), "transcript.bad-setting"),
        (header("network: «standrad»"), "transcript.bad-setting"),
        (header("lang: «English»"), "transcript.bad-setting"),
        (header("lang: «en en»"), "transcript.bad-setting"),
        (header("lang: «en sw-»"), "transcript.bad-setting"),
        (header("«what is this»"), "transcript.bad-setting"),
        (header("phone c: +254712000003 lang=«Swahili»"), "transcript.bad-phone"),
        (header("phone c: +254712000003 lang=sw «lang»=en"), "transcript.duplicate-setting"),
        (header("phone «9a»: +254712000003"), "transcript.bad-phone"),
        (header("phone c: «0712000003»"), "transcript.bad-phone"),
        (header("phone c: +254712000003 «pim»=1"), "transcript.unknown-phone-setting"),
        (header("phone c: +254712000003 pin=«12»"), "transcript.bad-phone"),
        (header("phone c: +254712000003 balance=«ten»"), "transcript.bad-phone"),
        (header("«phone c: +254712000001»"), "transcript.bad-phone"),
        (header("«phone AMINA: +254712000009»"), "transcript.bad-phone"),
        (
            "«\u{FEFF}ussd/1»\ntitle: A\nmenu: m\nphone a: +254712000001\n---\na> 1\n",
            "transcript.byte-order-mark"
        ),
    ])
    func mistakesAboveTheLineAreFound(_ marked: String, _ id: String) {
        expectOne(Marked(marked), id)
    }

    @Test(arguments: [
        ("«anima»> *100#", "transcript.unknown-phone"),
        ("«what is this»", "transcript.unknown-line"),
        ("amina> «<hang-up>»", "transcript.bad-check"),
        ("  «| orphan»", "transcript.orphan-expectation"),
        ("amina> 1\n  «no sign»", "transcript.bad-expectation"),
        ("amina> 1\n  «sw| Una»", "transcript.unplayed-language"),
        ("amina> 1\n  -- end\n  «| more»", "transcript.misplaced-expectation"),
        ("@ +1s\n  «| nothing»", "transcript.misplaced-expectation"),
        ("? ledger last\n  «...»", "transcript.misplaced-expectation"),
        ("amina sms< M\n  «-- end»", "transcript.misplaced-expectation"),
        ("amina> 1\n  «-- finished»", "transcript.bad-check"),
        ("amina> «{{reef}}»", "transcript.unknown-variable"),
        ("amina> «{{amina.pim}}»", "transcript.unknown-variable"),
        ("amina> «{{anima.pin}}»", "transcript.unknown-phone"),
        ("amina> «{{baraka.pin}}»", "transcript.missing-pin"),
        ("amina> x«{{ref»", "transcript.bad-hole"),
        ("amina> «{{}}»x", "transcript.bad-hole"),
        ("amina> «{{*}}»", "transcript.bad-hole"),
        ("amina> 1\n  | a «{{ref:[a-z}}» b", "transcript.bad-pattern"),
        ("amina> 1\n  ~ «a(b»", "transcript.bad-pattern"),
        ("amina> 1\n  | «{{a:.}}{{a:.}}»", "transcript.duplicate-capture"),
        ("@ «+181»", "transcript.bad-time"),
        ("@ «tomorrow»", "transcript.bad-time"),
        ("amina sms< M within «soon»", "transcript.bad-time"),
        ("«amina sms< none»", "transcript.bad-check"),
        ("«amina sms> M»", "transcript.bad-check"),
        ("«? balance amina is 1»", "transcript.bad-check"),
        ("? balance amina == «KES»", "transcript.bad-check"),
        ("? ledger last\n  «| wallet:amina»", "transcript.bad-check"),
        ("! «drip» sms baraka once", "transcript.bad-fault"),
        ("! double turn «amina»", "transcript.bad-fault"),
        ("«amina ussd< MAVUNO»", "transcript.not-yet"),
        ("+ «other.ussd»", "transcript.include"),
        ("«-- file.menu --»", "transcript.attachment"),
    ])
    func mistakesBelowTheLineAreFound(_ marked: String, _ id: String) {
        expectOne(Marked.steps(marked + "\n"), id)
    }

    @Test func everyMistakeIsFoundInOneRunAndNamesWhatWasMeant() {
        let scene = Marked.steps("anima> 1\n  | not reported\nbarake> 1\namina> {{amina.pni}}\n")
        let (_, diagnostics) = TranscriptParser.parse(scene.file)
        #expect(
            diagnostics.map(\.id) == [
                "transcript.unknown-phone", "transcript.unknown-phone",
                "transcript.unknown-variable",
            ]
        )
        let helps = diagnostics.compactMap(\.kind.help)
        #expect(helps.count == 3)
        for (help, name) in zip(helps, ["`amina`", "`baraka`", "`amina.pin`"]) {
            #expect(help.hasPrefix("Did you mean \(name)?"))
        }
    }

    /// What a line was probably to be is said where it can be known.
    @Test(arguments: [
        ("amina > *100#", "Write no blank before `>`"), ("| Welcome", "begins with two blanks"),
        ("~ Wel.*", "begins with two blanks"), ("amina sms< M within 10", "`within 10s`"),
        ("amina sms< M within", "`within 10s`"), ("what is this", "A step is "),
    ])
    func helpFitsTheLine(_ line: String, _ help: String) {
        let (_, diagnostics) = TranscriptParser.parse(Marked.steps(line + "\n").file)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.kind.help?.contains(help) == true, "\(diagnostics)")
    }

    /// A phone whose line is wrong is wrong there, and not at each of its steps.
    @Test(arguments: ["phone c: 0712000003", "phone c +254712000003", "phone c: +254712000001"])
    func aMistakenPhoneIsReportedOnce(_ phone: String) {
        let steps = "---\nc> *1#\n  | x\nc> {{c.local}}\n? balance c == 1\n? session c open\n"
        let text = "ussd/1\ntitle: A\nmenu: m\nphone a: +254712000001\n\(phone)\n\(steps)"
        let (_, diagnostics) = TranscriptParser.parse(SourceFile(path: "a.ussd", text: text))
        #expect(diagnostics.map(\.id) == ["transcript.bad-phone"])
    }

    @Test func headerSaysWhatItLacksAndASceneWhatItIs() {
        let (_, diagnostics) = TranscriptParser.parse(
            SourceFile(path: "a.ussd", text: "ussd/1\n---\n")
        )
        #expect(diagnostics.map(\.id) == Array(repeating: "transcript.missing-setting", count: 3))
        let empty = TranscriptParser.parse(Marked.steps("").file).1
        #expect(empty.map(\.id) == ["transcript.no-steps"])
    }

    @Test func limitsHoldAtTheirEdges() {
        let most = TranscriptLimits.expectedLinesMax
        let lines = String(repeating: "  | x\n", count: most)
        #expect(TranscriptParser.parse(Marked.steps("amina> 1\n\(lines)").file).1.isEmpty)
        let more = TranscriptParser.parse(Marked.steps("amina> 1\n\(lines)  | x\n  | y\n").file)
        #expect(more.1.map(\.id).first == "transcript.too-many-expectations")
        let large = String(repeating: "#", count: TranscriptLimits.fileOctetsMax + 1)
        let (scene, found) = TranscriptParser.parse(SourceFile(path: "a.ussd", text: large))
        #expect(found.map(\.id) == ["transcript.too-large"] && scene.description == large)
    }

    private static func header(_ line: String) -> String {
        """
        ussd/1
        title: A scene
        menu: pocket
        phone amina: +254712000001 pin=4821
        \(line)
        ---
        amina> *100#
        """
    }

    /// Expects a mistake of that id at the first mark.
    private func expectOne(_ marked: Marked, _ id: String) {
        let (scene, diagnostics) = TranscriptParser.parse(marked.file)
        #expect(diagnostics.map(\.id).contains(id))
        let found = diagnostics.first { $0.id == id }
        #expect(found?.range == marked.ranges.first)
        #expect(found?.kind.message.hasSuffix(".") == true)
        #expect(found?.kind.help != nil)
        #expect(scene.description == marked.file.text)
    }
}
