// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What the first page says can be done, is done.
@Suite struct ReadmeTests {
    @Test func everyBlockHolds() async throws {
        let page = try String(contentsOfFile: BuiltCommand.root + "/README.md", encoding: .utf8)
        for block in ReadmeBlock.all(in: page) {
            if let failure = try await block.failure() {
                Issue.record("README.md:\(block.line): \(failure)")
            }
        }
    }

    private static let page = """
        # A page

        ```
        A picture is not run.
        ```

        ```console
        $ printf 'one\\ntwo\\nthree\\n'
        one
        ...
        three
        $ stardial --version | cut -d ' ' -f 1
        stardial
        ```

        ```menu
        menu hello
            text  en

        dial *100#  -> market

        screen market
            | Market day is Saturday.
            end
        ```

        ```ussd
        ussd/1
        title: The market
        menu: hello
        clock: 2026-11-20T09:00:00+03:00
        seed: 1
        phone amina: +254712000001
        ---
        amina> *100#
          | Market day is Saturday.
          ...
        ```
        """

    @Test func soundPageHolds() async throws {
        let blocks = ReadmeBlock.all(in: Self.page)
        #expect(blocks.map(\.kind) == ["", "console", "menu", "ussd"])
        #expect(blocks.map(\.line) == [4, 8, 17, 28])
        for block in blocks { #expect(try await block.failure() == nil) }
    }

    @Test(arguments: [
        ("console", "three\n", "four\n"), ("console", "...\n", ""), ("console", "$ printf", "x"),
        ("console", "-f 1\nstardial\n", "-f 1\n"), ("console", "--version", "--versio"),
        ("menu", "-> market", "-> nowhere"), ("ussd", "Saturday.\n  ...", "Sunday.\n  ..."),
    ])
    func spoiltPageFails(_ kind: String, _ text: String, _ other: String) async throws {
        let page = Self.page.replacingOccurrences(of: text, with: other)
        try #require(page != Self.page)
        let block = try #require(ReadmeBlock.all(in: page).first { $0.kind == kind })
        #expect(try await block.failure() != nil)
    }
}
