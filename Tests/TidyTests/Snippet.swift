// SPDX-License-Identifier: Apache-2.0
import Testing

/// A text that breaks a rule, or one near to it that does not.
struct Snippet: Sendable {
    /// The rule it is about.
    let rule: TidyRule
    /// The path it is checked under.
    let path: String
    /// The text.
    let text: String
    /// The lines that break the rule, counted from 1; empty for a good text.
    let brokenLines: [Int]

    /// A text that breaks a rule on the lines given.
    static func bad(
        _ rule: TidyRule,
        in path: String = "Sources/Gateway/A.swift",
        lines: [Int] = [1],
        _ text: String
    ) -> Snippet {
        Snippet(rule: rule, path: path, text: text, brokenLines: lines)
    }

    /// A text that keeps a rule.
    static func good(
        _ rule: TidyRule,
        in path: String = "Sources/Gateway/A.swift",
        _ text: String
    ) -> Snippet {
        Snippet(rule: rule, path: path, text: text, brokenLines: [])
    }

    /// Every snippet there is, by topic.
    static let all = sizes + calls + imports + modules + layout + texts + comments
}

extension Snippet: CustomTestStringConvertible {
    /// The rule, the path and the beginning of the text.
    var testDescription: String { "\(rule.name) \(path) \(text.prefix(40).debugDescription)" }
}
