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
    /// A transfer stands in the place of another: their order was changed.
    case reordered(TransferID, belongsAt: TransferID)
    /// A note does not continue the hash chain: it, or what stood before it, was changed.
    case noteBroken(Int64)
    /// A note is missing between its neighbours.
    case noteGap(after: Int64)
    /// A note stands in the place of another: their order was changed.
    case noteReordered(Int64, belongsAt: Int64)
    /// An account's limits or flags are not what the notes say.
    case settingMismatch(AccountID)
    /// A reversal or correction does not fit the transfer it names.
    case originalMismatch(TransferID)
    /// The index of times is not that of the transfers up to this one.
    case timesMismatch(upTo: TransferID)
    /// The journal is another one than the head of a day signed: rewritten before it.
    case headMismatch(day: String)
    /// The journal has not the transfers or notes the head of a day signed: cut off behind.
    case headMissing(day: String)
    /// The head of a day is not signed by the key.
    case headForged(day: String)
    /// A head that was kept elsewhere is not in the ledger any more.
    case headRemoved(day: String)

    /// What was done to the journal, where the violation shows it.
    public enum Tampering: String, CaseIterable, Hashable, Sendable {
        /// A row has other contents than it was sealed with.
        case altered
        /// Rows are missing.
        case removed
        /// Rows stand in another order.
        case reordered
    }

    /// The account it is about, if it is about one.
    public var account: AccountID? {
        switch self {
        case .limitBroken(let id), .pendingMismatch(let id), .balanceMismatch(let id),
            .closedNotEmpty(let id), .settingMismatch(let id):
            id
        default: nil
        }
    }

    /// What was done to the journal, if this shows it; nil for sums and limits that do not hold.
    public var tampering: Tampering? {
        switch self {
        case .chainBroken, .noteBroken, .headMismatch, .headForged: .altered
        case .gap, .noteGap, .headMissing, .headRemoved: .removed
        case .reordered, .noteReordered: .reordered
        default: nil
        }
    }
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
        case .reordered(let id, let place):
            "Transfer \(id.rawValue) belongs in the place of \(place.rawValue)."
        case .noteBroken(let id):
            "Note \(id) does not continue the hash chain."
        case .noteGap(let id):
            "The note after \(id) is missing."
        case .noteReordered(let id, let place):
            "Note \(id) belongs in the place of \(place)."
        case .settingMismatch(let id):
            "Account \(id.rawValue) has other limits or flags than were noted."
        case .originalMismatch(let id):
            "Transfer \(id.rawValue) does not fit the one it reverses or corrects."
        case .timesMismatch(let id):
            "The index of times does not fit the transfers up to \(id.rawValue)."
        case .headMismatch(let day):
            "The journal up to the end of \(day) is not the one that was signed."
        case .headMissing(let day):
            "The journal lacks transfers or notes that were signed at the end of \(day)."
        case .headForged(let day):
            "The head of \(day) is not signed by this key."
        case .headRemoved(let day):
            "The head of \(day) that was kept is not in the ledger."
        }
    }
}

/// What reading the whole ledger again found.
public struct LedgerAudit: Hashable, Sendable {
    /// Transfers in the journal.
    public let transfers: Int64
    /// Notes in the journal.
    public let notes: Int64
    /// Accounts compared.
    public let accounts: Int
    /// Signed heads compared; 0 where none were asked for.
    public let heads: Int
    /// The seal on the last transfer or note; keep it elsewhere to prove later that nothing was
    /// rewritten.
    public let lastHash: TransferHash
    /// What does not hold, at most ``violationsMax`` of it; empty in a sound ledger.
    public let violations: [InvariantViolation]

    /// Violations listed before the audit stops counting.
    public static let violationsMax = 100

    /// Whether everything holds.
    public var isSound: Bool { violations.isEmpty }
}
