// SPDX-License-Identifier: Apache-2.0
import Testing

/// One rule of style: what a file may not hold, and what to do instead.
struct TidyRule: Sendable {
    /// The name under which a failure is reported.
    let name: String
    /// All places in a file that break the rule, in order.
    let check: @Sendable (TidyFile) -> [Violation]

    /// A rule of a name and a check.
    init(_ name: String, check: @escaping @Sendable (TidyFile) -> [Violation]) {
        self.name = name
        self.check = check
    }

    /// A rule that only looks at Swift files.
    static func swift(
        _ name: String,
        check: @escaping @Sendable (TidyFile) -> [Violation]
    ) -> TidyRule {
        TidyRule(name) { $0.isSwift ? check($0) : [] }
    }

    /// Checks a text as if it were the file of a path.
    func check(path: String, text: String) -> [Violation] {
        check(TidyFile(path: path, text: text))
    }
}

extension TidyRule: CustomTestStringConvertible {
    /// The name of the rule.
    var testDescription: String { name }
}

/// A place that breaks a rule, and what to do there.
struct Violation: Hashable, Sendable {
    /// The line, counted from 1.
    let line: Int
    /// What is wrong and what to do, in one sentence.
    let advice: String
}
