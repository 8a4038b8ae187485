// SPDX-License-Identifier: Apache-2.0
import Testing

/// A conversation as it is typed, and what comes back.
struct Scene: Hashable, Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    var testDescription: String { name }

    /// The first line that differs from another scene's, with its number; nil when none does.
    func difference(from other: Scene) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let others = other.text.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(lines.count, others.count) {
            let line = index < lines.count ? lines[index] : "nothing"
            let otherLine = index < others.count ? others[index] : "nothing"
            if line != otherLine { return "line \(index + 1): \(line), not: \(otherLine)" }
        }
        return nil
    }
}
