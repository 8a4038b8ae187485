// SPDX-License-Identifier: Apache-2.0

/// Something that must always hold in a ledger and does not.
public enum InvariantViolation: Hashable, Sendable {
    /// The balances of a currency do not add up to nothing.
    case sumNotZero(currency: Currency, sum: String)
    /// An account has less than its floor or more than its ceiling.
    case limitBroken(AccountID)
    /// An account's pending counters are not the sum of the open holds that name it.
    case pendingMismatch(AccountID)
    /// An account's counters are not what its transfers add up to.
    case balanceMismatch(AccountID)
    /// A closed account holds or expects money.
    case closedNotEmpty(AccountID)
    /// A transfer does not continue the hash chain: it, or one before it, was changed.
    case chainBroken(TransferID)
    /// A transfer's own balances or links are not what the transfers before it give.
    case rowMismatch(TransferID)
    /// A transfer is missing between its neighbours.
    case gap(after: TransferID)
}

extension InvariantViolation: CustomStringConvertible {
    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .sumNotZero(let currency, let sum):
            "The balances in \(currency) add up to \(sum) minor units instead of 0."
        case .limitBroken(let id):
            "Account \(id.rawValue) is outside its floor or ceiling."
        case .pendingMismatch(let id):
            "Account \(id.rawValue) counts other holds than the open ones."
        case .balanceMismatch(let id):
            "Account \(id.rawValue) has another balance than its transfers give."
        case .closedNotEmpty(let id):
            "Account \(id.rawValue) is closed and not empty."
        case .chainBroken(let id):
            "Transfer \(id.rawValue) does not continue the hash chain."
        case .rowMismatch(let id):
            "Transfer \(id.rawValue) has balances or links that do not follow from those before."
        case .gap(let id):
            "The transfer after \(id.rawValue) is missing."
        }
    }
}

/// What reading the whole ledger again found.
public struct LedgerAudit: Hashable, Sendable {
    /// Transfers read.
    public let transfers: Int64
    /// Accounts compared.
    public let accounts: Int
    /// The seal on the last transfer; keep it elsewhere to prove later that nothing was rewritten.
    public let lastHash: TransferHash
    /// What does not hold, at most ``violationsMax`` of it; empty in a sound ledger.
    public let violations: [InvariantViolation]

    /// Violations listed before the audit stops counting.
    public static let violationsMax = 100

    /// Whether everything holds.
    public var isSound: Bool { violations.isEmpty }
}
