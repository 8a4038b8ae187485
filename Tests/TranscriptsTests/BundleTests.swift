// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText
import Testing

@testable import Transcripts

/// A scene in one file, and what is unpacked of one.
struct BundleTests {
    private static let scene = """
        ussd/1
        title: Two parts
        menu: pocket
        stubs: ../stubs/a.yaml
        phone amina: +254712000001
        ---
        + ../parts/dial.ussd who=amina
        + own.ussd
        amina> 1
        """
    private static let files = [
        "a/parts/dial.ussd": "ussd/1 part\ntakes: who\n---\nwho> *100#\n+ deep/more.ussd\n",
        "a/parts/deep/more.ussd": "ussd/1 part\n---\namina> 2\n",
        "a/scenes/own.ussd": "ussd/1 part\n---\n+ \"../parts/deep/more.ussd\"\n",
    ]

    private func bundle(_ text: String) -> (SceneBundle, [Diagnostic]) {
        let file = SourceFile(path: "a/scenes/x.ussd", text: text)
        let (transcript, found) = TranscriptParser.parse(file) { path in
            Self.files[path].map { .success($0) } ?? .failure(.notFound)
        }
        var bundle = SceneBundle(file, transcript)
        bundle.attachParts(of: transcript)
        return (bundle, found)
    }

    @Test func partsFromOutsideAreFoundInside() throws {
        var (bundle, found) = bundle(Self.scene)
        #expect(found.isEmpty, "\(found.map(\.kind.message))")
        bundle.setStubs("stubs/a.yaml")
        bundle.attach("stubs/a.yaml", "x: 1")
        bundle.setRemark("One file.")
        let text = try bundle.text()
        #expect(text.hasPrefix("ussd/1\n# One file.\ntitle: Two parts\n"))
        #expect(text.contains("\nstubs: stubs/a.yaml\n"))
        #expect(text.contains("\n+ parts/dial.ussd who=amina\n+ own.ussd\namina> 1\n"))
        #expect(text.contains("-- file parts/more.ussd --\nussd/1 part\n---\namina> 2\n"))
        let alone = TranscriptParser.parse(SourceFile(path: "else/y.ussd", text: text))
        #expect(alone.1.isEmpty, "\(text)\(alone.1.map(\.kind.message))")
        #expect(alone.0.stepCount == 4)

        let unpacked = try SceneBundle.unpacked(
            SourceFile(path: "else/y.ussd", text: text),
            without: "One file."
        )
        #expect(unpacked.map(\.name).prefix(2) == ["y.ussd", "parts/dial.ussd"])
        #expect(unpacked.first?.text == bundle.scene.replacing("# One file.\n", with: "") + "\n")
    }

    @Test func aSceneWithoutMoreStaysAsItIs() throws {
        let plain = "ussd/1\r\ntitle: T\nmenu: m\nphone a: +254712000001\n---\na> *100#\n\n"
        #expect(try bundle(plain).0.text() == plain)
    }

    @Test func aFileThatWouldBeginAnotherIsRefused() {
        var (bundle, _) = bundle(Self.scene)
        bundle.attach("a.menu", "menu a\n  -- file b --  \n-- file b -- \n")
        #expect(throws: SceneBundle.Failure.self) { try bundle.text() }
        bundle.attach("large.menu", String(repeating: "x", count: 1_048_577))
        #expect(throws: SceneBundle.Failure.self) { try bundle.text() }
    }

    @Test(arguments: [
        "../out", "/etc/passwd", "a/../../out", "..", ".", "x.ussd", "a\u{1}b", "a\u{0}",
        String(repeating: "n", count: 256), "a --\n-- file a/b", "a --\n-- file a", "./../out",
    ])
    func namesThatLeadOutAreRefused(_ name: String) {
        let text = "ussd/1\n---\n-- file \(name) --\nx\n"
        #expect(throws: SceneBundle.Failure.self) {
            try SceneBundle.unpacked(SourceFile(path: "b/x.ussd", text: text))
        }
    }

    @Test func tooManyFilesAreRefused() throws {
        func text(_ count: Int) -> SourceFile {
            let files = (0..<count).map { "-- file f\($0) --\n" }.joined()
            return SourceFile(path: "x.ussd", text: "ussd/1\n---\n" + files)
        }
        #expect(try SceneBundle.unpacked(text(499)).count == 500)
        #expect(throws: SceneBundle.Failure.self) { try SceneBundle.unpacked(text(500)) }
        #expect(throws: SceneBundle.Failure.self) { try SceneBundle.unpacked(text(0)) }
    }
}
