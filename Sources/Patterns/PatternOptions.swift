// SPDX-License-Identifier: Apache-2.0

/// How a pattern is compiled, beside what always holds: UTF-8 subjects, Unicode classes, no `\C`.
public struct PatternOptions: OptionSet, Hashable, Sendable {
    /// The chosen options as bits.
    public let rawValue: UInt32

    /// Makes options of their bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The pattern must match the whole input, and `$` does not match before a final line end.
    public static let wholeInput = PatternOptions(rawValue: 1)
    /// Upper and lower case are the same.
    public static let caseless = PatternOptions(rawValue: 2)
    /// The pattern is interpreted, not translated to machine code: slower, with all limits at work.
    public static let interpreted = PatternOptions(rawValue: 4)
}
