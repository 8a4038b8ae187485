// SPDX-License-Identifier: Apache-2.0

/// When a process dies at a commit of its ledger.
public enum CommitEnd: String, Hashable, Sendable, CaseIterable {
    /// Before it: nothing of it is done.
    case before
    /// Right after it: all of it is done, and nobody is told.
    case after
}
