// SPDX-License-Identifier: Apache-2.0
import Patterns

extension Template {
    /// A line must match whole; most patterns are matched too seldom to become machine code.
    static let patternOptions: PatternOptions = [.wholeInput, .interpreted]

    /// The PCRE2 pattern that a line must match; nil when a value is missing.
    ///
    /// A value is put into a pattern as it is, so that `\Q{{ref}}\E` reads as it looks; into
    /// literal text it is put escaped.
    func patternSource(_ value: (String) -> String?) -> String? {
        var source = ""
        for piece in pieces {
            switch piece {
            case .text(let text): source += isPattern ? text : Pattern.escape(text)
            case .value(let name):
                guard let text = value(name) else { return nil }
                source += isPattern ? text : Pattern.escape(text)
            case .match(let name?, let pattern): source += "(?<\(name)>\(pattern))"
            case .match(nil, let pattern): source += "(?:\(pattern))"
            case .anything: source += ".*"
            }
        }
        return source
    }
}
