// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@Suite struct FixTests {
    @Test func changesAreMadeFromTheFirstToTheLast() throws {
        let source = Marked("1 «Sned» -> «sned»«  »\n")
        let fixes = try [
            Diagnostic.FixIt(range: source.range(2), replacement: ""),
            Diagnostic.FixIt(range: source.range(1), replacement: "send"),
            Diagnostic.FixIt(range: source.range(0).start, replacement: "To "),
        ]
        let (file, made) = source.file.applying(fixes)
        #expect(file.text == "1 To Sned -> send\n")
        #expect(made == fixes.reversed())
        let renderer = DiagnosticRenderer()
        #expect(
            made.map { renderer.renderFix($0, in: source.file) } == [
                "a.menu:1: `To ` put in\n", "a.menu:1: `sned` → `send`\n",
                "a.menu:1: 2 blanks taken out\n",
            ]
        )
    }

    @Test func overlappingChangesAreMadeOnce() throws {
        let source = Marked("ab«cd»ef")
        let whole = try source.range()
        let fixes = [
            Diagnostic.FixIt(range: whole, replacement: "X"),
            Diagnostic.FixIt(range: whole, replacement: "Y"),
            Diagnostic.FixIt(range: source.file.range(3, 5), replacement: "Z"),
            Diagnostic.FixIt(range: source.file.range(5, 5), replacement: "+"),
            Diagnostic.FixIt(range: source.file.range(5, 5), replacement: "-"),
        ]
        #expect(source.file.applying(fixes).file.text == "abXe+f")
    }

    @Test func changesThatDoNotBelongHereAreNotMade() {
        let file = SourceFile(path: "a.menu", text: "é\n")
        let fixes = [
            Diagnostic.FixIt(range: file.range(1, 2), replacement: "X"),
            Diagnostic.FixIt(range: file.range(2, 9), replacement: "X"),
            Diagnostic.FixIt(
                range: SourceRange(file: "b.menu", lower: 0, upper: 2),
                replacement: "X"
            ),
        ]
        let (same, made) = file.applying(fixes)
        #expect(same == file)
        #expect(made.isEmpty)
    }
}
