// SPDX-License-Identifier: Apache-2.0

/// What a PO file may cost.
enum POLimits {
    /// The longest file that is read: the texts of 65,000 states with room for comments.
    static let fileOctetsMax = 32 << 20
    /// The most entries that are read, those in use and those kept: three for each of 65,000
    /// states.
    static let entriesMax = 200_000
    /// The most mistakes that are told; behind the last the file is not read on.
    static let findingsMax = 100
    /// The most plural forms of a language.
    static let formsMax = 6
    /// The longest rule in `Plural-Forms`.
    static let ruleOctetsMax = 1000
    /// How deep parentheses, `!` and `?:` may stand within each other in a rule.
    static let ruleLevelsMax = 32
}
