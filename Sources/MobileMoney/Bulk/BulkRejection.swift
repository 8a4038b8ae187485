// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Why a line was refused, named after the errors of the GSMA Mobile Money API 1.2.
public enum BulkRejection: String, CaseIterable, Hashable, Sendable {
    /// The number has no wallet.
    case identifier = "IdentifierError"
    /// The receiver's account is frozen or closed.
    case state = "IncorrectState"
    /// The receiver would have more than her level allows.
    case maximumBalance = "MaxBalanceExceeded"
    /// The line was changed after it was paid, or the balance was brought in before.
    case duplicate = "DuplicateRequest"
    /// The batch is over and did not pay this line, or the ledger refused for another reason.
    case declined = "RequestDeclined"

    /// What happened, what was not done, and what to do next.
    public var explanation: String {
        switch self {
        case .identifier:
            "The number has no wallet. Nothing was paid. "
                + "Let her register, then put the line in a new batch."
        case .state:
            "The account is frozen or closed. Nothing was paid. Ask who looks after accounts."
        case .maximumBalance:
            "The wallet would hold more than its level allows. Nothing was paid. "
                + "Pay less, or raise the level."
        case .duplicate:
            "This line was done before with other contents. Nothing was done now. "
                + "Put the line back as it was, and what is new in a new file with a new name."
        case .declined:
            "It was refused when its turn came. Nothing was paid. Put the line in a new batch."
        }
    }

    /// The reason behind the ledger's own refusal.
    init(_ reason: TransferRejection) {
        switch reason {
        case .aboveCeiling: self = .maximumBalance
        case .creditAccountNotFound: self = .identifier
        case .creditAccountFrozen, .creditAccountClosed: self = .state
        case .keyReused: self = .duplicate
        default: self = .declined
        }
    }
}

/// What became of a line.
public enum BulkOutcome: Hashable, Sendable {
    /// It was done now, at this moment, under this receipt number, which may be empty.
    case done(String, Timestamp)
    /// It had been done before, at this moment, under this receipt number.
    case skipped(String, Timestamp)
    /// It was not done.
    case refused(BulkRejection)
    /// It was not done, and the words say why.
    case failed(String)
}
