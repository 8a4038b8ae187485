// SPDX-License-Identifier: Apache-2.0
import Patterns
import Synchronization

/// The patterns of lines that were read, so that scenes alike compile each of them once.
final class PatternShelf: Sendable {
    /// Most patterns that are kept; what comes then is compiled each time.
    static let patternsMax = 1_000

    private let patterns = Mutex<[String: Pattern]>([:])

    /// The pattern that a whole line must match.
    func pattern(_ source: String) throws(PatternError) -> Pattern {
        if let pattern = patterns.withLock({ $0[source] }) { return pattern }
        let pattern = try Pattern(source, options: Template.patternOptions)
        patterns.withLock { if $0.count < Self.patternsMax { $0[source] = pattern } }
        return pattern
    }
}
