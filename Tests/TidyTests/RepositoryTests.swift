// SPDX-License-Identifier: Apache-2.0
import Testing

/// The repository keeps every rule.
@Suite struct RepositoryTests {
    @Test func isFound() throws {
        _ = try #require(Repository.root)
        let paths = Set(Repository.files.map(\.path))
        #expect(paths.contains("Package.swift"))
        #expect(paths.contains("Tests/TidyTests/RepositoryTests.swift"))
        #expect(paths.allSatisfy { !$0.hasPrefix(".git/") && !$0.contains(".build/") })
    }

    @Test(arguments: TidyRule.all) func keeps(_ rule: TidyRule) {
        for file in Repository.files {
            for violation in rule.check(file) {
                Issue.record("\(file.path):\(violation.line): [\(rule.name)] \(violation.advice)")
            }
        }
    }
}
