// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

/// The marks themselves, on which the tests of every pass rest.
@Suite struct MarkedSourceTests {
    private struct Mistake: DiagnosticKind {
        var id: String
        var severity: Severity { .error }
        var message: String { "It is wrong." }
    }

    /// A pass that finds every `x`.
    private func findX(_ file: SourceFile) -> [Diagnostic] {
        file.text.utf8.enumerated().filter { $0.element == UInt8(ascii: "x") }.map {
            Diagnostic(Mistake(id: "menu.x"), at: file.range($0.offset, $0.offset + 1))
        }
    }

    @Test func marksAreTakenOutAndGiveRanges() {
        let source = MarkedSource("é⟦b⟦c⟧⟧ d ⟵ menu.x menu.y\r\n⟦⟧e  ⟵ menu.z\nf  ")
        #expect(source.file.text == "ébc d\r\ne\nf  ")
        #expect(source.expected.map(\.id) == ["menu.x", "menu.y", "menu.z"])
        #expect(source.expected.map(\.range.lower) == [3, 2, 8])
        #expect(source.expected.map(\.range.upper) == [4, 4, 8])
    }

    @Test func whatIsMarkedRightlyPasses() {
        assertDiagnostics("a ⟦x⟧ b ⟦x⟧  ⟵ menu.x menu.x\nc\n", of: findX)
        assertDiagnostics("a\n", of: findX)
    }

    @Test(arguments: [
        "x\n", "⟦a⟧ ⟵ menu.x\n", "⟦x⟧ ⟵ menu.y\n", "⟦x ⟧ ⟵ menu.x\n", "⟦x⟧\n",
        "⟦x⟧ ⟵ menu.x menu.x\n", "⟦⟦x⟧⟧ ⟵ menu.x menu.x\n",
    ])
    func whatIsMarkedWronglyFails(_ marked: String) {
        withKnownIssue { assertDiagnostics(marked, of: findX) }
    }
}
