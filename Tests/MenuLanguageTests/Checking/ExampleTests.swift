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
        #expect(
            program.states.prefix(4).map(\.name) == ["home.me", "home", "balance.me", "balance"]
        )
        let proof = try #require(compilation.proof)
        #expect(proof.menu == "mavuno")
        #expect(proof.languages == ["en"])
        #expect(
            proof.screens
                == program.states.count { state in
                    switch state.kind {
                    case .screen, .ask, .end: true
                    case .call, .jump: false
                    }
                }
        )
        let fullness = proof.largest.map { Double($0.units) / Double($0.limit) }
        #expect(fullness == fullness.sorted(by: >))
    }
}
