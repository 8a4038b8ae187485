// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

struct ExampleTests {
    @Test func theExampleCompilesWithoutAWord() throws {
        let compilation = Example.compile()
        let text = DiagnosticRenderer().render(compilation.diagnostics, in: compilation.sources)
        #expect(text == "")
        let program = try #require(compilation.program)
        for state in program.states { print(state.name) }
        for screen in compilation.proof?.largest ?? [] {
            print(screen.name, screen.units, screen.limit, screen.pages, screen.assumed)
        }
    }
}
