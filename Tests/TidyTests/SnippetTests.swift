// SPDX-License-Identifier: Apache-2.0
import Testing

/// Each rule rejects what it is there for and accepts what is near to it.
@Suite struct SnippetTests {
    @Test(arguments: Snippet.all) func isJudged(_ snippet: Snippet) {
        let violations = snippet.rule.check(path: snippet.path, text: snippet.text)
        #expect(violations.map(\.line) == snippet.brokenLines)
        #expect(violations.allSatisfy { $0.advice.hasSuffix(".") })
    }

    @Test(arguments: TidyRule.all) func isTriedBothWays(_ rule: TidyRule) {
        let own = Snippet.all.filter { $0.rule.name == rule.name }
        #expect(own.contains { $0.brokenLines.isEmpty }, "write a good snippet")
        #expect(own.contains { !$0.brokenLines.isEmpty }, "write a bad snippet")
    }

    @Test func namesAreUnique() {
        #expect(Set(TidyRule.all.map(\.name)).count == TidyRule.all.count)
    }
}
