// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

@Suite struct MistakeTests {
    private func diagnose(_ file: SourceFile) -> [Diagnostic] { MenuParser.parse(file).diagnostics }

    @Test(arguments: MistakeSamples.all)
    func isReportedWhereItIs(_ marked: String) {
        assertDiagnostics(marked, of: diagnose)
    }

    @Test func aFileThatIsTooLongIsNotRead() throws {
        let lines = String(repeating: "screen a\n", count: SyntaxLimits.fileOctetsMax / 9 + 1)
        let (syntax, diagnostics) = MenuParser.parse(SourceFile(path: "a.menu", text: lines))
        #expect(diagnostics.map(\.id) == ["menu.file-too-long"])
        #expect(syntax.screens.isEmpty)
    }

    @Test func everyMistakeHasAnExample() {
        let shown = Set(MistakeSamples.all.flatMap { MarkedSource($0).expected.map(\.id) })
        #expect(Set(SyntaxDiagnostic.ids).subtracting(shown) == ["menu.file-too-long"])
        #expect(Set(SyntaxDiagnostic.ids).count == SyntaxDiagnostic.ids.count)
    }

    @Test(arguments: MistakeSamples.all)
    func sentencesAreWhole(_ marked: String) {
        for diagnostic in diagnose(MarkedSource(marked).file) {
            let help = diagnostic.kind.help ?? ""
            for sentence in [diagnostic.kind.message, help] {
                #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)")
                #expect(sentence.first.map { $0.isUppercase || $0 == "`" } == true, "\(sentence)")
            }
        }
    }
}
