// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import SourceText
import Testing

@testable import MenuLanguage

struct DocumentationTests {
    @Test func theExampleOfTheFirstPageCompiles() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/MenuLanguage/MenuLanguage.docc/MenuLanguage.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let match = try #require(text.firstMatch(of: /```\n(menu [\s\S]*?)```/))
        let compilation = FindingTests.compile(String(match.1))
        #expect(compilation.diagnostics.isEmpty)
        #expect(compilation.program?.name == "mavuno")
    }
}
