// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

@Suite struct WellWrittenTests {
    private func diagnose(_ file: SourceFile) -> [Diagnostic] { MenuParser.parse(file).diagnostics }

    @Test(arguments: [SyntaxSamples.mavuno, SyntaxSamples.everything])
    func hasNoMistakes(_ text: String) {
        assertDiagnostics(text, of: diagnose)
    }
}
