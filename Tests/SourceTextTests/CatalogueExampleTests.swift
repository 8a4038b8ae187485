// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

/// The example of the module's landing page, which must show what the page shows.
@Suite struct CatalogueExampleTests {
    private enum GreetingMistake: DiagnosticKind {
        case unknownName(String, known: [String])

        var id: String { "greeting.unknown-name" }
        var severity: Severity { .error }
        var message: String {
            switch self {
            case .unknownName(let name, _): "Nobody here is called `\(name)`."
            }
        }
        var help: String? {
            switch self {
            case .unknownName(let name, let known):
                DidYouMean.closest(to: name, among: known).map { "Did you mean `\($0)`?" }
            }
        }
    }

    @Test func theLandingPageShowsThis() {
        let file = SourceFile(path: "hello.txt", text: "greet Amna\n")
        let mistake = Diagnostic(
            GreetingMistake.unknownName("Amna", known: ["Amina", "Baraka"]),
            at: file.range(6, 10),
            label: "not found"
        )
        #expect(
            DiagnosticRenderer().render(mistake, in: [file]) == """
                error[greeting.unknown-name]: Nobody here is called `Amna`.
                 --> hello.txt:1:7
                  |
                1 | greet Amna
                  |       ^^^^ not found
                  = help: Did you mean `Amina`?

                """
        )
    }
}
