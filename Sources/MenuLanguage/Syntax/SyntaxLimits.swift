// SPDX-License-Identifier: Apache-2.0

/// What a menu file may cost.
enum SyntaxLimits {
    /// The longest file that is read.
    static let fileOctetsMax = 1 << 20
    /// How deep parentheses and `not` may stand within each other in a condition.
    static let conditionLevelsMax = 32
    /// How deep definitions that are indented by mistake are read; deeper ones are passed over.
    static let definitionLevelsMax = 4
    /// The longest key of an option.
    static let keyDigitsMax = 3
}
