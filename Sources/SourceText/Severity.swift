// SPDX-License-Identifier: Apache-2.0

/// How much a diagnostic weighs.
public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// What was written cannot be used.
    case error
    /// What was written can be used, and is probably not what was meant.
    case warning
}
