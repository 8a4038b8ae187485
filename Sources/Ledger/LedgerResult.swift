// SPDX-License-Identifier: Apache-2.0

/// What became of a command.
public struct LedgerResult: Hashable, Sendable {
    /// Done, or refused.
    public enum Outcome: Hashable, Sendable {
        /// All of it is durable; these are the transfers, in their order, perhaps none.
        case accepted([PostedTransfer])
        /// Nothing happened.
        case rejected(LedgerRejection)
    }

    /// Done, or refused.
    public let outcome: Outcome
    /// Whether the key was seen before and this is its first result again.
    public let replayed: Bool

    package init(_ outcome: Outcome, replayed: Bool = false) {
        self.outcome = outcome
        self.replayed = replayed
    }

    /// The transfers; empty when refused.
    public var transfers: [PostedTransfer] {
        if case .accepted(let transfers) = outcome { transfers } else { [] }
    }

    /// Why nothing happened; nil when it did.
    public var rejection: LedgerRejection? {
        if case .rejected(let rejection) = outcome { rejection } else { nil }
    }
}
